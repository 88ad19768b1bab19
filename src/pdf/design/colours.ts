import type { ChapterTheme } from '../../domain/handout/handout.ts';

export const INK = '#26221E';
/** Footer and short addresses: 9.6:1 on white. */
export const INK_SOFT = '#4A443D';
/** Writing lines and boxes: 4.2:1 on white. */
export const RULE = '#857B70';
/** Decorative hairline only. */
export const HAIR = '#C9BFB2';
export const WHITE = '#FFFFFF';
export const CREAM = '#FBF3E4';
export const TRIAL_RED = '#8B1E1E';

/** `dark` has at least 7:1 on white and on its own tint. */
export interface ChapterColours {
  readonly dark: string;
  readonly tint: string;
}

export const CHAPTER_COLOURS: Readonly<Record<ChapterTheme, ChapterColours>> = {
  voorin: { dark: '#0E4F55', tint: CREAM },
  'na-de-diagnose': { dark: '#0E4F55', tint: '#E2EFEE' },
  behandeling: { dark: '#21447A', tint: '#E5ECF6' },
  'steun-en-contact': { dark: '#6A2C57', tint: '#F5E9F1' },
  werk: { dark: '#6A3F0B', tint: '#FAEEDD' },
  invullen: { dark: '#35531F', tint: '#EBF2E1' },
  woorden: { dark: '#3D4654', tint: '#EBEDF1' },
  achterin: { dark: '#3D4654', tint: '#EBEDF1' },
};
