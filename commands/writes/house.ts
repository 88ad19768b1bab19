import { readFileSync } from 'node:fs';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import type { ServerProfileName } from '../../sandbox/fhir/server-profile.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { IssuerConfig, RuntimeConfig } from '../../src/config/runtime-config.ts';
import { takesUpdates } from '../../src/fhir/profile-name.ts';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import { parseClassification } from '../../src/knowledge/classification/parse-classification.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import type { Core, Site } from '../../src/workflow/core.ts';
import { issuerOf, shippedConfig } from '../shipped-config.ts';
import type { House } from './tab.ts';

const HANDOUT = new URL('../../fixtures/handouts/default.json', import.meta.url);

/** The hospital of the sandbox, with the lookup of this release. Errors: throws when the shipped config has a fault. */
export function openHouse(sandbox: Sandbox, core: Core, profile: ServerProfileName): House {
  const config = shippedConfig(sandbox.origin, profile);
  const issuer = issuerOf(config);
  return { sandbox, issuer, core, site: siteOf(config, issuer) };
}

/** What the booklet says is of no matter here, only which one it is: `subject` holds its number. */
export function coreOfRelease(): Core {
  const { decides, explains } = compileClassification(readKnowledgeFile);
  const classification = parseClassification(decides);
  const { entities } = parseExplanations(explains);
  const handout = JSON.parse(readFileSync(HANDOUT, 'utf8')) as Handout;
  return {
    lookUp: (evidence) => lookUp(evidence, classification),
    names: entities,
    reasons: new Map(),
    whenComplete: () => Promise.resolve(),
    entities,
    lists: [],
    addressesFor: () => ({ centre: { kind: 'unknown' }, organisations: [] }),
    composeBooklet: ({ identity }) => ({ ...handout, subject: identity.number }),
    composeSheet: () => null,
  };
}

function siteOf(
  { hospital, helpDesk, departments, approval, defaultLength }: RuntimeConfig,
  { document: { format, profile } }: IssuerConfig,
): Site {
  return {
    hospital: hospital.name,
    emergencyPhone: hospital.emergencyPhone,
    helpDesk,
    departments,
    // Whether it is about this content is asked elsewhere: here it only must not stand in the way.
    approval,
    saving: format === 'none' ? { kind: 'print-only', why: 'site-setting' } : { kind: 'allowed', format },
    mayUpdate: takesUpdates(profile),
    recall: NOTHING_RECALLED,
    chaptersOff: [],
    portalShowsAtOnce: null,
    defaultLength,
    versions: { app: '0', knowledge: approval?.knowledgeVersion ?? '' },
  };
}
