/** A longer text is hardly ever written twice, and a stream of them would fill the memory. */
const LONGEST = 200;

type Part = string | number | undefined;

/** What the parts so far lead to. */
export interface Place<Value> {
  readonly next: Map<Part, Place<Value>>;
  value: Value | undefined;
}

/**
 * Remembers values by a list of parts, taken one after the other: making one key of them all costs more than finding them.
 *
 * Shape:  lists are told apart by their parts and their number only when nothing may follow a value, or their lengths are parts
 *         too. At most about `limit` places, none behind a long text, so that a stream of any length takes no more memory; at the
 *         limit it begins anew.
 */
export class PathMemory<Value> {
  readonly #limit: number;
  #places = 0;
  #start: Place<Value> = emptyPlace();

  constructor(limit: number) {
    this.#limit = limit;
  }

  start(): Place<Value> {
    if (this.#places >= this.#limit) {
      this.#places = 0;
      this.#start = emptyPlace();
    }
    return this.#start;
  }

  /** The place that this part leads to; after a long text one that is forgotten. */
  next(place: Place<Value>, part: Part): Place<Value> {
    const known = place.next.get(part);
    if (known !== undefined) return known;
    const made = emptyPlace<Value>();
    if (typeof part === 'string' && part.length > LONGEST) return made;
    place.next.set(part, made);
    this.#places += 1;
    return made;
  }
}

function emptyPlace<Value>(): Place<Value> {
  return { next: new Map(), value: undefined };
}
