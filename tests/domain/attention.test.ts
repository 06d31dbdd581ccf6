import { describe, expect, it } from 'vitest';
import { byAttention, reasonsOf, type Followed, type Reason, type RoundSeen } from '#lib/domain/attention.ts';
import type { DutyStates } from '#lib/domain/duty.ts';

const today = '2025-06-01';
const inOrder: DutyStates = {
  ...{ unit: 'yes', web_info: 'yes', written_routine: 'yes' },
  ...{ cooperation_agreement: 'yes', prosecution_contact: 'yes' }
};
const round = (given: Partial<RoundSeen> = {}): RoundSeen => ({
  ...{ roundId: 'sor-2024', name: 'Region Sør 2024', periodEnd: '2024-03-31', isSynthetic: false },
  ...{ standing: 'answered', duties: inOrder, planned: {}, received: 2, handled: 2 },
  ...given
});
const town = (given: Partial<Followed> = {}): Followed => ({
  ...{ name: 'Risør', rounds: [round()], promises: [], contactOn: null, nextOn: null },
  ...given
});
const silent = round({
  standing: 'silent',
  duties: { ...inOrder, web_info: 'unknown' },
  received: null,
  handled: null
});
const reasons = (given: Partial<Followed>) => reasonsOf(town(given), today);

describe('what needs attention', () => {
  it('is nothing when a municipality has answered and all is in order', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ rounds: [round({ standing: 'none', received: 0, handled: 0 })] })).toEqual([]);
    expect(reasons({ rounds: [round({ standing: 'covered' })] })).toEqual([]);
  });

  it('counts silent rounds in a row from the newest, and one is less than two', () => {
    expect(reasons({ rounds: [silent, silent, round()] })).toEqual([{ kind: 'silent', rounds: 2 }]);
    expect(reasons({ rounds: [silent, round()] })).toEqual([{ kind: 'silent_once' }]);
    expect(reasons({ rounds: [round(), silent, silent] })).toEqual([]);
  });

  it('takes duties from the last answer there is', () => {
    const old = round({ duties: { ...inOrder, written_routine: 'no', web_info: 'no' } });
    expect(reasons({ rounds: [silent, old] }).map((one) => ('duty' in one ? one.duty : one.kind))).toEqual([
      'silent_once',
      'written_routine',
      'web_info'
    ]);
  });

  it('says what was planned and is overdue, but not once a promise stands for it', () => {
    const rounds = [round({ duties: { ...inOrder, web_info: 'planned' }, planned: { web_info: '2025-03' } })];
    expect(reasons({ rounds })).toEqual([{ kind: 'plan_overdue', duty: 'web_info', month: '2025-03' }]);
    const promise = { duty: 'web_info' as const, text: '', state: 'open' as const, dueOn: '2025-09-01' };
    expect(reasons({ rounds, promises: [promise] })).toEqual([]);
    expect(reasons({ rounds, promises: [{ ...promise, dueOn: '2025-03-31' }] })).toMatchObject([
      { kind: 'promise_overdue', duty: 'web_info' }
    ]);
    expect(reasons({ rounds, promises: [{ ...promise, state: 'broken' }] })).toMatchObject([
      { kind: 'promise_broken' }
    ]);
    expect(reasons({ rounds, promises: [{ ...promise, state: 'kept' }] })).toEqual([]);
  });

  it('says when cases came and nobody was met, and never when the number met is not told', () => {
    expect(reasons({ rounds: [round({ received: 3, handled: 0 })] })).toEqual([{ kind: 'none_met', received: 3 }]);
    expect(reasons({ rounds: [round({ received: 3, handled: null })] })).toEqual([]);
    expect(reasons({ rounds: [round({ received: 0, handled: 0 })] })).toEqual([]);
  });

  it('says when the agreed day has come', () => {
    expect(reasons({ nextOn: today })).toEqual([{ kind: 'call_due', on: today }]);
    expect(reasons({ nextOn: '2025-06-02' })).toEqual([]);
  });

  it('never says that something is lacking which the round did not ask about', () => {
    expect(reasons({ rounds: [round({ duties: { ...inOrder, written_routine: 'not_asked' } })] })).toEqual([]);
  });
});

it('sorts by the gravest reason, the longest silence, the most reasons, the longest since contact and the name', () => {
  const towns = [
    town({ name: 'Vel' }),
    town({ name: 'Ø', rounds: [silent, round()] }),
    town({ name: 'To', rounds: [silent, silent] }),
    town({ name: 'Tre', rounds: [silent, silent, silent] }),
    town({ name: 'A', rounds: [silent, round()], contactOn: '2025-05-01' })
  ].map((one) => ({ ...one, reasons: reasonsOf(one, today) }));
  expect(towns.toSorted(byAttention).map(({ name }) => name)).toEqual(['Tre', 'To', 'Ø', 'A', 'Vel']);
});

const promise = { duty: 'other', text: '', dueOn: '2025-03-31', state: 'open' } as const;
const missing = round({ duties: { ...inOrder, web_info: 'no' } });
/** A town with each of the reasons alone, in the order of the documentation. */
const alone: [Reason['kind'], Partial<Followed>][] = [
  ['silent', { rounds: [silent, silent] }],
  ['promise_broken', { promises: [{ ...promise, state: 'broken' }] }],
  ['promise_overdue', { promises: [promise] }],
  [
    'plan_overdue',
    { rounds: [round({ duties: { ...inOrder, web_info: 'planned' }, planned: { web_info: '2025-03' } })] }
  ],
  ['none_met', { rounds: [round({ received: 3, handled: 0 })] }],
  ['silent_once', { rounds: [silent, round()] }],
  ['declined', { rounds: [round({ standing: 'declined' })] }],
  ['missing', { rounds: [missing] }],
  ['call_due', { nextOn: today }]
];
const sorted = (towns: readonly Followed[]) =>
  towns
    .map((one) => ({ ...one, reasons: reasonsOf(one, today) }))
    .toSorted(byAttention)
    .map(({ name }) => name);

it('has every reason in its documented place, whatever the other things to sort by say', () => {
  const towns = alone.map(([name, given], index) => town({ ...given, name, contactOn: `2025-05-${30 - index}` }));
  for (const { name, ...one } of towns)
    expect(reasonsOf({ ...one, name }, today).map(({ kind }) => kind)).toEqual([name]);
  expect(sorted(towns.toReversed())).toEqual(alone.map(([kind]) => kind));
});

it('tells the reasons of one municipality the gravest first', () => {
  const all = {
    ...{ rounds: [silent, round({ ...missing, received: 3, handled: 0 })], nextOn: today },
    promises: [promise, { ...promise, state: 'broken' as const }]
  };
  expect(reasons(all).map(({ kind }) => kind)).toEqual([
    ...['promise_broken', 'promise_overdue', 'none_met', 'silent_once', 'missing', 'call_due']
  ]);
});

it('has more reasons before a longer time since contact, and the name last of all', () => {
  const rounds = [silent, round()];
  const towns = [
    town({ name: 'Øyer', rounds, contactOn: '2025-02-01' }),
    town({ name: 'Alta', rounds, contactOn: '2025-02-01' }),
    town({ name: 'Zakariasdalen', rounds, contactOn: '2025-05-01', nextOn: today })
  ];
  expect(sorted(towns)).toEqual(['Zakariasdalen', 'Alta', 'Øyer']);
});
