/** The text of a file of the installation, or what is wrong with it, said after its name. */
export type OwnFile =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'fault'; readonly says: string };

/** Fetches a file of our own origin that a hospital put beside the app. Never throws; never follows to another place. */
export async function loadOwnFile(address: string): Promise<OwnFile> {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit', redirect: 'error' });
    if (!response.ok) return { kind: 'fault', says: `is niet gevonden (antwoord ${response.status})` };
    return { kind: 'text', text: await response.text() };
  } catch {
    return { kind: 'fault', says: 'is niet bereikbaar' };
  }
}
