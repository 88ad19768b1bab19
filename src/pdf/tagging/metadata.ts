import type { PdfKitDocument } from './pdfmake-internals.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Makes pdfkit write title, author and subject as XML text in the XMP metadata: it puts them there unescaped, and an "&" in
 * the name of a hospital would leave metadata that no reader can parse. The document's own Info stays as it is.
 */
export function escapeMetadata(document: PdfKitDocument): void {
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

/** Says in the metadata that the file is PDF/UA-1; PDF/A has pdfkit say. */
export function claimPdfUa(document: PdfKitDocument): void {
  document.appendXML(PDF_UA_1);
}

/** "pdfuaid" is no predefined schema of PDF/A-2, so the file must describe it (ISO 19005-2, 6.6.2.3). */
const PDF_UA_1 = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
