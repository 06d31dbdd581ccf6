import type { CaseFile, CasePart, Condition, NoticeKind, Proposal } from './case-file.ts';
import { guards, whoNotifies, type Guard, type GuardScene } from './case-guard.ts';
import { changeOf } from './case-change.ts';
import { transitionOf, type CaseEvent, type Transition } from './case-transition.ts';

/** Who does something, in which part; the system is nobody. */
export type Doer = { part: CasePart; personId: string | null };

/** Why something cannot be done now: who, where the case stands, two persons, or the guard that does not hold. */
export type Refusal =
  'wrong_part' | 'wrong_state' | 'wrong_attendance' | 'wrong_testing' | 'not_proposed' | 'same_person' | Guard;

/** What becomes of an event. */
export type Outcome =
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'proposed'; proposal: Proposal }
  | { kind: 'moved'; change: Partial<CaseFile>; notice: NoticeKind | null };

/** A case before there is one stands at `none`. */
export type FlowScene = Omit<GuardScene, 'file'> & { file: CaseFile | null; proposal: Proposal | null };

const nobody: CaseFile = {
  ...{ state: 'received', attendance: 'not_required', testing: 'not_required', receivedOn: '', decidedOn: '' },
  ...{ probationUntil: null, ageBand: null, responsibleId: null, registerBy: null, summonBy: null, meetingBy: null },
  ...{ noticeBy: null, summonses: 0, meetingAt: null, meetingPlace: null, summonsChannel: null, delivery: null },
  ...{ isReminded: false, met: 0, missed: 0, firstMetOn: null, testAt: null, tested: 0, task: null },
  ...{ transferredTo: null, closingCode: null, closedOn: null, deleteAfter: null, archivedAt: null },
  ...{ archiveReference: null, isHeld: false, holdReason: null }
};

/** A case as it comes in, before anything is recorded of it. */
export function newCase(referral: Pick<CaseFile, 'receivedOn' | 'decidedOn' | 'probationUntil'>): CaseFile {
  return { ...nobody, ...referral };
}

/** What an event becomes: what changes, a proposal for somebody else to confirm, or why it is refused. Never throws. */
export function decide(event: CaseEvent, scene: FlowScene, doer: Doer): Outcome {
  const row = transitionOf(event);
  const refused = refusalOfPart(event, row, scene.file, doer) ?? refusalOfPlace(row, scene.file);
  if (refused) return { kind: 'refused', reason: refused };
  const file = scene.file ?? nobody;
  const guarded: GuardScene = { ...scene, file };
  const failed = row.guards.find((guard) => !guards[guard](guarded));
  if (failed) return { kind: 'refused', reason: failed };
  if (row.confirmedBy === undefined) return moved(row, event, guarded);
  return decideByTwo({ event, row, scene: guarded, proposal: scene.proposal }, doer);
}

/** Whether an event may be tried here by whoever has one of these parts: its guards are asked when it is. */
export function isOpenTo(event: CaseEvent, file: CaseFile, parts: readonly CasePart[]): boolean {
  const row = transitionOf(event);
  if (refusalOfPlace(row, file)) return false;
  return parts.some((part) => refusalOfPart(event, row, file, { part, personId: null }) === null);
}

function refusalOfPart(event: CaseEvent, row: Transition, file: CaseFile | null, { part }: Doer): Refusal | null {
  const isTheirs = row.by.includes(part) || row.confirmedBy === part;
  if (!isTheirs) return 'wrong_part';
  const isDecidedByAge = event === 'notify_no_show' && file !== null;
  return isDecidedByAge && whoNotifies(file) !== part ? 'wrong_part' : null;
}

function refusalOfPlace(row: Transition, file: CaseFile | null): Refusal | null {
  if (!row.from.includes(file?.state ?? 'none')) return 'wrong_state';
  if (!file) return null;
  if (row.attendance && !row.attendance.includes(file.attendance)) return 'wrong_attendance';
  return row.testing && !row.testing.includes(file.testing) ? 'wrong_testing' : null;
}

type ByTwo = { event: CaseEvent; row: Transition; scene: GuardScene; proposal: Proposal | null };

function decideByTwo({ event, row, scene, proposal }: ByTwo, { part, personId }: Doer): Outcome {
  if (personId === null) return { kind: 'refused', reason: 'wrong_part' };
  if (row.confirmedBy !== part) return { kind: 'proposed', proposal: { event, by: personId } };
  if (proposal?.event !== event) return { kind: 'refused', reason: 'not_proposed' };
  if (proposal.by === personId) return { kind: 'refused', reason: 'same_person' };
  return moved(row, event, scene);
}

function moved(row: Transition, event: CaseEvent, scene: GuardScene): Outcome {
  return { kind: 'moved', change: changeOf(event, row, scene), notice: row.notice ?? null };
}

/** The conditions after new versions came: one of each kind. */
export function withNew(now: readonly Condition[], given: readonly Condition[] = []): Condition[] {
  return [...now.filter(({ kind }) => !given.some((one) => one.kind === kind)), ...given];
}

/** The part in which somebody with several does an event: as who confirms where there is something to confirm. */
export function partFor(
  event: CaseEvent,
  scene: { file: CaseFile; proposal: Proposal | null },
  parts: readonly CasePart[]
): CasePart {
  const { confirmedBy } = transitionOf(event);
  if (confirmedBy && parts.includes(confirmedBy) && scene.proposal?.event === event) return confirmedBy;
  return parts.find((part) => isOpenTo(event, scene.file, [part])) ?? parts[0] ?? 'system';
}
