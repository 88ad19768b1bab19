import type { EmployerSheet } from '../../domain/handout/employer-sheet.ts';
import type { MissingLetter } from '../../domain/handout/render-outcome.ts';
import type { HasGlyph } from './character-map.ts';
import { noteMissing } from './missing-letters.ts';
import type { TextMapper } from './text-scope.ts';

/** The same sheet with every printed text replaced; places are "blad.diagnosis", "blad.contact.name", …. */
export function mapSheetTexts(sheet: EmployerSheet, map: TextMapper): EmployerSheet {
  const fixed = (field: string, text: string): string => map(text, { where: `blad.${field}`, isValue: false });
  const value = (field: string, text: string): string => map(text, { where: `blad.${field}`, isValue: true });
  const { contact, fillIn, consent, reading } = sheet;
  return {
    ...sheet,
    title: fixed('title', sheet.title),
    author: value('author', sheet.author),
    trial: sheet.trial === null ? null : fixed('trial', sheet.trial),
    heading: fixed('heading', sheet.heading),
    handedOver: sheet.handedOver.map((text) => fixed('handedOver', text)),
    told: sheet.told.map((text) => fixed('told', text)),
    diagnosis: sheet.diagnosis === null ? null : value('diagnosis', sheet.diagnosis),
    fillIn: {
      title: fixed('fillIn', fillIn.title),
      fields: fillIn.fields.map((field) => ({
        ...field,
        label: fixed('fillIn', field.label),
        hint: field.hint === null ? null : fixed('fillIn', field.hint),
      })),
    },
    consent: {
      question: fixed('consent', consent.question),
      yes: fixed('consent', consent.yes),
      no: fixed('consent', consent.no),
    },
    contact: contact && {
      title: fixed('contact', contact.title),
      condition: fixed('contact', contact.condition),
      name: value('contact.name', contact.name),
      role: contact.role === null ? null : value('contact.role', contact.role),
      phone: value('contact.phone', contact.phone),
    },
    reading: {
      title: fixed('reading', reading.title),
      references: reading.references.map((reference) => ({
        ...reference,
        address: fixed('reading', reference.address),
      })),
    },
    imprint: value('imprint', sheet.imprint),
  };
}

/** As `missingLetters`, for the sheet. */
export function missingLettersOfSheet(sheet: EmployerSheet, fonts: readonly HasGlyph[]): readonly MissingLetter[] {
  const missing = new Map<string, string>();
  mapSheetTexts(sheet, (text, { where }) => {
    noteMissing(text, where, fonts, missing);
    return text;
  });
  return [...missing].map(([letter, where]) => ({ letter, where }));
}
