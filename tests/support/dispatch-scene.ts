import { randomUUID } from 'node:crypto';
import type { Outgoing } from '#lib/domain/case/dispatch.ts';
import type { Store } from '#lib/server/db.ts';
import { queueDispatch, type Vault } from '#lib/server/dispatch/outbox.ts';

export const municipalityNo = '4204';
export const start = new Date('2026-11-23T09:00:00Z');
export const minutesLater = (minutes: number, from = start) => new Date(from.getTime() + minutes * 60_000);
const mask = 0x5a;
const scramble = (content: Buffer) => Buffer.from(content.map((byte) => byte ^ mask));

/** Keeps content unreadable enough to see that nothing else is stored; bound to its row. */
export const testVault: Vault = {
  seal: async (_, __, context, content) => scramble(Buffer.concat([Buffer.from(`${context}\n`), content])),
  open: async (_, __, context, sealed) => {
    const opened = scramble(sealed);
    if (!opened.subarray(0, context.length).equals(Buffer.from(context))) throw new Error('not from this row');
    return opened.subarray(context.length + 1);
  }
};

const pdf = { name: 'brev.pdf', mimeType: 'application/pdf', content: Buffer.from('%PDF-1.7 brev').toString('base64') };
const address = { lines: ['Prøveveien 1'], postcode: '4611', place: 'KRISTIANSAND S' };
export const letter: Outgoing = {
  channel: 'letter',
  to: { name: 'Ola Oppdiktet', nationalId: '01010750160', address },
  title: 'Brev fra Kristiansand kommune',
  files: [pdf]
};
export const notice: Outgoing = {
  channel: 'notice',
  to: { name: 'Oppdiktet mottaker', organisationNo: '974761076', address: null },
  title: 'Melding fra Kristiansand kommune',
  files: [pdf]
};
export const sms: Outgoing = {
  channel: 'sms',
  to: { phone: '+4791234567' },
  text: 'Du har en avtale 3. desember kl. 10.00 hos Kristiansand kommune.'
};

/** A unit with a case, as its owner would have made them; returns the id of the case. */
export async function openCase(db: Store): Promise<string> {
  const id = randomUUID();
  const at = start;
  await db.owner.query(`insert into case_unit (unit_no, opened_at) values ($1, $2) on conflict do nothing`, [
    municipalityNo,
    at
  ]);
  await db.owner.query(
    `insert into case_unit_area (municipality_no, unit_no, valid_from) values ($1, $1, '2026-01-01') on conflict do nothing`,
    [municipalityNo]
  );
  await db.owner.query(
    `insert into case_file (municipality_no, id, unit_no, number, year, state, attendance, testing, reference_digest,
      police_district, legal_ground, decided_on, received_on, channel, created_at, changed_at)
    select $1, $2, $1, count(*) + 1, 2026, 'received', 'not_summoned', 'not_required', $3, 'agder', 'waiver',
      '2026-11-01', '2026-11-20', 'manual', $4, $4
    from case_file`,
    [municipalityNo, id, Buffer.from(id), at]
  );
  return id;
}

const task = { kind: 'system', task: 'case_dispatch' } as const;

/** Queues a message of the case; returns its id. */
export function queue(db: Store, caseId: string, message: Outgoing, at = start): Promise<string> {
  const kind = ({ letter: 'summons', notice: 'notice', sms: 'reminder' } as const)[message.channel];
  return db.transaction(task, (tx) =>
    queueDispatch(tx, testVault, { municipalityNo, caseId, kind, message }, { at, by: null })
  );
}
