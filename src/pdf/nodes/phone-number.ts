import type { Content } from 'pdfmake';
import { leading } from '../design/lettering.ts';
import { linkTo } from './rich-text.ts';

const DUTCH_NUMBER = /^0\d{9}$/;
const NO_BREAK_SPACE = '\u00A0';
/** Longest number with its spaces; more than this is a text about numbers, and may wrap. */
const ONE_NUMBER = 20;

/** Telephone number, large and where possible on one line, that can be called from the screen. */
export function phoneNumber(number: string, fontSize: number, color: string): Content {
  const uri = telephoneUri(number);
  return {
    text: number.length > ONE_NUMBER ? number : number.replaceAll(' ', NO_BREAK_SPACE),
    bold: true,
    fontSize,
    color,
    lineHeight: leading(1.2),
    ...(uri ? linkTo(uri) : {}),
  };
}

/** `tel:` address of a ten-digit Dutch number or an international one; null for what is not plainly one number. */
export function telephoneUri(number: string): string | null {
  const compact = number.replace(/[\s\u00A0().-]/g, '').replace(/^00/, '+');
  if (/^\+\d{8,15}$/.test(compact)) return `tel:${compact}`;
  return DUTCH_NUMBER.test(compact) ? `tel:+31${compact.slice(1)}` : null;
}
