import { expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import type { Expected } from '#lib/domain/coverage.ts';
import { historiesOf, type DeskRound } from '#lib/domain/desk.ts';
import { deskViewOf, isInDeskView } from '#lib/domain/desk-view.ts';

const expected = (municipalityNo: string): Expected => ({
  ...{ municipalityNo, status: 'expected', coveredBy: null, coverRuling: null, coverRulingHost: null }
});
const none: Answers = { cases_received: { status: 'confirmed_none', value: 0 } };
const some: Answers = {
  cases_received: { status: 'reported', value: 2 },
  cases_handled: { status: 'reported', value: 0 }
};
const round = (
  id: string,
  periodEnd: string,
  said: Record<string, Answers>,
  numbers = ['4201', '4203']
): DeskRound => ({
  round: { id, name: id, periodEnd, dataKind: 'reported' },
  asked: [],
  expected: numbers.map(expected),
  said: Object.entries(said).map(([municipalityNo, answers]) => ({ municipalityNo, answers, coverage: null })),
  followed: new Set(numbers)
});
const rounds = [round('old', '2023-03-31', { 4201: some }), round('new', '2024-03-31', { 4201: none })];

it('tells how each stood over the rounds, the newest first, with none and silence apart', () => {
  const histories = historiesOf(rounds, (number) => number);
  expect(histories.get('4201')).toMatchObject([
    { roundId: 'new', standing: 'none', received: 0 },
    { roundId: 'old', standing: 'answered', received: 2, handled: 0 }
  ]);
  expect(histories.get('4203')?.map(({ standing }) => standing)).toEqual(['silent', 'silent']);
});

it('tells it under the number of today, and leaves out those that are not followed or were divided', () => {
  const [one] = rounds;
  const histories = historiesOf([{ ...one!, followed: new Set(['4201']) }], () => '4299');
  expect([...histories.keys()]).toEqual(['4299']);
  expect(historiesOf(rounds, () => null).size).toBe(0);
});

it('shows those that a view asks for', () => {
  const silent = { rounds: [], reasons: [{ kind: 'silent', rounds: 2 } as const] };
  expect(
    (['all', 'attention', 'silent', 'promises', 'web', 'due'] as const).filter((one) => isInDeskView(silent, one))
  ).toEqual(['all', 'attention', 'silent']);
  expect([deskViewOf('web'), deskViewOf('tull'), deskViewOf(null)]).toEqual(['web', 'all', 'all']);
});
