/** Whether a font has a drawing for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** A font file without a Unicode table this reader knows. */
export class FontError extends Error {
  override readonly name = 'FontError';
}

/** Where a run of code points begins and ends (both included). */
type Range = readonly [first: number, last: number];

/**
 * Reads the `cmap` table of a TrueType font: which characters it can print.
 *
 * Errors: FontError when the bytes are no such font.
 * Source: OpenType 1.9, "cmap", formats 4 and 12.
 */
export function readCharacterMap(font: Uint8Array): HasGlyph {
  const bytes = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const ranges = unicodeSubtables(bytes, cmapOffset(bytes)).flatMap((offset) => rangesOf(bytes, offset));
    if (ranges.length === 0) throw new FontError('no Unicode character map');
    return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
  } catch (error) {
    if (error instanceof RangeError) throw new FontError('character map cut off', { cause: error });
    throw error;
  }
}

function cmapOffset(bytes: DataView): number {
  const tables = bytes.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (bytes.getUint32(record) === 0x63_6d_61_70) return bytes.getUint32(record + 8);
  }
  throw new FontError('no cmap table');
}

/** Subtables of the Unicode platform and of Windows with Unicode encodings. */
function unicodeSubtables(bytes: DataView, cmap: number): number[] {
  return Array.from({ length: bytes.getUint16(cmap + 2) }, (_, i) => cmap + 4 + 8 * i)
    .filter((record) => {
      const platform = bytes.getUint16(record);
      return platform === 0 || (platform === 3 && [1, 10].includes(bytes.getUint16(record + 2)));
    })
    .map((record) => cmap + bytes.getUint32(record + 4));
}

function rangesOf(bytes: DataView, subtable: number): Range[] {
  const format = bytes.getUint16(subtable);
  if (format === 4) return segmentRanges(bytes, subtable);
  return format === 12 ? groupRanges(bytes, subtable) : [];
}

/** Format 4: segments of the basic plane. A segment with an offset may hold gaps, looked up one by one. */
function segmentRanges(bytes: DataView, subtable: number): Range[] {
  const doubled = bytes.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  const offsets = starts + 2 * doubled;
  const ranges: Range[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const first = bytes.getUint16(starts + at);
    const last = bytes.getUint16(ends + at);
    const offset = bytes.getUint16(offsets + at);
    if (first === 0xff_ff) continue;
    if (offset === 0) ranges.push([first, last]);
    else ranges.push(...glyphsOf(bytes, offsets + at + offset, [first, last]));
  }
  return ranges;
}

function glyphsOf(bytes: DataView, glyphs: number, [first, last]: Range): Range[] {
  return Array.from({ length: last - first + 1 }, (_, i) => i)
    .filter((i) => bytes.getUint16(glyphs + 2 * i) !== 0)
    .map((i) => [first + i, first + i]);
}

/** Format 12: groups over all planes. */
function groupRanges(bytes: DataView, subtable: number): Range[] {
  return Array.from({ length: bytes.getUint32(subtable + 12) }, (_, i) => subtable + 16 + 12 * i).map((group) => [
    bytes.getUint32(group),
    bytes.getUint32(group + 4),
  ]);
}
