import { patientBanner, type Chart } from './chart-page.ts';
import { html, type Html } from './html.ts';
import { layout, nameText } from './layout.ts';

/** The chart with the app inside a frame, as many EHRs show it. `sandbox`: the frame's sandbox tokens, null for none. */
export function framePage(chart: Chart, sandbox: string | null): Html {
  const source = `/ehr/launch?patient=${chart.name}`;
  const frame =
    sandbox === null
      ? html`<iframe title="Jouw route" src="${source}"></iframe>`
      : html`<iframe title="Jouw route" src="${source}" sandbox="${sandbox}"></iframe>`;
  return layout(
    `Jouw route, ${nameText(chart.patient.name?.[0])}`,
    html`${patientBanner(chart)}
      <p><a href="/ehr/chart/${chart.name}">Terug naar het dossier</a></p>
      ${frame}`,
  );
}
