import type { Content } from 'pdfmake';

/** Lays content out in a column of this width and answers how high it comes out; both in points. */
export type Measure = (content: Content[], width: number) => Promise<number>;
