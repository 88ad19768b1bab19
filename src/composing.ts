import type { RuntimeConfig } from './config/runtime-config.ts';
import { composeEmployerSheet } from './domain/handout/compose-employer-sheet.ts';
import { composeHandout } from './domain/handout/compose-handout.ts';
import type { EmployerSheet } from './domain/handout/employer-sheet.ts';
import type { Handout } from './domain/handout/handout.ts';
import { composeRoute } from './domain/route/compose-route.ts';
import type { Route } from './domain/route/route.ts';
import type { BookletKnowledge } from './knowledge/booklet/parse-booklet-knowledge.ts';
import type { BookletRequest, SavingRight } from './workflow/core.ts';

// What composes a booklet arrives with the texts it is composed of, after the first screen (D39).

/** Where the app runs, and whether this launch may write there. */
export interface Installation {
  readonly config: RuntimeConfig;
  readonly saving: SavingRight;
}

export function composeBooklet(
  request: BookletRequest,
  knowledge: BookletKnowledge,
  installation: Installation,
): Handout {
  return composeHandout(routeOf(request, knowledge, installation), { length: request.length });
}

export function composeSheet(
  request: BookletRequest,
  knowledge: BookletKnowledge,
  installation: Installation,
): EmployerSheet | null {
  return composeEmployerSheet(routeOf(request, knowledge, installation));
}

function routeOf(
  { patient, age, department, identity, today, ...request }: BookletRequest,
  { content, timeline, organisations, version }: BookletKnowledge,
  { config, saving }: Installation,
): Route {
  return composeRoute({
    ...request,
    patient: { name: patient.name, age },
    place: { ...placeOf(config, department), storesCopy: saving.kind === 'allowed' },
    // Centres come from the hospital's own file; until it has one, none is named (D7).
    directory: { organisations, centres: [] },
    content,
    timeline,
    contentVersion: version,
    approval: config.approval,
    booklet: { date: today, version: identity.version, number: identity.number },
    today,
  });
}

function placeOf({ hospital, departments }: RuntimeConfig, department: string | null) {
  const chosen = departments.find(({ id }) => id === department);
  return {
    hospitalName: hospital.name,
    emergencyPhone: chosen?.emergencyPhone ?? hospital.emergencyPhone,
  };
}
