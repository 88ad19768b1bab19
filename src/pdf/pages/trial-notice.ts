import type { ContentText } from 'pdfmake/interfaces';
import { TRIAL_RED } from '../design/colours.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, smallSize } from '../design/page-preset.ts';

/** Says on every page that the content has not been approved (D20). */
export function trialNotice(text: string, page: PagePreset): ContentText {
  return { text, bold: true, fontSize: smallSize(page), lineHeight: leading(1.3), color: TRIAL_RED, noWrap: true };
}
