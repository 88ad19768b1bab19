/** What kind of server keeps the documents (D23). */
export const PROFILE_NAMES = ['full', 'epic', 'oracle'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/**
 * Whether such a server lets an app change the status of a stored document, with `If-Match`. By itself, because it is asked on the
 * first screen, which has a budget (D39).
 */
export function takesUpdates(profile: ProfileName): boolean {
  return profile !== 'epic';
}
