/** SHA-1 of bytes: for comparing a copy with its original (FHIR `Attachment.hash`), no proof against forgery. */
export async function sha1Of(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array(bytes)));
}

/** Bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const PIECE = 0x8000;

/** Bytes as base64. In pieces, because one call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + PIECE)));
  }
  return btoa(pieces.join(''));
}

/** The bytes behind base64; null for a text that is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (error) {
    // The one thing that atob throws: a letter that is not of base64.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
