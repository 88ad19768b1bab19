import type { ContentMapFile } from './booklet-files.ts';

/** The plan of the sheet for the bedrijfsarts as the app reads it. */
export function compileEmployerSheet({ blocks, employer_sheet: sheet }: ContentMapFile): unknown {
  const block = blocks.find(({ id }) => id === sheet.block);
  // "Wat veel energie kost: [invullen]": the label stands before the colon.
  const labelOf = (item: number): string | undefined => block?.items_nl[item]?.split(/:\s/)[0];
  return {
    include: block?.include,
    title: sheet.document_title_nl,
    heading: block?.title_nl,
    handedOver: sheet.handed_over_nl,
    told: block?.text_nl,
    diagnosis: sheet.diagnosis_nl,
    fillInTitle: sheet.fill_in_title_nl,
    fields: sheet.fields.map(({ item, lines, hint_nl: hint }) => ({ label: labelOf(item), lines, hint })),
    consent: { question: labelOf(sheet.consent.item), yes: sheet.consent.yes_nl, no: sheet.consent.no_nl },
    contactTitle: sheet.contact_title_nl,
    contactCondition: sheet.contact_condition_nl,
    readingTitle: sheet.reading_title_nl,
    links: block?.links,
    imprint: sheet.imprint_nl,
  };
}
