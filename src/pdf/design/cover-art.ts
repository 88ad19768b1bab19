import { CHAPTER_COLOURS, CREAM, WHITE } from './colours.ts';

/** The drawings are made on this grid and stretched to the panel. */
const GRID = { width: 380, height: 555 };

/** Where the white label of the front cover ends, as a share of the panel's height. */
export const LABEL_BOTTOM = 499 / GRID.height;
/** From the panel's left edge to the text on the label, as a share of the panel's width. */
export const LABEL_TEXT_LEFT = 30 / GRID.width;
/** Width of the text on the label, as a share of the panel's width. */
export const LABEL_TEXT_WIDTH = 320 / GRID.width;
/** Where the hills of the back cover begin, as a share of the panel's height. */
export const BACK_HILLS_TOP = 450 / GRID.height;

const ROAD = [
  { path: 'M120 560C190 545 250 520 196 496', width: 24 },
  { path: 'M196 496C130 466 96 448 168 420', width: 19 },
  { path: 'M168 420C240 396 262 396 214 374', width: 14 },
  { path: 'M214 374C166 352 150 346 190 331', width: 10 },
  { path: 'M190 331C214 322 226 312 214 298', width: 6.5 },
];
const STOPS = [
  { x: 138, y: 542, radius: 8.5, theme: 'na-de-diagnose' },
  { x: 212, y: 406, radius: 7, theme: 'behandeling' },
  { x: 214, y: 374, radius: 6, theme: 'steun-en-contact' },
  { x: 190, y: 331, radius: 5, theme: 'werk' },
  { x: 214, y: 298, radius: 4, theme: 'invullen' },
] as const;
const TREES = [
  { x: 60, y: 372, scale: 1 },
  { x: 84, y: 380, scale: 0.8 },
  { x: 312, y: 356, scale: 1 },
  { x: 334, y: 366, scale: 0.75 },
  { x: 316, y: 402, scale: 1.1 },
];
const FRONT_HILLS =
  '<circle cx="286" cy="258" r="40" fill="#F4C98A"/>' +
  '<path d="M0 300C60 262 130 272 190 292S320 262 380 280V555H0z" fill="#DCE8DF"/>' +
  '<path d="M0 336C90 300 150 340 220 326S330 318 380 330V555H0z" fill="#C3DAD3"/>' +
  '<path d="M0 392C70 352 160 396 236 372S340 372 380 384V555H0z" fill="#E9E3C4"/>' +
  '<path d="M0 448C80 410 150 452 230 432S340 428 380 440V555H0z" fill="#F3DDB6"/>';
const BACK_HILLS =
  '<path d="M0 470C80 440 150 476 230 458S340 452 380 462V555H0z" fill="#DCE8DF"/>' +
  '<path d="M0 505C90 478 170 512 250 494S340 490 380 498V555H0z" fill="#C3DAD3"/>';

interface Panel {
  readonly width: number;
  readonly height: number;
}

/** Front cover: a path through soft hills with a stop in each chapter colour, and the white label. Lengths in points. */
export function frontCoverArt(panel: Panel, label: { readonly top: number; readonly height: number }): string {
  const road = ROAD.map(
    ({ path, width }) =>
      `<path d="${path}" fill="none" stroke="${WHITE}" stroke-width="${width}" stroke-linecap="round"/>`,
  );
  const stops = STOPS.map(
    ({ x, y, radius, theme }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${CHAPTER_COLOURS[theme].dark}" stroke="${WHITE}" stroke-width="1.6"/>`,
  );
  const trees = TREES.map(
    ({ x, y, scale }) =>
      `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 0v14" stroke="#6A3F0B" stroke-width="2.5" stroke-linecap="round"/>` +
      '<ellipse cx="0" cy="-9" rx="9.5" ry="13" fill="#7FAE9C"/></g>',
  );
  const onGrid = GRID.height / panel.height;
  const box = `<rect x="16" y="${label.top * onGrid}" width="348" height="${label.height * onGrid}" rx="14" fill="${WHITE}"/>`;
  return onPanel(panel, [FRONT_HILLS, ...road, ...stops, ...trees, box].join(''));
}

/** Back cover: cream and two hills at the foot. */
export function backCoverArt(panel: Panel): string {
  return onPanel(panel, BACK_HILLS);
}

function onPanel({ width, height }: Panel, drawing: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${GRID.width} ${GRID.height}" preserveAspectRatio="none">` +
    `<defs><clipPath id="c"><rect width="${GRID.width}" height="${GRID.height}" rx="20"/></clipPath></defs>` +
    `<g clip-path="url(#c)"><rect width="${GRID.width}" height="${GRID.height}" fill="${CREAM}"/>${drawing}</g></svg>`
  );
}
