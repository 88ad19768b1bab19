import type { HumanName, Patient } from 'fhir/r4';
import { SANDBOX_TODAY } from '../options.ts';
import { html, type Html } from './html.ts';

const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const SEXES: Readonly<Record<string, string>> = { male: 'man', female: 'vrouw', other: 'anders', unknown: 'onbekend' };

/** "25 nov 2026"; a partial date stays partial, anything else is shown as recorded. */
export function dateText(date: string | undefined): string {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?/.exec(date ?? '')?.groups;
  if (!parts) return date ?? '–';
  const month = parts['month'] === undefined ? '' : `${MONTHS[Number(parts['month']) - 1] ?? parts['month']} `;
  const day = parts['day'] === undefined ? '' : `${Number(parts['day'])} `;
  return `${day}${month}${parts['year'] ?? ''}`;
}

export function nameText(name: HumanName | undefined): string {
  return name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
}

export function sexText({ gender }: Patient): string {
  return SEXES[gender ?? 'unknown'] ?? 'onbekend';
}

/** A table that can be scrolled sideways, by keyboard too, where the screen is narrow. */
export function wideTable(caption: string, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide" role="group" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** The frame of every EHR page. */
export function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Sandbox EHR</title>
        <link rel="icon" href="/ehr/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/ehr/ehr.css" />
      </head>
      <body>
        <a class="skip" href="#inhoud">Naar de inhoud</a>
        <header class="bar">
          <a class="home" href="/">Ziekenhuis De Linde</a>
          <span class="system">Patiëntendossier</span>
          <span class="today">${dateText(SANDBOX_TODAY)}</span>
        </header>
        <section class="notice" aria-label="Over deze sandbox">
          <strong>Dit is een sandbox.</strong> Alles hier is verzonnen: het ziekenhuis, de zorgverleners, de patiënten
          en hun gegevens. Gebruik geen gegevens van echte mensen.
        </section>
        <main id="inhoud">${content}</main>
      </body>
    </html> `;
}
