import FHIR from 'fhirclient';

/**
 * The sign-in library, set up once for both pages. Only `authorize` and `ready` are used (D3): its own requests would carry the
 * token to any absolute address (T5).
 */
export const signIn = FHIR.oauth2;

Object.assign(signIn.settings, {
  // A public client has no other way to say who refreshes (else 400).
  refreshTokenWithClientId: true,
  // One launch, one key: no key shared by all charts of this browser (T12).
  fullSessionStorageSupport: false,
  // The address is cleaned here, at once and whole: the library leaves `iss` and error parameters in it.
  replaceBrowserHistory: false,
});
