import type { Logger } from 'pino';
import { daysBetweenChecks, outcomeOf, webCheckOutcomes, type PageRead, type WebCheck } from '#lib/domain/web-check.ts';
import { readWebAddress } from '#lib/domain/web-address.ts';
import { recordAudit } from './audit.ts';
import type { Actor, Db, Tx } from './db.ts';

const task: Actor = { kind: 'system', task: 'web_check' };
/** A check that has not come to an end by then was cut off. */
const claimMinutes = 10;
/** One page at a time, and no more often than this over all pages. */
const pauseMs = 20_000;

type Claimed = { municipalityNo: string; address: string };
type ReadPage = (address: string) => Promise<PageRead>;

/** Asks for the page that waits longest, if any; true when there was one. No transaction is open while the site answers. */
export async function checkNextPage(db: Db, read: ReadPage, clock: () => Date): Promise<boolean> {
  const claimed = await db.transaction(task, (tx) => claimDue(tx, clock()));
  if (!claimed) return false;
  const address = readWebAddress(claimed.address);
  const found = outcomeOf(address === null ? { kind: 'refused', why: 'host' } : await read(address));
  await db.transaction(task, (tx) => settle(tx, claimed, { ...found, checkedAt: clock() }));
  return true;
}

/** What was last found at the addresses of some municipalities, by number; those not checked are left out. */
export async function listWebChecks(
  tx: Tx,
  municipalityNos: readonly string[]
): Promise<ReadonlyMap<string, WebCheck>> {
  const rows = await tx.query<WebCheck & { municipalityNo: string }>(
    `select municipality_no as "municipalityNo", address, checked_at as "checkedAt", outcome, detail
    from web_check
    where municipality_no = any ($1) and outcome is not null`,
    [municipalityNos]
  );
  return new Map(rows.map(({ municipalityNo, ...check }) => [municipalityNo, check]));
}

/** Checks pages until what it returns is called. What fails is told to the log and tried again at its next turn. */
export function startWebChecks(
  db: Db,
  read: ReadPage,
  { clock, log }: { clock: () => Date; log: Pick<Logger, 'error'> }
): () => Promise<void> {
  const check = () =>
    checkNextPage(db, read, clock).then(
      () => undefined,
      (error: unknown) => {
        log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'web check failed');
      }
    );
  let working = check();
  const timer = setInterval(() => {
    working = working.then(check);
  }, pauseMs);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/** The newest address of each municipality that was never asked for, is another than last, or whose time has come. */
async function claimDue(tx: Tx, now: Date): Promise<Claimed | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('web_check', 0))`);
  const [claimed] = await tx.query<Claimed>(
    `with newest as (
      select distinct on (report.municipality_no)
        report.municipality_no,
        report.answers -> 'web_address' ->> 'value' as address
      from report
      join round on round.id = report.round_id
      where round.opened_at is not null and round.data_kind = 'reported'
      order by report.municipality_no, round.period_end desc, report.version desc
    ),
    pause as (
      select outcome, days from unnest($2::text[], $3::integer[]) as each (outcome, days)
    )
    insert into web_check (municipality_no, address, claimed_at)
    select newest.municipality_no, newest.address, $1
    from newest
    left join web_check as last on last.municipality_no = newest.municipality_no
    left join pause on pause.outcome = last.outcome
    where newest.address is not null
      and length(newest.address) <= 500
      and (
        last.municipality_no is null
        or last.address <> newest.address
        or last.claimed_at <= $1::timestamptz - make_interval(mins => $4)
          and (last.checked_at is null or last.checked_at <= $1::timestamptz - make_interval(days => pause.days))
      )
    order by last.claimed_at nulls first, newest.municipality_no
    limit 1
    on conflict (municipality_no) do update
    set
      address = excluded.address,
      claimed_at = excluded.claimed_at,
      checked_at = case when web_check.address = excluded.address then web_check.checked_at end,
      outcome = case when web_check.address = excluded.address then web_check.outcome end,
      detail = case when web_check.address = excluded.address then web_check.detail end
    returning municipality_no as "municipalityNo", address`,
    [now, [...webCheckOutcomes], webCheckOutcomes.map((outcome) => daysBetweenChecks[outcome]), claimMinutes]
  );
  return claimed ?? null;
}

/** What was found of an address that has been changed meanwhile is dropped. */
async function settle(
  tx: Tx,
  { municipalityNo, address }: Claimed,
  { outcome, detail, checkedAt }: Omit<WebCheck, 'address'>
): Promise<void> {
  const changed = await tx.query(
    `update web_check
    set outcome = $3, detail = $4, checked_at = $5
    where municipality_no = $1 and address = $2
    returning municipality_no`,
    [municipalityNo, address, outcome, detail, checkedAt]
  );
  if (changed.length === 0) return;
  const entry = { at: checkedAt, chain: municipalityNo, action: 'web_checked', subject: municipalityNo };
  await recordAudit(tx, { ...entry, detail: { outcome } });
}
