// SMART scopes, v1 and v2: the list the sign-in server must know, and the check of one request.

export const RESOURCE_TYPES = [
  'Patient',
  'Condition',
  'Observation',
  'Encounter',
  'CareTeam',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'DocumentReference',
  'Binary',
] as const;

/** create, read, update, delete, search */
export type Action = 'c' | 'r' | 'u' | 'd' | 's';
export type AccessLevel = 'user' | 'patient';

const LETTERS = ['c', 'r', 'u', 'd', 's'];
const ALL_ACTIONS = LETTERS.join('');
const V1_ACTIONS: Readonly<Record<string, string>> = { '*': ALL_ACTIONS, read: 'rs', write: 'cud' };
const CLINICAL_SCOPE = /^(?<level>patient|user)\/(?<type>\*|[A-Za-z]+)\.(?<action>c?r?u?d?s?|\*|read|write)(?:\?.*)?$/;

/** Every in-order choice of letters: c, r, cr, … cruds. */
function v2Actions(): string[] {
  return LETTERS.reduce<string[]>((some, letter) => [...some, ...some.map((start) => start + letter), letter], []);
}

/** The sign-in server knows no wildcards and drops an unknown scope without a word, so every combination is listed. */
export function allScopes(): string[] {
  const actions = [...v2Actions(), ...Object.keys(V1_ACTIONS)];
  const clinical = ['patient', 'user'].flatMap((level) =>
    ['*', ...RESOURCE_TYPES].flatMap((type) => actions.map((action) => `${level}/${type}.${action}`)),
  );
  return [
    'openid',
    'fhirUser',
    'profile',
    'launch',
    'launch/patient',
    'launch/encounter',
    'online_access',
    'offline_access',
    ...clinical,
  ];
}

export function isResourceType(type: string): boolean {
  return RESOURCE_TYPES.some((known) => known === type);
}

/** The letter of the SMART v2 action that an HTTP request needs; null for a method that FHIR does not have. */
export function actionOf(method: string, pathParts: readonly string[]): Action | null {
  if (method === 'GET') return pathParts[1] === undefined ? 's' : 'r';
  const actions: Readonly<Record<string, Action>> = { POST: 'c', PUT: 'u', PATCH: 'u', DELETE: 'd' };
  return actions[method] ?? null;
}

/** The widest level at which the granted scopes allow this action; null when none does. */
export function allowedLevel(scope: string, type: string, action: Action): AccessLevel | null {
  const levels = scope.split(' ').flatMap((one) => {
    const parts = CLINICAL_SCOPE.exec(one)?.groups;
    if (!parts || (parts['type'] !== '*' && parts['type'] !== type)) return [];
    const written = parts['action'] ?? '';
    return (V1_ACTIONS[written] ?? written).includes(action) ? [parts['level']] : [];
  });
  if (levels.includes('user')) return 'user';
  return levels.includes('patient') ? 'patient' : null;
}

/** The same scopes without the right to create documents (F10). */
export function withoutDocumentCreate(scope: string): string {
  const narrowed = scope.split(' ').flatMap((one) => {
    const parts = CLINICAL_SCOPE.exec(one)?.groups;
    if (!parts || (parts['type'] !== '*' && parts['type'] !== 'DocumentReference')) return [one];
    const written = parts['action'] ?? '';
    const letters = (V1_ACTIONS[written] ?? written).replace('c', '');
    return letters === '' ? [] : [`${parts['level'] ?? ''}/${parts['type'] ?? ''}.${letters}`];
  });
  return narrowed.join(' ');
}
