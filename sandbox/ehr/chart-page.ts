import type { CodeableConcept, Condition, DocumentReference, Encounter, Practitioner } from 'fhir/r4';
import type { SandboxPatient } from '../fixtures.ts';
import { html, type Html } from './html.ts';
import { dateText, layout, nameText, sexText, wideTable } from './layout.ts';

/** A patient with what the store holds of the chart right now. */
export interface Chart extends SandboxPatient {
  readonly conditions: readonly Condition[];
  readonly encounters: readonly Encounter[];
  readonly documents: readonly DocumentReference[];
  /** Who may sit at this EHR. */
  readonly users: readonly Practitioner[];
}

const STATUSES: Readonly<Record<string, string>> = {
  current: 'actueel',
  superseded: 'vervangen',
  'entered-in-error': 'vergissing',
  active: 'actueel',
  inactive: 'niet actueel',
  resolved: 'voorbij',
  remission: 'in remissie',
  recurrence: 'teruggekomen',
  confirmed: 'bevestigd',
  provisional: 'voorlopig',
  differential: 'differentiaaldiagnose',
  unconfirmed: 'niet bevestigd',
  refuted: 'weerlegd',
};
const SYSTEMS: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://hl7.org/fhir/sid/icd-10-nl': 'ICD-10',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor': 'NullFlavor',
};

function statusText(status: string | undefined): string {
  return STATUSES[status ?? ''] ?? status ?? '–';
}

function conceptText(concept: CodeableConcept | undefined): string {
  return concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? '–';
}

function codesText(concept: CodeableConcept | undefined): string {
  const codes = (concept?.coding ?? []).map(
    ({ system, code }) => `${SYSTEMS[system ?? ''] ?? system ?? ''} ${code ?? ''}`,
  );
  return codes.join(', ') || '–';
}

/** The documents of a chart, newest first, each with a link to its own bytes. */
export function documentTable({ documents }: Pick<Chart, 'documents'>, caption: string): Html {
  if (documents.length === 0) return html`<p class="empty">Geen documenten in dit dossier.</p>`;
  const newestFirst = [...documents].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  return wideTable(caption, ['Document', 'Datum', 'Status', 'Auteur'], newestFirst.map(documentRow));
}

function documentRow(document: DocumentReference): Html {
  return html`<tr>
    <th scope="row">
      <a href="/ehr/documents/${document.id ?? ''}">${titleOf(document)}</a>
      ${document.description ? html`<span class="detail">${document.description}</span>` : null}
    </th>
    <td>${dateText(document.date)}</td>
    <td>${statusText(document.status)}</td>
    <td>${document.author?.map(({ display, reference }) => display ?? reference ?? '').join(', ') ?? '–'}</td>
  </tr>`;
}

function titleOf(document: DocumentReference): string {
  return document.content[0]?.attachment.title ?? conceptText(document.type);
}

function conditionRow(condition: Condition): Html {
  return html`<tr>
    <th scope="row">${conceptText(condition.code)}</th>
    <td class="code">${codesText(condition.code)}</td>
    <td>${statusText(condition.clinicalStatus?.coding?.[0]?.code)}</td>
    <td>${statusText(condition.verificationStatus?.coding?.[0]?.code)}</td>
    <td>${dateText(condition.recordedDate)}</td>
  </tr>`;
}

function conditionTable({ conditions }: Chart): Html {
  if (conditions.length === 0) return html`<p class="empty">Geen diagnoses vastgelegd.</p>`;
  return wideTable(
    `Vastgelegde diagnoses (${conditions.length})`,
    ['Diagnose', 'Code', 'Status', 'Zekerheid', 'Vastgelegd'],
    conditions.map(conditionRow),
  );
}

function encounterSection({ encounters }: Chart): Html {
  if (encounters.length === 0) return html`<p class="empty">Geen contact open.</p>`;
  return html`${encounters.map(
    (encounter) =>
      html`<dl class="contact">
        <dt>${dateText(encounter.period?.start)}</dt>
        <dd>${conceptText(encounter.type?.[0])}, ${encounter.serviceProvider?.display ?? ''}</dd>
        ${(encounter.participant ?? []).map(
          ({ individual, type }) => html`
            <dt>${conceptText(type?.[0])}</dt>
            <dd>${individual?.display ?? ''}</dd>
          `,
        )}
      </dl>`,
  )}`;
}

/** Name, birth date and sex, above everything of one patient. */
export function patientBanner({ patient }: Chart): Html {
  const remarks = [
    patient.deceasedDateTime === undefined ? null : `overleden ${dateText(patient.deceasedDateTime)}`,
    patient.active === false ? 'dossier niet actief' : null,
    patient.link?.some(({ type }) => type === 'replaced-by') ? 'dossier vervangen door een ander' : null,
  ].filter((remark) => remark !== null);
  return html`<div class="patient">
    <h1>${nameText(patient.name?.[0])}</h1>
    <p>
      geboren ${dateText(patient.birthDate)}, ${sexText(patient)}
      ${remarks.map((remark) => html`<strong class="remark">${remark}</strong>`)}
    </p>
  </div>`;
}

function launchList({ name, users }: Chart): Html {
  return html`<ul class="launches">
    ${users.map(
      (user) =>
        html`<li>
          <a class="launch" href="/ehr/launch?patient=${name}&amp;user=${user.id ?? ''}">
            Start Jouw route <span class="as">als ${nameText(user.name?.[0])}</span>
          </a>
        </li>`,
    )}
    <li><a class="launch quiet" href="/ehr/frame/${name}">Start Jouw route binnen het dossier</a></li>
  </ul>`;
}

/** One patient's chart: diagnoses, contact, documents. */
export function chartPage(chart: Chart): Html {
  return layout(
    `Dossier ${nameText(chart.patient.name?.[0])}`,
    html`${patientBanner(chart)}
      <p class="why">${chart.why}</p>
      ${launchList(chart)}
      <section aria-labelledby="diagnoses">
        <h2 id="diagnoses">Diagnoses</h2>
        ${conditionTable(chart)}
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">Contact</h2>
        ${encounterSection(chart)}
      </section>
      <section aria-labelledby="documenten">
        <h2 id="documenten">Documenten</h2>
        ${documentTable(chart, 'Documenten in dit dossier')}
      </section>`,
  );
}
