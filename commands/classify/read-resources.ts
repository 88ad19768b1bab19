/** A FHIR resource as it came: only its type is sure. */
export interface Resource {
  readonly resourceType: string;
  /** Where its Bundle says it lives; `urn:uuid:…` in a Bundle that was never stored. */
  readonly fullUrl?: string;
  readonly content: object;
}

/** One thing that was read: a resource, a Bundle's resources, or a place that cannot be read. */
export type Reading =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'bundle'; readonly resources: readonly Resource[] }
  | { readonly kind: 'unreadable'; readonly line: number };

/** A document written over several lines, as far as it was read. */
interface OpenDocument {
  readonly line: number;
  readonly parts: string[];
  depth: number;
}

/**
 * Reads NDJSON, a Bundle on one line, a Bundle over many lines, or any mixture of these, line by line.
 *
 * Shape:  in input order; holds one line in memory, or one document when it is written over many lines.
 * Errors: what is no resource is `unreadable`, with the number of the line where it begins.
 */
export async function* readResources(lines: AsyncIterable<string>): AsyncGenerator<Reading> {
  let open: OpenDocument | null = null;
  let number = 0;
  for await (const raw of lines) {
    number += 1;
    const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (open !== null && beginsAnew(line, open)) {
      yield { kind: 'unreadable', line: open.line };
      open = null;
    }
    if (open === null && line.trim() === '') continue;
    open ??= { line: number, parts: [], depth: 0 };
    open.parts.push(line);
    open.depth += bracketsLeftOpen(line);
    if (open.depth > 0) continue;
    yield readDocument(open.parts.join('\n'), open.line);
    open = null;
  }
  if (open !== null) yield { kind: 'unreadable', line: open.line };
}

/** Brackets opened less those closed, outside strings; a JSON string never spans lines. By hand: a pattern fails on a huge line. */
function bracketsLeftOpen(line: string): number {
  let open = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"') at = endOfString(line, at);
    else if (character === '{' || character === '[') open += 1;
    else if (character === '}' || character === ']') open -= 1;
  }
  return open;
}

function endOfString(line: string, from: number): number {
  let at = from + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return at;
}

/**
 * A resource at the margin while another is open: the other was cut off, whether this one is whole or says its type first. A lone
 * brace says so only where lines are indented.
 */
function beginsAnew(line: string, { parts }: OpenDocument): boolean {
  const second = parts[1];
  if (/^\{\s*"resourceType"/.test(line)) return true;
  if (/^\{\s*$/.test(line)) return second !== undefined && /^\s/.test(second);
  return line.startsWith('{') && toResource(parse(line)) !== null;
}

function readDocument(text: string, line: number): Reading {
  const resource = toResource(parse(text));
  if (resource === null) return { kind: 'unreadable', line };
  if (resource.resourceType !== 'Bundle') return { kind: 'resource', resource };
  return { kind: 'bundle', resources: entriesOf(resource.content) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toResource(content: unknown, fullUrl?: unknown): Resource | null {
  if (!isObject(content) || typeof content['resourceType'] !== 'string') return null;
  const { resourceType } = content;
  return { resourceType, content, ...(typeof fullUrl === 'string' && { fullUrl }) };
}

/** An entry without a resource is an answer or a deletion: it records nothing. A Bundle in a Bundle is the answer of a batch. */
function entriesOf(bundle: object): readonly Resource[] {
  const entries: unknown = 'entry' in bundle ? bundle.entry : [];
  if (!Array.isArray(entries)) return [];
  return entries.filter(isObject).flatMap((entry) => {
    const resource = toResource(entry['resource'], entry['fullUrl']);
    return resource?.resourceType === 'Bundle' ? entriesOf(resource.content) : (resource ?? []);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
