import { SmartClient } from '../sandbox/smart-client.ts';
import type { LaunchOptions, Sandbox } from '../sandbox/sandbox.ts';
import type { PatientId } from '../src/domain/patient.ts';
import { FhirReadError } from '../src/fhir/fhir-error.ts';
import type { Issuer } from '../src/fhir/issuer.ts';
import type { Session } from '../src/fhir/open-session.ts';

/** What a token answer says of a launch. */
export interface Granted {
  readonly patient: string;
  readonly encounter: string | null;
  readonly scopes: readonly string[];
  readonly token: string;
}

/** A session as the app opens it in the browser, for a launch that was granted. The user is the oncologist of the fixtures. */
export function sessionOf(issuer: Issuer, { patient, encounter, scopes, token }: Granted): Session {
  let ended = false;
  return {
    issuer,
    fhirBaseUrl: issuer.iss,
    patientId: patient as PatientId,
    encounterId: encounter,
    fhirUser: 'Practitioner/prac-postma',
    scopes,
    canCreateDocuments: true,
    canUpdateDocuments: true,
    getToken: () => (ended ? Promise.reject(new FhirReadError('session-ended')) : Promise.resolve(token)),
    end: () => {
      ended = true;
    },
  };
}

/** Signs in at the sandbox, all the way. Errors: throws when it lets nobody in. */
export async function signInAtSandbox(sandbox: Sandbox, issuer: Issuer, launch: LaunchOptions): Promise<Session> {
  const answer = await new SmartClient(sandbox).signIn(launch, { scope: issuer.scope });
  if (answer.patient === undefined) throw new Error(`no sign-in: ${String(answer.status)} ${answer.error ?? ''}`);
  return sessionOf(issuer, {
    patient: answer.patient,
    encounter: answer.encounter ?? null,
    scopes: answer.scope.split(' '),
    token: answer.access_token,
  });
}
