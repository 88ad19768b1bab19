declare const entityId: unique symbol;
/** Id of a row of the list of rare cancers (`knowledge/classification/rare-cancers.json`). */
export type EntityId = string & { readonly [entityId]: true };

/** What an entity is called: enough to show a verdict. */
export interface EntityName {
  readonly id: EntityId;
  readonly nameNl: string;
  readonly nameEn: string;
  /** Place on the European list; null = not settled, or above the threshold only together with another site. */
  readonly rare: boolean | null;
}

/** What is said about an entity on screen and on paper; the deciding half is the classification's. */
export interface Entity extends EntityName {
  readonly synonyms: readonly string[];
  /** Noun phrase for running text, with its article: "een leiomyosarcoom". */
  readonly nameInSentenceNl: string;
  /** One sentence on where it starts or what it is. */
  readonly explainedNl: string;
  /** Family of the Dutch rare-cancer platform ("sarcoma", "haematological", …). */
  readonly family: string;
  /** Keys of the sources of this row, in `knowledge/classification/SOURCES.md`. */
  readonly sources: readonly string[];
  /** For the clinician: where the list needs a word of warning. In English, as the list has it. */
  readonly caveatEn?: string;
}
