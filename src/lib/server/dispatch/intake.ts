import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { AuditAction } from '#lib/domain/audit.ts';
import { nextTry, type IncomingState } from '#lib/domain/case/case-incoming.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { addDocuments } from '#lib/server/case/document.ts';
import { forgetSetAside } from '#lib/server/case/incoming.ts';
import type { MasterKeys } from '#lib/server/case/master-key.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { CarrierFailure } from './carrier.ts';
import { filesOf } from './consignment.ts';
import type { Received, Svarinn } from './svarinn.ts';

const pauseMs = 300_000;
const actor = { kind: 'system', task: 'case_intake' } as const;

/** What comes in, and where it is kept; without SvarInn only what was set aside is deleted in time. */
export type Intake = { db: Db; masters: MasterKeys; svarinn: Svarinn | null };
type Known = { id: string; state: IncomingState; fetchedAt: Date; triedAt: Date };
const told = {
  waiting: 'incoming_stored',
  unreadable: 'incoming_unreadable',
  rejected: 'incoming_rejected'
} as const satisfies Partial<Record<IncomingState, AuditAction>>;
type Mailbox = { municipalityNo: string; unitNo: string };

/** Looks into the mailboxes now and every five minutes, until what it returns is called. What fails is tried again. */
export function startIntake(intake: Intake, clock: () => Date, log: Pick<Logger, 'error'>): () => Promise<void> {
  const failed = (error: unknown) => log.error({ code: codeOf(error) }, 'intake failed');
  const work = () => takeIn(intake, clock, failed).catch(failed);
  let working: Promise<unknown> = work();
  const timer = setInterval(() => {
    working = working.then(work);
  }, pauseMs);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/**
 * One look into every mailbox of a municipality whose unit keeps its cases here; others are left alone. Each consignment is
 * stored once, and acknowledged only then: what a crash leaves between is acknowledged the next time. `failed` is told of each
 * that could not be taken, and the others are taken all the same.
 */
export async function takeIn(intake: Intake, clock: () => Date, failed: (error: unknown) => void): Promise<void> {
  const { db, svarinn } = intake;
  await db.transaction(actor, (tx) => forgetSetAside(tx, clock()));
  for (const municipalityNo of svarinn?.municipalities ?? []) {
    const unitNo = await db.transaction(actor, (tx) => unitOf(tx, municipalityNo));
    if (svarinn === null || unitNo === null) continue;
    const listed = await svarinn.list(municipalityNo).catch((error: unknown) => {
      failed(error);
      return [];
    });
    for (const received of listed) {
      await takeOne({ ...intake, svarinn }, { municipalityNo, unitNo }, received, clock()).catch(failed);
    }
  }
}

async function unitOf(tx: Tx, municipalityNo: string): Promise<string | null> {
  const [found] = await tx.query<{ unitNo: string }>(
    `select unit_no as "unitNo"
    from case_unit_area
    where municipality_no = $1 and daterange(valid_from, valid_until) @> current_date`,
    [municipalityNo]
  );
  return found?.unitNo ?? null;
}

type Working = Intake & { svarinn: Svarinn };

async function takeOne(intake: Working, mailbox: Mailbox, received: Received, at: Date): Promise<void> {
  const { municipalityNo } = mailbox;
  const known = await intake.db.transaction(actor, (tx) => findKnown(tx, municipalityNo, received.id));
  if (known?.state === 'rejected') return tell(intake, mailbox, received.id, { at, isTaken: false });
  if (known && known.state !== 'unreadable') return tell(intake, mailbox, received.id, { at, isTaken: true });
  const next = known ? nextTry(known, at) : 'try';
  if (next === 'wait') return;
  const content = await intake.svarinn.open(municipalityNo, received.id).catch((error: unknown) => {
    if (error instanceof CarrierFailure && error.code === 'undecipherable') return null;
    throw error;
  });
  if (content === null) return refuse(intake, mailbox, received, { at, isFinal: next === 'give_up' });
  await intake.db.transaction(actor, async (tx) => {
    const id = await keep(tx, mailbox, received, { state: 'waiting', at });
    if (id === null) return;
    const place = { ...mailbox, id, of: 'incoming' } as const;
    const files = filesOf(content, received.files);
    await addDocuments({ tx, masters: intake.masters, at }, place, { kind: 'referral', files, by: null });
  });
  await tell(intake, mailbox, received.id, { at, isTaken: true });
}

/** What cannot be read is a task for the unit, and SvarInn is told; after a day it goes on to paper. */
async function refuse(
  { db, svarinn }: Working,
  mailbox: Mailbox,
  received: Received,
  { at, isFinal }: { at: Date; isFinal: boolean }
): Promise<void> {
  await db.transaction(actor, (tx) => keep(tx, mailbox, received, { state: isFinal ? 'rejected' : 'unreadable', at }));
  await svarinn.reject(mailbox.municipalityNo, received.id, { isFinal });
  if (isFinal) await db.transaction(actor, (tx) => markTold(tx, mailbox, received.id, at));
}

async function tell(
  { db, svarinn }: Working,
  mailbox: Mailbox,
  externalId: string,
  { at, isTaken }: { at: Date; isTaken: boolean }
): Promise<void> {
  const { municipalityNo } = mailbox;
  const telling = isTaken
    ? svarinn.acknowledge(municipalityNo, externalId)
    : svarinn.reject(municipalityNo, externalId, { isFinal: true });
  await telling.catch((error: unknown) => {
    // Another replica was first: it lies there no longer.
    if (!(error instanceof CarrierFailure && error.code === 'http-404')) throw error;
  });
  await db.transaction(actor, (tx) => markTold(tx, mailbox, externalId, at));
}

async function findKnown(tx: Tx, municipalityNo: string, externalId: string): Promise<Known | null> {
  const [known] = await tx.query<Known>(
    `select id, state, fetched_at as "fetchedAt", tried_at as "triedAt"
    from case_incoming
    where municipality_no = $1 and external_id = $2`,
    [municipalityNo, externalId]
  );
  return known ?? null;
}

/** Keeps a consignment, or what is new about one that could not be read; null when another has kept it meanwhile. */
async function keep(
  tx: Tx,
  { municipalityNo, unitNo }: Mailbox,
  received: Received,
  { state, at }: { state: keyof typeof told; at: Date }
): Promise<string | null> {
  const organisation = received.senderOrganisationNo?.replaceAll(/\s/g, '') ?? '';
  const [kept] = await tx.query<{ id: string }>(
    `insert into case_incoming (
      municipality_no, id, unit_no, external_id, state, sender_organisation_no, sent_at, fetched_at, tried_at
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
    on conflict (municipality_no, external_id) do update
    set state = excluded.state, tried_at = excluded.tried_at
    where case_incoming.state = 'unreadable'
    returning id`,
    [
      ...[municipalityNo, randomUUID(), unitNo, received.id, state],
      ...[/^\d{9}$/.test(organisation) ? organisation : null, received.sentAt, at]
    ]
  );
  if (!kept) return null;
  const detail = { municipality: municipalityNo };
  await recordAudit(tx, {
    ...{ at, chain: `unit-${unitNo}`, action: told[state], subject: `incoming/${kept.id}`, detail }
  });
  return kept.id;
}

async function markTold(tx: Tx, { municipalityNo }: Mailbox, externalId: string, at: Date): Promise<void> {
  await tx.query(
    `update case_incoming
    set acknowledged_at = coalesce(acknowledged_at, $3)
    where municipality_no = $1 and external_id = $2`,
    [municipalityNo, externalId, at]
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : 'unknown';
}
