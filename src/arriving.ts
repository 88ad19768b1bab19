/** Something that is fetched once, for those who may only ask for it once it is here. */
export interface Arriving<Thing> {
  /** Fetches at the first call; every call gives the same promise. */
  readonly whenHere: () => Promise<Thing>;
  /** The same for who only waits and does not make it come. */
  readonly arrival: Promise<Thing>;
  /** The thing itself. Errors: throws before it is here, which only a broken order of work can ask. */
  readonly here: () => Thing;
}

export function arriving<Thing>(fetchIt: () => Promise<Thing>): Arriving<Thing> {
  let coming: Promise<Thing> | null = null;
  let arrived: { readonly thing: Thing } | null = null;
  let begin: (fetched: Promise<Thing>) => void = () => undefined;
  const arrival = new Promise<Thing>((resolve) => {
    begin = resolve;
  });
  // Who made it come hears that it failed; who waits may not be there yet.
  arrival.catch(() => undefined);
  const fetchOnce = async (): Promise<Thing> => {
    const thing = await fetchIt();
    arrived = { thing };
    return thing;
  };
  return {
    whenHere: () => {
      if (coming === null) begin((coming = fetchOnce()));
      return coming;
    },
    arrival,
    here: () => {
      if (arrived === null) throw new Error('Asked for before it was here.');
      return arrived.thing;
    },
  };
}
