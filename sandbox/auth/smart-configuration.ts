import type { DiscoveryDocument } from '../faults/fault.ts';

/** The discovery file at `[base]/.well-known/smart-configuration` (SMART App Launch 2.2). */
export function smartConfiguration(origin: string): DiscoveryDocument {
  return {
    issuer: origin,
    jwks_uri: `${origin}/jwks`,
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    introspection_endpoint: `${origin}/token/introspection`,
    revocation_endpoint: `${origin}/token/revocation`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [
      'openid',
      'fhirUser',
      'launch',
      'online_access',
      'offline_access',
      'patient/*.rs',
      'patient/DocumentReference.cruds',
      'user/*.rs',
    ],
    capabilities: [
      'launch-ehr',
      'client-public',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-banner',
      'context-style',
      'sso-openid-connect',
      'permission-patient',
      'permission-user',
      'permission-v1',
      'permission-v2',
      'permission-offline',
      'permission-online',
    ],
  };
}
