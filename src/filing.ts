// What finds, writes, marks and reads back booklets in the chart: fetched as one, after the first screen (D39).
export { sha1Of, toHex } from './fhir/attachment-bytes.ts';
export { createDocument, lookForDocument } from './fhir/create-document.ts';
export { findDocuments } from './fhir/find-documents.ts';
export { markDocument } from './fhir/mark-document.ts';
export { readStoredFile } from './fhir/read-stored-file.ts';
