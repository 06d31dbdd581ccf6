import { documentFault, type DocumentFault } from '#lib/domain/case/case-document.ts';
import type { DocumentFile } from '#lib/server/case/document.ts';

/** Bytes of a form with documents: more than they may have, so that what is too much is told in the form. */
export const mostBytes = 16 * 1024 * 1024;

/** The documents that were attached in a field, and what is wrong with them. */
export async function readDocuments(
  form: FormData,
  field: string
): Promise<{ files: DocumentFile[]; fault: DocumentFault | null }> {
  const chosen = form.getAll(field).filter((one) => one instanceof File && (one.size > 0 || one.name !== ''));
  const contents = await Promise.all(chosen.map(async (one) => Buffer.from(await (one as File).arrayBuffer())));
  return { files: contents.map((content) => ({ ending: 'pdf', content })), fault: documentFault(contents) };
}

/** What was typed in a form, without its files: they have to be chosen again. */
export function typedOf(form: FormData): [string, string][] {
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
}
