/** Why a launch ended before a session stood. */
export type LaunchEnding =
  /** No answer from the discovery file at all. */
  | 'discovery-unreachable'
  | 'discovery-too-slow'
  /** The server answered, but has no such file. */
  | 'discovery-not-found'
  /** HTML, not JSON, or not an object. */
  | 'discovery-unreadable'
  | 'discovery-no-endpoints'
  /** Sign-in or token endpoint on an origin that the installation does not expect (T4). */
  | 'discovery-foreign-endpoint'
  | 'discovery-no-pkce'
  /** `sessionStorage` is closed to this page, so a sign-in cannot be kept. */
  | 'storage-blocked'
  /** This browser does not let the app's windows hear of each other, so nobody would tell it of another chart (F49). */
  | 'other-charts-unheard'
  | 'sign-in-not-started'
  /** The app's page was opened or reloaded by itself. */
  | 'no-launch'
  /** The EHR answered with `error`; `said` holds its words. */
  | 'refused-by-ehr'
  | 'unknown-state'
  /** The launch that comes back was not made for a configured issuer and its sign-in server (T4). */
  | 'foreign-server'
  /** The code was not exchanged: used before, expired, refused or unreachable. */
  | 'token-refused'
  | 'token-unreadable'
  | 'no-patient';
