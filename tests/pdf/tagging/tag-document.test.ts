import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { describe, expect, it } from 'vitest';
import { engineInNode } from '../../../src/pdf/node.ts';
import { readPdf } from '../read-pdf.ts';
import { structureBlocks } from './structure-text.ts';

const ABOUT = {
  language: 'nl-NL',
  info: { title: 'Proef & <deel>', author: 'A', creationDate: new Date('2026-11-25T09:00:00Z') },
  defaultStyle: { font: 'Atkinson' },
  pageSize: 'A5' as const,
};

async function tagged(content: TDocumentDefinitions['content'], more: Partial<TDocumentDefinitions> = {}) {
  const { bytes } = await (await engineInNode()).toPdf({ ...ABOUT, ...more, content });
  return bytes;
}

/** How often an element of this type stands in the file: pdfkit writes its dictionaries uncompressed. */
async function count(bytes: Uint8Array, type: string): Promise<number> {
  const { raw } = await readPdf(bytes);
  return raw.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0;
}

// Contract with pdfmake 0.3.11 and its pdfkit: an update that changes what tagging reaches into fails here.
describe('tagDocument', () => {
  it('reads headings, running text and the pieces of a line in the order of the definition', async () => {
    const bytes = await tagged([
      { text: 'Kop', headlineLevel: 1 },
      { columns: [{ text: 'links' }, { text: 'rechts' }] },
      { text: ['een ', { text: 'twee', bold: true }, ' drie'] },
    ]);
    expect(await structureBlocks(bytes)).toEqual(['Kop', 'links', 'rechts', 'een twee drie']);
    expect(await count(bytes, 'H1')).toBe(1);
  });

  it('makes a list of what is tagged as one, and a grid of a real table', async () => {
    const bytes = await tagged([
      {
        tag: 'L',
        listNumbering: 'Decimal',
        stack: [
          {
            tag: 'LI',
            columns: [
              { text: '1', tag: 'Lbl' },
              { text: 'a', tag: 'LBody' },
            ],
          },
        ],
      },
      {
        table: {
          headerRows: 1,
          body: [
            ['Tijd', 'Wat'],
            ['9 uur', { text: '' }],
          ],
        },
        summary: 'Mijn dag',
      },
    ]);
    const found = await Promise.all(['L', 'LI', 'Lbl', 'LBody', 'Table', 'TH', 'TD'].map((type) => count(bytes, type)));
    expect(found).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  it('a table header that is drawn again on the next page is read once', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`rij ${i}`]);
    const bytes = await tagged([{ table: { headerRows: 1, body: [['Kop'], ...rows] } }]);
    expect((await readPdf(bytes)).pages.length).toBeGreaterThan(1);
    expect((await structureBlocks(bytes)).filter((text) => text === 'Kop')).toHaveLength(1);
  });

  it('a link has one annotation a line, with what it says, and reads in its place', async () => {
    const long = 'een adres dat over meer dan een regel loopt omdat het lang is en nog langer wordt';
    const bytes = await tagged([{ text: ['Kijk op ', { text: long, link: 'https://voorbeeld.nl' }, ' nu.'] }]);
    const { links } = (await readPdf(bytes)).pages[0] ?? { links: [] };
    expect(links.length).toBeGreaterThan(1);
    expect(links.length).toBeLessThan(5);
    expect(await structureBlocks(bytes)).toEqual([`Kijk op ${long} nu.`]);
  });

  it('what is decorative, and the foot of the page, is no content', async () => {
    const bytes = await tagged(
      [
        { text: 'tekst' },
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 9, y2: 0 }], decorative: true },
        { text: 'sier', decorative: true },
      ],
      { footer: 'voet' },
    );
    expect(await structureBlocks(bytes)).toEqual(['tekst']);
    expect((await readPdf(bytes)).pages[0]?.text).toContain('voet');
  });

  it('a drawing with words is a figure', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const bytes = await tagged([{ svg, alt: 'een vierkant' }]);
    expect(await count(bytes, 'Figure')).toBe(1);
    expect((await readPdf(bytes)).raw).toContain('een vierkant');
  });

  it.each<[string, TDocumentDefinitions['content'], RegExp]>([
    ['a drawing without words', [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 9, y2: 0 }] }], /drawing without alt/],
    ['a link without words', [{ text: ' ', link: 'https://voorbeeld.nl' }], /link without words/],
    ['a node that nobody knows', [{ qr: 'x' }], /no structure for a node with qr/],
    ['a letter that the font lacks', [{ text: '龍' }], /no font for U\+9f8d/],
  ])('refuses %s', async (_, content, why) => {
    await expect(tagged(content)).rejects.toThrow(why);
  });

  it('writes a title with & and < that every reader can parse, page labels and the language', async () => {
    const { xmp, raw, info } = await readPdf(await tagged([{ text: 'tekst' }]));
    expect(info['Title']).toBe('Proef & <deel>');
    expect(xmp).toContain('Proef &amp; &lt;deel&gt;');
    expect(raw).toMatch(/\/PageLabels/);
    expect(raw).toMatch(/\/Lang \(nl-NL\)/);
  });

  it('the same definition without tags claims nothing', async () => {
    const { bytes } = await (await engineInNode()).toPdf({ ...ABOUT, content: [{ text: 'tekst' }] }, 'untagged');
    const { raw, xmp } = await readPdf(bytes);
    expect(raw).not.toContain('/StructTreeRoot');
    expect(xmp).not.toMatch(/pdfaid|pdfuaid/);
  });
});
