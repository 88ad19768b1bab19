import { fillSentence } from '../route/fill.ts';
import { printedText } from '../route/printed.ts';
import type { Route } from '../route/route.ts';
import type { EmployerSheet } from './employer-sheet.ts';

/** Composes the sheet for the bedrijfsarts; null when none was asked for or the patient has no employer (D36). */
export function composeEmployerSheet({
  sheet,
  slots,
  place,
  date,
  approval,
  contact,
  kort,
}: Route): EmployerSheet | null {
  if (sheet === null) return null;
  const { plan, namesDiagnosis } = sheet;
  return {
    language: 'nl',
    title: plan.title,
    author: printedText(place.hospitalName),
    date,
    trial: approval === null ? kort.fixed.trial : null,
    heading: plan.heading,
    handedOver: plan.handedOver,
    told: plan.told,
    diagnosis: namesDiagnosis ? fillSentence(plan.diagnosis, slots) : null,
    fillIn: { title: plan.fillInTitle, fields: plan.fields },
    consent: plan.consent,
    contact: contact && {
      title: plan.contactTitle,
      condition: plan.contactCondition,
      name: contact.name,
      role: contact.role,
      phone: contact.phone,
    },
    reading: {
      title: plan.readingTitle,
      references: plan.links.map(({ label, url, short }) => ({ label, url, address: short })),
    },
    imprint: fillSentence(plan.imprint, slots),
  };
}
