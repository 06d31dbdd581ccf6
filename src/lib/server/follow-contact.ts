import { randomUUID } from 'node:crypto';
import type { FollowContact, FollowSide } from '#lib/domain/follow-contact.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** The last contact with a municipality and the next that is planned, whoever had it: days are ISO. */
export type LatestContact = {
  municipalityNo: string;
  lastOn: string | null;
  lastBy: string | null;
  lastSide: FollowSide | null;
  nextOn: string | null;
  nextSide: FollowSide | null;
};
/** A contact in the log, with who wrote it. */
export type LoggedContact = FollowContact & {
  id: string;
  at: Date;
  writtenBy: string;
  writer: string;
  side: FollowSide;
  doneAt: Date | null;
};

/** The last and the next contact of each municipality that the actor follows up, calls of KORUS in their rounds among them. */
export function listLatestContacts(tx: Tx): Promise<LatestContact[]> {
  return tx.query<LatestContact>(
    `with calls as (
      select municipality_no, last_on, by_name, next_on from app_desk_calls()
    ),
    had as (
      select municipality_no, happened_on as last_on, writer_name as by_name, side from follow_contact where kind <> 'note'
      union all
      select municipality_no, last_on, by_name, 'korus' from calls
    ),
    planned as (
      select municipality_no, next_on, next_side from follow_contact where done_at is null and next_on is not null
      union all
      select municipality_no, next_on, 'korus' from calls where next_on is not null
    ),
    last as (
      select distinct on (municipality_no) municipality_no, last_on, by_name, side
      from had
      order by municipality_no, last_on desc
    ),
    next as (
      select distinct on (municipality_no) municipality_no, next_on, next_side
      from planned
      order by municipality_no, next_on
    )
    select
      coalesce(last.municipality_no, next.municipality_no) as "municipalityNo",
      last.last_on::text as "lastOn",
      last.by_name as "lastBy",
      last.side as "lastSide",
      next.next_on::text as "nextOn",
      next.next_side as "nextSide"
    from last
    full join next on next.municipality_no = last.municipality_no`
  );
}

/** A contact without what was said, and without who had it. */
export type CountyContact = Pick<FollowContact, 'happenedOn' | 'kind'> & { municipalityNo: string };

/** The contacts of the county governor with some municipalities in a year, by day; notes are none. */
export function listCountyContacts(tx: Tx, municipalityNos: readonly string[], year: number): Promise<CountyContact[]> {
  return tx.query<CountyContact>(
    `select municipality_no as "municipalityNo", happened_on::text as "happenedOn", kind
    from follow_contact
    where municipality_no = any ($1)
      and side = 'governor'
      and kind <> 'note'
      and happened_on between make_date($2, 1, 1) and make_date($2, 12, 31)
    order by happened_on, municipality_no, id`,
    [municipalityNos, year]
  );
}

/** The log of a municipality, the newest first. */
export function listContactLog(tx: Tx, municipalityNo: string): Promise<LoggedContact[]> {
  return tx.query<LoggedContact>(
    `select
      id,
      at,
      happened_on::text as "happenedOn",
      kind,
      text,
      written_by as "writtenBy",
      writer_name as writer,
      side,
      next_on::text as "nextOn",
      next_side as "nextSide",
      done_at as "doneAt"
    from follow_contact
    where municipality_no = $1
    order by happened_on desc, at desc, id`,
    [municipalityNo]
  );
}

type Writer = { personId: string; name: string; side: FollowSide };

/** Adds a contact to the log; what was planned before it and is due is done with it. What it says stands in no audit. */
export async function addContact(
  tx: Tx,
  municipalityNo: string,
  { by, ...contact }: FollowContact & { by: Writer },
  at: Date
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `update follow_contact
    set done_at = $2
    where municipality_no = $1 and done_at is null and next_on <= $3 and $4 <> 'note'`,
    [municipalityNo, at, contact.happenedOn, contact.kind]
  );
  await tx.query(
    `insert into follow_contact (municipality_no, id, at, happened_on, kind, text, written_by, writer_name, side, next_on,
      next_side)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[municipalityNo, id, at, contact.happenedOn, contact.kind, contact.text],
      ...[by.personId, by.name, by.side, contact.nextOn, contact.nextSide]
    ]
  );
  await recordAudit(tx, { at, chain: municipalityNo, action: 'follow_contact_added', subject: id, detail: {} });
  return id;
}

/** Takes back a contact that one wrote oneself. */
export async function removeContact(tx: Tx, municipalityNo: string, id: string, at: Date): Promise<void> {
  const removed = await tx.query(
    `delete from follow_contact
    where municipality_no = $1 and id = $2 and written_by = app_person()
    returning id`,
    [municipalityNo, id]
  );
  if (removed.length === 0) throw Problem.notFound();
  await recordAudit(tx, { at, chain: municipalityNo, action: 'follow_contact_removed', subject: id, detail: {} });
}

/** That what was planned next is done, whoever planned it. */
export async function finishNext(tx: Tx, municipalityNo: string, id: string, at: Date): Promise<void> {
  const done = await tx.query(
    `update follow_contact
    set done_at = $3
    where municipality_no = $1 and id = $2 and done_at is null and next_on is not null
    returning id`,
    [municipalityNo, id, at]
  );
  if (done.length === 0) throw Problem.notFound();
  await recordAudit(tx, { at, chain: municipalityNo, action: 'follow_contact_done', subject: id, detail: {} });
}
