import type { Attachment } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { readNote, saysTheSame } from '../../src/fhir/stored-attachment.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { aDocumentReference, aSession } from '../support/builders.ts';

const SENT = 'Jouw route\n\nEen leiomyosarcoom. Bel 088 000 12 34, dat mag één keer of vaker.\n';
const kept = (contentType: string, text: string): Attachment => ({
  contentType,
  data: Buffer.from(text).toString('base64'),
});
const noteOf = (...attachments: readonly Attachment[]) =>
  readNote(
    createFhirFetch(aSession()),
    aDocumentReference({ content: attachments.map((attachment) => ({ attachment })) }),
  );

describe('a note that is read back', () => {
  test.each([
    ['letter for letter', kept('text/plain', SENT), true],
    [
      'with other line ends and blanks at them',
      kept('text/plain;charset=utf-8', SENT.replaceAll('\n', '  \r\n')),
      true,
    ],
    ['with a word less', kept('text/plain', SENT.replace('vaker', '')), false],
    ['with another number', kept('text/plain', SENT.replace('12 34', '12 43')), false],
    ['broken off', kept('text/plain', SENT.slice(0, 40)), false],
    [
      'as markup',
      kept('text/html', `<p>${SENT.replace('\n\n', '</p><p>').replace('één', '&eacute;&#233;n')}</p>`),
      true,
    ],
    ['as markup with a word more', kept('application/xhtml+xml', `<p>${SENT} Niet bellen.</p>`), false],
  ])('%s', async (_, attachment, same) => {
    const note = await noteOf(attachment);
    expect(note && saysTheSame(note, SENT)).toBe(same);
  });

  test('is taken as text where the server has both, and as nothing where it has neither', async () => {
    expect(await noteOf(kept('text/html', '<p>A</p>'), kept('text/plain', 'A'))).toEqual({ kind: 'plain', text: 'A' });
    expect(await noteOf(kept('text/rtf', '{A}'))).toBeNull();
    expect(await noteOf(kept('text/plain', ''))).toBeNull();
    expect(await noteOf({ contentType: 'text/plain', data: '%%%' })).toBeNull();
  });

  test('F21 one that lies elsewhere is not fetched', async () => {
    expect(await noteOf({ contentType: 'text/plain', url: 'https://elders.example/Binary/1' })).toBeNull();
  });
});
