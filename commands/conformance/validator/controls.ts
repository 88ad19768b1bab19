import type { DocumentReference } from 'fhir/r4';
import type { Named } from './judge-resources.ts';

/** A document with one thing wrong, which no judge may let pass: proof that it looks. */
export interface Control extends Named {
  /** What the validator must say of it, by its own words. */
  readonly reason: RegExp;
}

/** Spoils a document that is right, in one way each. */
export function controlsOf(document: DocumentReference): readonly Control[] {
  const [content] = document.content;
  if (content === undefined) throw new Error('a document without content cannot be spoilt');
  const withAttachment = (change: object): object => ({
    ...document,
    content: [{ ...content, attachment: { ...content.attachment, ...change } }],
  });
  return [
    {
      name: 'control-wrong-hash',
      content: withAttachment({ hash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }),
      reason: /hash/i,
    },
    { name: 'control-wrong-size', content: withAttachment({ size: 7 }), reason: /size/i },
    { name: 'control-bad-base64', content: withAttachment({ data: 'geen base64!' }), reason: /base64/i },
    { name: 'control-wrong-status', content: { ...document, status: 'definitief' }, reason: /definitief/ },
    { name: 'control-unknown-key', content: { ...document, titel: 'Jouw route' }, reason: /titel/ },
    { name: 'control-no-content', content: { ...document, content: undefined }, reason: /content/ },
    {
      name: 'control-wrong-subject',
      content: { ...document, subject: { reference: 'Medication/1' } },
      reason: /Medication/,
    },
  ];
}
