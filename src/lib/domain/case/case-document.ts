export const documentKinds = ['referral', 'answer'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a file may be called after its last dot; `bin` is anything else. Of its name no more is kept. */
const endings = ['pdf', 'docx', 'doc', 'odt', 'rtf', 'txt', 'xml', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'zip', 'bin'];

/** Bytes that the documents of one form may have together. */
const mostDocumentBytes = 10 * 1024 * 1024;
/** How many documents one form may have. */
const mostDocuments = 10;

/** Why documents are refused: one is empty or no PDF, they are too large together, or too many. */
export type DocumentFault = 'no_pdf' | 'too_large' | 'too_many';

/** Whether it begins and ends as a PDF does, whatever it is called. */
function isPdf(content: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(textOf(content.subarray(0, 8))) && textOf(content.subarray(-1024)).includes('%%EOF');
}

/** What is wrong with documents that somebody attaches; null when nothing is. */
export function documentFault(contents: readonly Uint8Array[]): DocumentFault | null {
  if (contents.length > mostDocuments) return 'too_many';
  if (contents.reduce((sum, { length }) => sum + length, 0) > mostDocumentBytes) return 'too_large';
  return contents.every(isPdf) ? null : 'no_pdf';
}

/** The ending that a file is kept with: that of its name if known, and `pdf` only for what is one. */
export function endingOf(name: string, content: Uint8Array): string {
  if (isPdf(content)) return 'pdf';
  const ending = /\.([a-z]{3,4})$/.exec(name.toLowerCase())?.[1] ?? '';
  return endings.includes(ending) && ending !== 'pdf' ? ending : 'bin';
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
