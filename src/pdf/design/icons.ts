import type { ChapterTheme } from '../../domain/handout/handout.ts';

/** Own drawings on a 24 x 24 grid, one stroke weight, round ends. */
const DRAWINGS = {
  route: '<path d="M5 20c6 0 1-7 7-7s1-7 7-7"/><circle cx="5" cy="20" r="1.4"/><circle cx="19" cy="6" r="1.4"/>',
  kompas: '<circle cx="12" cy="12" r="9"/><path d="M15.8 8.2l-2.3 5.3-5.3 2.3 2.3-5.3z"/>',
  stetho:
    '<path d="M6 4H4.5v5.5a4.5 4.5 0 0 0 9 0V4H12"/><path d="M9 14v2.2a4.3 4.3 0 0 0 8.6 0V14"/>' +
    '<circle cx="17.6" cy="11.8" r="2.2"/>',
  praat:
    '<path d="M4.5 4.5h9a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H9l-3.5 3v-3h-1a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2z"/>' +
    '<path d="M18.5 9.5h1a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-1v3l-3.5-3h-3.5a2 2 0 0 1-1.7-1"/>',
  tas:
    '<path d="M5 8h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z"/>' +
    '<path d="M9 8V6a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v2"/><path d="M3 13h18"/><path d="M12 12v2.5"/>',
  potlood: '<path d="M4 20l1.1-4.3L16.2 4.6l3.2 3.2L8.3 18.9z"/><path d="M13.8 7l3.2 3.2"/>',
  boek:
    '<path d="M12 6.5C10 5 7 4.5 3.5 4.5V18C7 18 10 18.5 12 20c2-1.5 5-2 8.5-2V4.5C17 4.5 14 5 12 6.5z"/>' +
    '<path d="M12 6.5V20"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5"/><path d="M12 7.6v.1"/>',
  vraag:
    '<path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6l-4.5 3.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/>' +
    '<path d="M9.8 8.6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5"/><path d="M12 14.3v.1"/>',
  telefoon:
    '<path d="M7.5 3.5l2.3 4.6-2 1.7a12 12 0 0 0 6.4 6.4l1.7-2 4.6 2.3c-.2 2.6-1.7 4-4 4' +
    'C9.5 20.5 3.5 14.5 3.5 7.5c0-2.3 1.4-3.8 4-4z"/>',
  maan: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>',
  kalender:
    '<path d="M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V7' +
    'A1.5 1.5 0 0 1 5 5.5z"/><path d="M3.5 10.5h17"/><path d="M8 3v4"/><path d="M16 3v4"/>',
} as const;

export type IconName = keyof typeof DRAWINGS;

const ICON_OF_THEME: Readonly<Record<ChapterTheme, IconName>> = {
  voorin: 'route',
  'na-de-diagnose': 'kompas',
  behandeling: 'stetho',
  'steun-en-contact': 'praat',
  werk: 'tas',
  invullen: 'potlood',
  woorden: 'boek',
  achterin: 'info',
};

/** The drawing a chapter asks for; a name that is not drawn gives the drawing of its theme. */
export function iconFor(name: string, theme: ChapterTheme): IconName {
  return isIconName(name) ? name : ICON_OF_THEME[theme];
}

function isIconName(name: string): name is IconName {
  return Object.hasOwn(DRAWINGS, name);
}

/** Strokes of an icon on the 24 x 24 grid, to be placed inside an svg. */
export function iconStrokes(name: IconName, color: string, strokeWidth: number): string {
  return `<g fill="none" stroke="${color}" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round">${DRAWINGS[name]}</g>`;
}

/** Icon as a drawing of its own. 1.8 of 24 stays visible in greyscale and on old printers. */
export function iconSvg(name: IconName, color: string, size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${iconStrokes(name, color, 1.8)}</svg>`;
}
