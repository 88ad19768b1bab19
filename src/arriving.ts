/** Something that is still on its way, for those who may only ask once it is here. */
export interface Arriving<Thing> {
  readonly whenHere: Promise<Thing>;
  /** The thing itself. Errors: throws before it is here, which only a broken order of work can ask. */
  readonly here: () => Thing;
}

export function arriving<Thing>(coming: Promise<Thing>): Arriving<Thing> {
  let arrived: { readonly thing: Thing } | null = null;
  const whenHere = coming.then((thing) => {
    arrived = { thing };
    return thing;
  });
  return {
    whenHere,
    here: () => {
      if (arrived === null) throw new Error('Asked for before it was here.');
      return arrived.thing;
    },
  };
}
