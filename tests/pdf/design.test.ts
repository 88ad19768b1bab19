import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { CHAPTER_COLOURS, INK, INK_SOFT, TRIAL_RED, CREAM, WHITE } from '../../src/pdf/design/colours.ts';
import { iconFor, iconSvg } from '../../src/pdf/design/icons.ts';
import { A4_LARGE, A5, smallSize, textWidth } from '../../src/pdf/design/page-preset.ts';
import { qrCodeSvg } from '../../src/pdf/design/qr-code.ts';
import { routeLine } from '../../src/pdf/design/route-line.ts';

/** Contrast of two colours after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, z) => a - z);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  it.each(Object.entries(CHAPTER_COLOURS))('of %s reach 7:1 on white and on their tint', (_, { dark, tint }) => {
    for (const background of [WHITE, tint]) {
      expect(contrast(dark, background)).toBeGreaterThanOrEqual(7);
      expect(contrast(INK, background)).toBeGreaterThanOrEqual(7);
    }
  });

  it('of small text reach 7:1 where it stands', () => {
    for (const color of [INK_SOFT, TRIAL_RED]) {
      for (const background of [WHITE, CREAM]) expect(contrast(color, background)).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('page presets', () => {
  it.each([A5, A4_LARGE])('keep 12 points of white paper, and 12-point letters ($width)', (page) => {
    const { left, right, top, bottom } = page.margin;
    expect(Math.min(left, right, top, bottom, page.headInset, page.coverInset)).toBeGreaterThanOrEqual(12);
    expect(smallSize(page)).toBeGreaterThanOrEqual(12);
    expect(textWidth(page)).toBeGreaterThan(20 * page.base);
  });
});

describe('qrCodeSvg', () => {
  it('blackens exactly the modules of the code', () => {
    const url = 'https://www.kanker.nl/vind-hulp-bij-kanker';
    const { data } = encode(url, { ecc: 'L', border: 0 });
    const painted = data.map((row) => row.map(() => false));
    for (const [, x, y, length] of qrCodeSvg(url, 56).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(length); i++) {
        const row = painted[Number(y)];
        if (row) row[Number(x) + i] = true;
      }
    }
    expect(painted).toEqual(data);
  });
});

describe('icons', () => {
  it('draws the theme of a chapter whose icon it does not know', () => {
    expect(iconFor('telefoon', 'voorin')).toBe('telefoon');
    expect(iconFor('"/><script>', 'werk')).toBe('tas');
    expect(iconFor('toString', 'werk')).toBe('tas');
    expect(iconSvg('tas', '#000000', 10)).toContain('<path');
  });
});

describe('routeLine', () => {
  it('has one stop a page, of which only the own one is filled', () => {
    const svg = routeLine(355, 6, 2, '#123456');
    expect(svg.split('<circle')).toHaveLength(7);
    expect(svg.split('fill="#123456"')).toHaveLength(2);
  });
});
