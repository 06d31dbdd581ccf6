import type { CaseFile, Proposal } from '#lib/domain/case/case-file.ts';
import { decide, withNew, type Doer, type Outcome, type Refusal } from '#lib/domain/case/case-flow.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import { settingOn } from '#lib/domain/case/case-setting.ts';
import { transitionOf, type CaseEvent } from '#lib/domain/case/case-transition.ts';
import { dayOf, daysAfter } from '#lib/domain/day.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { addConditions, changeCase, findCase, listConditions, type StoredCase } from './file.ts';
import { addNotice } from './notice.ts';
import type { CaseKey } from './person.ts';
import { countRows } from './removal.ts';
import { listSettings } from './unit.ts';

/** A step in a case: what happens, what is given with it, and who does it. */
export type Step = { event: CaseEvent; given: CaseGiven; doer: Doer };
/** What became of a step. */
export type StepResult = { kind: 'moved' | 'proposed' } | { kind: 'refused'; reason: Refusal };

/** Does one step: the case, its conditions, notice and history in one go, with a row in the unit's audit. */
export async function takeStep(tx: Tx, key: CaseKey, step: Step, now: Date): Promise<StepResult> {
  const file = await findCase(tx, key);
  if (!file) throw Problem.notFound();
  const conditions = await listConditions(tx, key);
  const setting = settingOn(await listSettings(tx, file.unitNo), dayOf(now));
  const given: CaseGiven = { ...givenOf(file, step), unsentNotices: file.unsentNotices };
  const outcome = decide(step.event, { file, conditions, given, setting, now, proposal: file.proposal }, step.doer);
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind === 'proposed') {
    await propose(tx, file, { proposal: outcome.proposal, given }, now);
    return { kind: 'proposed' };
  }
  if (step.event === 'purge') {
    await purge(tx, file, now);
    return { kind: 'moved' };
  }
  await addConditions(tx, key, newConditions(conditions, given), now);
  await move(tx, file, { ...step, given, outcome }, now);
  return { kind: 'moved' };
}

/** Who confirms gives nothing: what was proposed holds. */
function givenOf({ proposal, proposed }: StoredCase, { event, given, doer }: Step): CaseGiven {
  const isConfirming = transitionOf(event).confirmedBy === doer.part && proposal?.event === event;
  return isConfirming ? ((proposed ?? {}) as CaseGiven) : given;
}

function newConditions(before: Awaited<ReturnType<typeof listConditions>>, { conditions = [] }: CaseGiven) {
  const isSame = (one: (typeof before)[number]) =>
    before.some((other) => JSON.stringify(other) === JSON.stringify({ ...other, ...one }));
  return withNew([], conditions).filter((one) => !isSame(one));
}

async function propose(
  tx: Tx,
  file: StoredCase,
  { proposal, given }: { proposal: Proposal; given: CaseGiven },
  at: Date
): Promise<void> {
  const proposed = await tx.query(
    `update case_file
    set proposed_event = $3, proposed_by = $4, proposed_at = $5, proposal = $6, revision = revision + 1, changed_at = $5
    where municipality_no = $1 and id = $2 and revision = $7
    returning id`,
    [
      file.municipalityNo,
      file.id,
      proposal.event,
      proposal.by,
      at,
      recordedOf(proposal.event as CaseEvent, given),
      file.revision
    ]
  );
  if (proposed.length === 0) throw Problem.conflict('try-again');
  await recordAudit(tx, { ...about(file, at), action: 'case_proposed', detail: { event: proposal.event } });
}

async function move(
  tx: Tx,
  file: StoredCase,
  { event, given, doer, outcome: { change, notice } }: Step & { outcome: Extract<Outcome, { kind: 'moved' }> },
  at: Date
): Promise<void> {
  const proposer = transitionOf(event).confirmedBy === undefined ? null : file.proposal?.by;
  await appendEvent(
    tx,
    file,
    { event, given, doer, proposer: proposer ?? null, toState: change.state ?? file.state },
    at
  );
  if (notice) await addNotice(tx, file, { kind: notice, dueOn: change.noticeBy ?? dayOf(at) }, at);
  await changeCase(tx, file, change, at);
  if (proposer) await clearProposal(tx, file);
  await recordAudit(tx, { ...about(file, at), action: 'case_changed', detail: { event, part: doer.part } });
}

async function clearProposal(tx: Tx, { municipalityNo, id }: CaseKey): Promise<void> {
  await tx.query(
    `update case_file
    set proposed_event = null, proposed_by = null, proposed_at = null, proposal = null
    where municipality_no = $1 and id = $2`,
    [municipalityNo, id]
  );
}

/** How long a backup is kept at most; what was removed is in none after that. */
const backupDays = 90;

/** Removes the case for good; the store asks all the guards anew. The count row and the tombstone stay. */
async function purge(tx: Tx, file: StoredCase, at: Date): Promise<void> {
  await recordAudit(tx, { ...about(file, at), action: 'case_purged', detail: await countRows(tx, file) });
  const until = daysAfter(dayOf(at), backupDays);
  await tx.query(`select app_purge_case($1, $2, $3, $4)`, [file.municipalityNo, file.id, at, until]);
}

type NewEvent = Step & { proposer: string | null; toState: CaseFile['state'] };

/** Adds to the history of a case, in codes and dates. */
export async function appendEvent(
  tx: Tx,
  { municipalityNo, id }: CaseKey,
  { event, given, doer, proposer, toState }: NewEvent,
  at: Date
): Promise<void> {
  const by = proposer ?? doer.personId;
  await tx.query(
    `insert into case_event (
      municipality_no, case_id, sequence, at, event, role, by_person, confirmed_by, to_state, recorded
    )
    select $1, $2, coalesce(max(sequence), 0) + 1, $3, $4, $5, $6, $7, $8, $9
    from case_event
    where municipality_no = $1 and case_id = $2`,
    [municipalityNo, id, at, event, doer.part, by, proposer ? doer.personId : null, toState, recordedOf(event, given)]
  );
}

/** What an event records, and no more, as JSON. */
function recordedOf(event: CaseEvent, given: CaseGiven): string {
  return JSON.stringify(Object.fromEntries(transitionOf(event).records.map((name) => [name, given[name]])));
}

/** Where an action stands in the audit. */
function about({ unitNo, id }: StoredCase, at: Date) {
  return { at, chain: `unit-${unitNo}`, subject: `case/${id}` };
}
