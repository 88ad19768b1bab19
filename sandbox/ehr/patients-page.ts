import { documentTable, type Chart } from './chart-page.ts';
import { html, type Html } from './html.ts';
import { dateText, layout, nameText, sexText } from './layout.ts';

function patientCard(chart: Chart): Html {
  const { name, why, patient, documents } = chart;
  const fullName = nameText(patient.name?.[0]);
  return html`<li class="card">
    <div class="who">
      <h2><a href="/ehr/chart/${name}">${fullName}</a></h2>
      <p class="facts">geboren ${dateText(patient.birthDate)}, ${sexText(patient)}</p>
      <p class="why">${why}</p>
    </div>
    <a class="launch" href="/ehr/launch?patient=${name}"
      >Start Jouw route<span class="unseen"> voor ${fullName}</span></a
    >
    <div class="documents">
      ${
        documents.length === 0
          ? html`<p class="empty">Geen documenten in het dossier.</p>`
          : documentTable(chart, `Documenten van ${fullName}`)
      }
    </div>
  </li>`;
}

/** The first page: who is on the list today, why each exists, and what stands in their charts. */
export function patientsPage(charts: readonly Chart[]): Html {
  const cases = charts.filter(({ kind }) => kind === 'case');
  const trials = charts.filter(({ kind }) => kind === 'trial');
  return layout(
    'Patiënten',
    html`<h1>Patiënten</h1>
      <p class="lead">
        Start Jouw route bij een patiënt. Je bent dan aangemeld als E. Postma, oncoloog. In het dossier kun je een
        andere zorgverlener kiezen. Wat je bewaart, verschijnt hier bij de patiënt en verdwijnt als de sandbox stopt.
      </p>
      <ul class="cards">
        ${cases.map(patientCard)}
      </ul>
      <details>
        <summary>Proefgevallen (${trials.length})</summary>
        <p class="lead">Dossiers waarbij de app moet stoppen of eerst iets moet vragen.</p>
        <ul class="cards">
          ${trials.map(patientCard)}
        </ul>
      </details>`,
  );
}
