import type { ServerProfileName } from './fhir/server-profile.ts';

/** The parts of a `config.json` that hang on the kind of EHR. */
interface ShippedConfig {
  readonly issuers: readonly {
    readonly scope: string;
    readonly document: object;
  }[];
}

const NOTE = { system: 'http://loinc.org', code: '34109-9', display: 'Note' };

/** What a site sets for its kind of EHR: text and a note type of its own at `epic`, files behind a Binary at both. */
const CHANGES: Readonly<
  Record<Exclude<ServerProfileName, 'full'>, { readonly issuer: object; readonly document: object }>
> = {
  epic: { issuer: { encounterRequired: true }, document: { profile: 'epic', format: 'text', type: NOTE } },
  oracle: { issuer: {}, document: { profile: 'oracle' } },
};

/** The shipped configuration, set to a kind of EHR. */
export function configForProfile<Config extends ShippedConfig>(shipped: Config, profile: ServerProfileName): Config {
  if (profile === 'full') return shipped;
  const { issuer, document } = CHANGES[profile];
  const issuers = shipped.issuers.map((one) => ({
    ...one,
    ...issuer,
    scope: `${one.scope} patient/Binary.r`,
    document: { ...one.document, ...document },
  }));
  return { ...shipped, issuers };
}
