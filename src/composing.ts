import type { OwnDirectory } from './config/directory/load-directory.ts';
import type { RuntimeConfig } from './config/runtime-config.ts';
import { validApproval } from './domain/approval.ts';
import type { CalendarDate } from './domain/calendar-date.ts';
import type { Directory } from './domain/directory.ts';
import type { EntityId } from './domain/entity.ts';
import { composeEmployerSheet } from './domain/handout/compose-employer-sheet.ts';
import { composeHandout } from './domain/handout/compose-handout.ts';
import type { EmployerSheet } from './domain/handout/employer-sheet.ts';
import type { Handout } from './domain/handout/handout.ts';
import { centreCase, organisationsFor } from './domain/route/addresses.ts';
import { composeRoute } from './domain/route/compose-route.ts';
import type { Route } from './domain/route/route.ts';
import { contentWithout } from './domain/site-content.ts';
import type { BookletKnowledge } from './knowledge/booklet/parse-booklet-knowledge.ts';
import type { Addresses, BookletRequest } from './workflow/core.ts';

// What composes a booklet arrives with the texts it is composed of, after the first screen (D39).

/** What this hospital set up, with its own lists once they are here. */
export interface Hospital {
  readonly config: RuntimeConfig;
  readonly directory: OwnDirectory;
}

export function composeBooklet(request: BookletRequest, knowledge: BookletKnowledge, hospital: Hospital): Handout {
  return composeHandout(routeOf(request, knowledge, hospital), { length: request.length });
}

export function composeSheet(
  request: BookletRequest,
  knowledge: BookletKnowledge,
  hospital: Hospital,
): EmployerSheet | null {
  return composeEmployerSheet(routeOf(request, knowledge, hospital));
}

/** What the booklet would say about centres and organisations for a diagnosis, shown before it is made. */
export function addressesFor(
  entity: EntityId,
  today: CalendarDate,
  knowledge: BookletKnowledge,
  hospital: Hospital,
): Addresses {
  const directory = directoryOf(knowledge, hospital);
  const approval = validApproval(hospital.config.approval, knowledge.version, today);
  return {
    centre: centreCase(entity, directory, today),
    organisations: organisationsFor(entity, directory, approval, today),
  };
}

/** Centres come from the hospital's own file, the release names none; organisations from the release unless it has a list (D7). */
function directoryOf({ organisations }: BookletKnowledge, { directory }: Hospital): Directory {
  return { organisations: directory.organisations ?? organisations, centres: directory.centres };
}

function routeOf(
  { patient, age, department, identity, today, namesCentre, storesCopy, ...request }: BookletRequest,
  knowledge: BookletKnowledge,
  hospital: Hospital,
): Route {
  const { content, timeline, version } = knowledge;
  const { config } = hospital;
  const directory = directoryOf(knowledge, hospital);
  const { chaptersOff, recall, approval } = config;
  const { work } = request.choices;
  return composeRoute({
    ...request,
    choices: { ...request.choices, work: { ...work, include: work.include && !chaptersOff.includes('werk') } },
    patient: { name: patient.name, age },
    place: { ...placeOf(config, department), storesCopy },
    directory: namesCentre ? directory : { ...directory, centres: [] },
    content: contentWithout(content, { blocks: recall.blocks, chapters: chaptersOff }),
    timeline,
    contentVersion: version,
    approval,
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
