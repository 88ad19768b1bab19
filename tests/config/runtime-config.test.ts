import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRuntimeConfig } from '../../src/config/runtime-config.ts';

type Json = Record<string, unknown>;
const shipped = (): Json => JSON.parse(readFileSync('public/config.json', 'utf8')) as Json;
const issuer = (): Json => (shipped()['issuers'] as Json[])[0] ?? {};
const withIssuer = (changes: Json): Json => ({ ...shipped(), issuers: [{ ...issuer(), ...changes }] });

const faultsOf = (value: unknown): readonly string[] => {
  const parsed = parseRuntimeConfig(value);
  return parsed.kind === 'faults' ? parsed.faults : [];
};

describe('parseRuntimeConfig', () => {
  it('accepts the configuration that the sandbox ships with', () => {
    expect(parseRuntimeConfig(shipped()).kind).toBe('config');
  });

  it.each([
    ['nothing at all', undefined, ['config.json: ontbreekt.']],
    ['a list', [], ['config.json: moet een groep met eigen namen zijn.']],
    ['an unknown name', { ...shipped(), issuer: 'x' }, ['config.json: kent deze naam niet: issuer.']],
    [
      'http for another host than localhost',
      withIssuer({ iss: 'http://epd.example/fhir' }),
      ['issuers[0].iss: moet een https-adres zijn zonder gebruiker, vraagteken of hekje.'],
    ],
    [
      'a FHIR base with a slash at the end',
      withIssuer({ iss: 'https://epd.example/fhir/' }),
      ['issuers[0].iss: mag niet op een schuine streep eindigen.'],
    ],
    [
      'a user in the address',
      withIssuer({ iss: 'https://iemand@epd.example/fhir' }),
      ['issuers[0].iss: moet een https-adres zijn zonder gebruiker, vraagteken of hekje.'],
    ],
    ['an empty client id', withIssuer({ clientId: ' ' }), ['issuers[0].clientId: mag niet leeg zijn.']],
    [
      'a sign-in origin with a path',
      withIssuer({ authOrigins: ['https://epd.example/oauth'] }),
      ['issuers[0].authOrigins[0]: moet alleen uit https, naam en poort bestaan.'],
    ],
    ['one EHR twice', { ...shipped(), issuers: [issuer(), issuer()] }, ['issuers: noemt een iss twee keer.']],
    [
      'one department twice',
      {
        ...shipped(),
        departments: [
          { id: 'a', name: 'A', phone: '088 000 12 34' },
          { id: 'a', name: 'B', phone: '088 000 12 35' },
        ],
      },
      ['departments: noemt een id twee keer.'],
    ],
    [
      'rights that outlast the clinician',
      withIssuer({ scope: 'launch openid offline_access' }),
      ['issuers[0].scope: mag niet om offline_access vragen.'],
    ],
    [
      'a phone number of blanks',
      { ...shipped(), hospital: { name: 'De Linde', emergencyPhone: '0        8' } },
      ['hospital.emergencyPhone: moet een telefoonnummer zijn: cijfers en spaties.'],
    ],
    ['no EHR', { ...shipped(), issuers: [] }, ['issuers: moet ten minste een EPD noemen.']],
    [
      'an unknown document format',
      withIssuer({ document: { ...(issuer()['document'] as Json), format: 'html' } }),
      ['issuers[0].document.format: moet een van deze zijn: pdf, text, none.'],
    ],
    [
      'an unknown kind of server',
      withIssuer({ document: { ...(issuer()['document'] as Json), profile: 'hix' } }),
      ['issuers[0].document.profile: moet een van deze zijn: full, epic, oracle.'],
    ],
    [
      'a note-create that is to take a PDF, without an encounter',
      withIssuer({ document: { ...(issuer()['document'] as Json), profile: 'epic' } }),
      [
        'issuers[0].document.format: moet "text" zijn bij profile "epic".',
        'issuers[0].encounterRequired: moet true zijn bij profile "epic".',
      ],
    ],
    [
      'a day that does not exist',
      { ...shipped(), sandboxToday: '2026-02-30' },
      ['sandboxToday: moet een bestaande datum zijn, als 2026-11-25.'],
    ],
    [
      'a fixed day at a hospital',
      {
        ...withIssuer({ iss: 'https://epd.example/fhir', authOrigins: ['https://epd.example'] }),
        sandboxToday: '2026-11-25',
      },
      ['sandboxToday: mag alleen in een sandbox op deze computer.'],
    ],
  ])('F08 refuses %s and says where', (_what, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it('F08 lists every fault at once', () => {
    expect(faultsOf({ ...withIssuer({ iss: 'ftp://x', clientId: '' }), helpDesk: 3 })).toHaveLength(3);
  });

  it('D20 an approval that is left out is no approval, never a default one', () => {
    const withoutApproval = Object.fromEntries(Object.entries(shipped()).filter(([name]) => name !== 'approval'));
    const parsed = parseRuntimeConfig(withoutApproval);
    expect(parsed.kind === 'config' && parsed.config.approval).toBeNull();
  });
});
