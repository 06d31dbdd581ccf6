import type { AskedDuty, DutyStates } from './duty.ts';
import { isOverdue, isStanding, type DatedPromise, type PromiseDuty } from './promise.ts';

/** How a municipality stood in a settled round. `none`: it confirmed that there were no cases. */
export type RoundStanding = 'answered' | 'none' | 'covered' | 'declined' | 'silent';

/** A settled round of one municipality. Counts are null where they are not told. */
export type RoundSeen = {
  roundId: string;
  name: string;
  periodEnd: string;
  isSynthetic: boolean;
  standing: RoundStanding;
  duties: DutyStates;
  /** The month (yyyy-mm) that each planned duty is planned for, when it was told. */
  planned: Partial<Record<AskedDuty, string>>;
  received: number | null;
  handled: number | null;
};

type FollowedPromise = DatedPromise & { duty: PromiseDuty; text: string };
/** What is known of one municipality; rounds the newest first, `contactOn` the last contact and `nextOn` the next, ISO days. */
export type Followed = {
  name: string;
  rounds: readonly RoundSeen[];
  promises: readonly FollowedPromise[];
  contactOn: string | null;
  nextOn: string | null;
};

/** Why a municipality needs attention, the gravest first. */
export type Reason =
  | { kind: 'silent'; rounds: number }
  | { kind: 'promise_broken' | 'promise_overdue'; duty: PromiseDuty; text: string; dueOn: string }
  | { kind: 'plan_overdue'; duty: AskedDuty; month: string }
  | { kind: 'none_met'; received: number }
  | { kind: 'silent_once' | 'declined' }
  | { kind: 'missing'; duty: AskedDuty }
  | { kind: 'call_due'; on: string };
const reasonKinds = [
  'silent',
  'promise_broken',
  'promise_overdue',
  'plan_overdue',
  'none_met',
  'silent_once',
  'declined',
  'missing',
  'call_due'
] as const satisfies readonly Reason['kind'][];

const duties: readonly AskedDuty[] = ['written_routine', 'web_info', 'prosecution_contact', 'cooperation_agreement'];

/** Every reason to attend to a municipality on a day (ISO), the gravest first; none when all is well. */
export function reasonsOf(followed: Followed, today: string): Reason[] {
  const last = followed.rounds.find(({ standing }) => standing !== 'silent' && standing !== 'declined');
  return [
    ...silenceOf(followed.rounds),
    ...promiseReasons(followed.promises, today),
    ...(last ? answerReasons(last, followed.promises, today) : []),
    ...(followed.nextOn !== null && followed.nextOn <= today
      ? [{ kind: 'call_due', on: followed.nextOn } as const]
      : [])
  ].toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Those who need it most first: by the gravest reason, then how many, then longest since contact, then by name. */
export function byAttention<One extends Followed & { reasons: readonly Reason[] }>(a: One, b: One): number {
  const grave = ({ reasons: [first] }: One) => (first ? rankOf(first) : reasonKinds.length);
  const silent = ({ reasons: [first] }: One) => (first?.kind === 'silent' ? -first.rounds : 0);
  return (
    grave(a) - grave(b) ||
    silent(a) - silent(b) ||
    b.reasons.length - a.reasons.length ||
    (a.contactOn ?? '').localeCompare(b.contactOn ?? '') ||
    a.name.localeCompare(b.name, 'nb')
  );
}

function rankOf({ kind }: Reason): number {
  return reasonKinds.indexOf(kind);
}

/** The rounds in a row without an answer, from the newest. */
function silenceOf(rounds: readonly RoundSeen[]): Reason[] {
  const first = rounds.findIndex(({ standing }) => standing !== 'silent');
  const silent = first < 0 ? rounds.length : first;
  if (silent > 1) return [{ kind: 'silent', rounds: silent }];
  if (silent === 1) return [{ kind: 'silent_once' }];
  return rounds[0]?.standing === 'declined' ? [{ kind: 'declined' }] : [];
}

function promiseReasons(promises: readonly FollowedPromise[], today: string): Reason[] {
  return promises.flatMap(({ duty, text, ...promise }): Reason[] => {
    if (promise.state === 'broken') return [{ kind: 'promise_broken', duty, text, dueOn: promise.dueOn }];
    return isOverdue(promise, today) ? [{ kind: 'promise_overdue', duty, text, dueOn: promise.dueOn }] : [];
  });
}

/** What the last answer tells; a duty that a promise stands for, or that was promised and not kept, is told of there. */
function answerReasons(last: RoundSeen, promises: readonly FollowedPromise[], today: string): Reason[] {
  const taken = new Set<PromiseDuty>(
    promises.filter((one) => isStanding(one) || one.state === 'broken').map(({ duty }) => duty)
  );
  const kept = new Set<PromiseDuty>(promises.filter(({ state }) => state === 'kept').map(({ duty }) => duty));
  const isNoneMet = (last.received ?? 0) > 0 && last.handled === 0;
  return [
    ...(isNoneMet ? [{ kind: 'none_met', received: last.received ?? 0 } as const] : []),
    ...duties.flatMap((duty): Reason[] => {
      if (taken.has(duty) || kept.has(duty)) return [];
      if (last.duties[duty] === 'no') return [{ kind: 'missing', duty }];
      const month = last.planned[duty];
      return last.duties[duty] === 'planned' && month !== undefined && month < today.slice(0, 7)
        ? [{ kind: 'plan_overdue', duty, month }]
        : [];
    })
  ];
}
