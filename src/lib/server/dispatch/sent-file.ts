import { recordAudit } from '#lib/server/audit.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { auditPlaceOf, findDispatch, openDispatch, type Dispatch, type Vault } from './outbox.ts';

const types: Record<string, string> = { 'brev.pdf': 'application/pdf', 'avtale.ics': 'text/calendar' };

/** What the files of a message are called in addresses, whatever its language. */
export function sentFilesOf({ channel }: Pick<Dispatch, 'channel'>): string[] {
  if (channel === 'sms') return [];
  return channel === 'notice' ? ['brev.pdf'] : Object.keys(types);
}

/** A file of a message of this case by its name; reading it stands in the audit. Throws 404 when there is none. */
export async function readSentFile(
  tx: Tx,
  { municipalityNo, id, unitNo }: StoredCase,
  { message, file }: { message: string; file: string },
  { vault, at }: { vault: Vault; at: Date }
): Promise<{ name: string; mimeType: string; content: Buffer }> {
  const dispatch = await findDispatch(tx, { municipalityNo, id: message });
  if (dispatch?.caseId !== id) throw Problem.notFound();
  const sent = await openDispatch(tx, vault, dispatch);
  const found = sent && 'files' in sent ? sent.files.find(({ mimeType }) => mimeType === types[file]) : undefined;
  if (!found) throw Problem.notFound();
  const detail = { message, file };
  await recordAudit(tx, { at, ...auditPlaceOf({ unitNo, caseId: id }), action: 'case_letter_read', detail });
  return { ...found, content: Buffer.from(found.content, 'base64') };
}
