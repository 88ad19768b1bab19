/** Columns of a note in an EHR, and of a Braille line times two. */
export const COLUMNS = 80;

/**
 * Breaks a text at its spaces into lines of at most `COLUMNS`; the first begins with `lead`, the others are indented by as much.
 * A word longer than a line stands on a line of its own, unbroken: an address must stay whole.
 */
export function wrapped(text: string, lead = ''): readonly string[] {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}

/** A line to write on, after `lead`. */
export function dots(lead = ''): string {
  return lead + '.'.repeat(COLUMNS - lead.length);
}
