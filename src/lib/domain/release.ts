import { brokenAddresses } from './release-address.ts';
import type { ReleaseContent, ReleasedEstimate } from './release-content.ts';
import { roundPhase, type DataKind, type RoundDates } from './round.ts';

/** The rules of disclosure that a release is made by; another name when they change what is hidden. */
export const releaseMethod = 'disclosure-1';

/** `superseded` is a published one that a newer one stands beside: the store keeps it as published. */
export const releaseStates = ['draft', 'review', 'approved', 'published', 'superseded', 'withdrawn'] as const;
export type ReleaseState = (typeof releaseStates)[number];
export type StoredReleaseState = Exclude<ReleaseState, 'superseded'>;

/** What advisers do with a release. */
export type ReleaseEvent =
  'change' | 'check' | 'discard' | 'submit' | 'return' | 'approve' | 'set_embargo' | 'publish' | 'withdraw';

/** What must hold: the checklist is met, somebody else than its author does it, the figures are still those, or it says why. */
type ReleaseCondition = 'checklist' | 'four_eyes' | 'same_data' | 'reason';

type ByAdviser = { event: ReleaseEvent; who: 'adviser'; holds: readonly ReleaseCondition[] };
type ByRelease = { event: 'newer_is_public'; who: 'clock'; holds: readonly [] };
export type ReleaseTransition = { from: ReleaseState; to: ReleaseState | null } & (ByAdviser | ByRelease);

const byAdviser = (
  from: ReleaseState,
  event: ReleaseEvent,
  to: ReleaseState | null,
  ...holds: ReleaseCondition[]
): ReleaseTransition => ({ from, event, to, who: 'adviser', holds });

/**
 * Every state of a release and every way from one to another. `null` is no release: discarded. What is approved is never
 * changed again; what was wrong with it is put right by the next version.
 */
export const releaseTransitions: readonly ReleaseTransition[] = [
  byAdviser('draft', 'change', 'draft'),
  byAdviser('draft', 'check', 'draft'),
  byAdviser('draft', 'discard', null),
  byAdviser('draft', 'submit', 'review', 'checklist', 'same_data'),
  byAdviser('review', 'return', 'draft', 'reason'),
  byAdviser('review', 'approve', 'approved', 'four_eyes', 'same_data'),
  byAdviser('review', 'set_embargo', 'review'),
  byAdviser('approved', 'set_embargo', 'approved'),
  byAdviser('approved', 'publish', 'published'),
  byAdviser('approved', 'withdraw', 'withdrawn', 'reason'),
  byAdviser('published', 'withdraw', 'withdrawn', 'reason'),
  byAdviser('superseded', 'withdraw', 'withdrawn', 'reason'),
  { from: 'published', event: 'newer_is_public', to: 'superseded', who: 'clock', holds: [] }
];

/** Where an adviser's deed takes a release, or undefined when the table has no such transition. */
export function releaseTurn(from: ReleaseState, event: ReleaseEvent): ReleaseTransition | undefined {
  return releaseTransitions.find((turn) => turn.from === from && turn.event === event);
}

/** Whether a round's figures stand: reported ones only once it is frozen, as its public totals do. */
export function isReleasable(round: RoundDates & { dataKind: DataKind }, now: Date): boolean {
  const phase = roundPhase(round, now);
  return round.dataKind === 'reported' ? phase === 'frozen' : phase !== 'preparing';
}

/**
 * `gate`: run on these very figures, and everything can be protected. `links`: every address in its texts can be followed.
 * `access`: a title in both languages; charts get their text and table where they are drawn. The others say what there is.
 */
const checklistItems = ['gate', 'note', 'method', 'estimates', 'sentences', 'footnotes', 'links', 'access'] as const;
type ChecklistItem = (typeof checklistItems)[number];
/** `required`: the release goes no further without it. */
export type Checked = { item: ChecklistItem; isDone: boolean; isRequired: boolean };

/** What the last run of the gate said; `isFresh` while the figures, the plan and what was published before are the same. */
export type GateOutcome = { outcome: 'protected' | 'refused' | 'not_run'; isFresh: boolean };

/** What must be in order before others read a release. `wrongSentences`: how many say what the figures do not. */
export function checklistOf(content: ReleaseContent, gate: GateOutcome, wrongSentences = 0): Checked[] {
  const { nb, nn } = content.sentences;
  const hasBoth = (one: readonly unknown[], other: readonly unknown[]) => one.length > 0 && one.length === other.length;
  const isOneSided = (nb.length === 0) !== (nn.length === 0);
  const done: Record<ChecklistItem, boolean> = {
    gate: gate.outcome === 'protected' && gate.isFresh,
    note: content.version === 1 || (content.note ?? '') !== '',
    method: content.madeBy.method !== '',
    estimates: content.estimates.length > 0 && content.estimates.every(isSettled),
    sentences: hasBoth(nb, nn) && wrongSentences === 0,
    footnotes: hasBoth(content.footnotes.nb, content.footnotes.nn),
    links: brokenAddresses(content).length === 0,
    access: content.title.nb !== '' && content.title.nn !== ''
  };
  const required = new Set<ChecklistItem>([
    'gate',
    'note',
    'links',
    'access',
    ...(isOneSided || wrongSentences > 0 ? ['sentences' as const] : [])
  ]);
  return checklistItems.map((item) => ({ item, isDone: done[item], isRequired: required.has(item) }));
}

/** Whether advisers have taken a stand on an estimate: signed one that still holds, or the figures allow none. */
function isSettled({ outcome }: ReleasedEstimate): boolean {
  return outcome.kind === 'interval' || !outcome.reasons.some((reason) => openReasons.has(reason));
}

const openReasons: ReadonlySet<string> = new Set(['not_signed', 'data_changed']);

/** Whether nothing stands in the way. */
export function isMet(checklist: readonly Checked[]): boolean {
  return checklist.every(({ isDone, isRequired }) => isDone || !isRequired);
}
