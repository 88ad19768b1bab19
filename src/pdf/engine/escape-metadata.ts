const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

interface MetadataWriter {
  info: object;
  _addInfo: () => void;
}

/** The document engine is not the one this was written for. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/**
 * Makes pdfkit write title, author and subject as XML text in the XMP metadata: it puts them there unescaped, and an "&" in
 * the name of a hospital would leave metadata that no reader can parse. The document's own Info stays as it is.
 *
 * Errors: EngineError when the document does not write its metadata the way pdfkit 0.19 does.
 */
export function escapeMetadata(document: object): void {
  if (!isMetadataWriter(document)) throw new EngineError('no metadata to escape');
  const addInfo = document._addInfo.bind(document);
  document._addInfo = () => {
    const plain = document.info;
    document.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escaped(value)]));
    addInfo();
    document.info = plain;
  };
}

function escaped(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter) : value;
}

function isMetadataWriter(document: object): document is MetadataWriter {
  return '_addInfo' in document && typeof document._addInfo === 'function' && 'info' in document;
}
