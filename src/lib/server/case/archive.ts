import type { ArchivedCase, ArchivedMessage } from '#lib/domain/case/case-archive.ts';
import type { Outgoing } from '#lib/domain/case/dispatch.ts';
import {
  listDispatches,
  listDispatchEvents,
  openDispatch,
  type Dispatch,
  type Vault
} from '#lib/server/dispatch/outbox.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { listConditionVersions } from './condition.ts';
import type { Register } from './data-key.ts';
import { listDocuments, readDocument } from './document.ts';
import { listEvents, type StoredCase } from './file.ts';
import { listNotices } from './notice.ts';
import { readPerson } from './person.ts';

/**
 * All that the register holds of a closed case, opened; that it was read stands in the unit's audit. A case that is not closed, or
 * whose person the actor may not read, is not found.
 */
export async function readArchivedCase(register: Register, vault: Vault, file: StoredCase): Promise<ArchivedCase> {
  const { tx } = register;
  const person = file.state === 'closed' ? await readPerson(register, file, 'archive') : null;
  if (!person) throw Problem.notFound();
  const notices = await listNotices(tx, file);
  return {
    ...{ id: file.id, municipalityNo: file.municipalityNo, unitNo: file.unitNo, number: file.number, year: file.year },
    ...{ channel: file.channel, policeDistrict: file.policeDistrict, legalGround: file.legalGround },
    ...{ responsible: file.responsible, file, person },
    conditions: await listConditionVersions(tx, file),
    events: (await listEvents(tx, file)).reverse(),
    notices: notices.reverse(),
    messages: await readMessages(register, vault, file),
    documents: await readDocuments(register, file)
  };
}

async function readDocuments(register: Register, file: StoredCase): Promise<ArchivedCase['documents'][number][]> {
  const documents = [];
  const { municipalityNo, id: of } = file;
  for (const { id, kind, ending, addedAt } of await listDocuments(register.tx, {
    municipalityNo,
    id: of,
    of: 'case'
  })) {
    const content = await readDocument(register, { municipalityNo, id }, 'archive');
    if (!content) throw Problem.notFound();
    documents.push({ id, kind, ending, addedAt, bytes: new Uint8Array(content) });
  }
  return documents;
}

async function readMessages({ tx }: Register, vault: Vault, file: StoredCase): Promise<ArchivedMessage[]> {
  const listed = (await listDispatches(tx, file.municipalityNo, file.id)).reverse();
  const messages: ArchivedMessage[] = [];
  for (const one of listed) {
    const content = await openDispatch(tx, vault, one);
    messages.push({
      ...{ id: one.id, kind: one.kind, channel: one.channel, state: one.state, createdAt: one.createdAt },
      sentAt: one.acceptedAt ?? (await givenAt(tx, one)),
      receiver: content && receiverOf(content),
      files: content && filesOf(content)
    });
  }
  return messages;
}

/** When a message was given by hand; null when it never left. */
async function givenAt(tx: Tx, message: Dispatch): Promise<Date | null> {
  const events = await listDispatchEvents(tx, message);
  return events.find(({ state }) => state === 'handed_over')?.at ?? null;
}

function receiverOf(content: Outgoing): string | null {
  return content.channel === 'sms' ? null : content.to.name;
}

function filesOf(content: Outgoing): ArchivedMessage['files'] {
  if (content.channel === 'sms') return [];
  return content.files.map(({ name, mimeType, content: encoded }) => ({
    ...{ name, mimeType },
    bytes: new Uint8Array(Buffer.from(encoded, 'base64'))
  }));
}
