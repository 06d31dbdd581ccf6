import { parseHTML } from 'linkedom';

/** The document charts are drawn with on the server; nothing is ever attached to it. */
export const svgDocument: Document = parseHTML('<!doctype html><html><body></body></html>').document;
