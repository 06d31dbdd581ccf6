import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  conditionsOf,
  daysLeft,
  isSettled,
  roundPhase,
  roundPhases,
  roundTransitions,
  takesAnswers,
  type RoundTransition
} from '#lib/domain/round.ts';

const round = {
  openedAt: new Date('2024-02-01T00:00:00Z'),
  opensAt: new Date('2024-03-01T00:00:00Z'),
  deadlineAt: new Date('2024-03-15T12:00:00Z'),
  closesAt: new Date('2024-03-25T00:00:00Z'),
  freezesAt: new Date('2024-04-01T00:00:00Z')
};
const silent = { hasAnswered: false, extendedUntil: null };

describe('a round', () => {
  it.each([
    ['2024-02-29T23:59:59Z', 'before'],
    ['2024-03-01T00:00:00Z', 'open'],
    ['2024-03-20T00:00:00Z', 'open'],
    ['2024-03-25T00:00:00Z', 'closed'],
    ['2024-03-31T23:59:59Z', 'closed'],
    ['2024-04-01T00:00:00Z', 'frozen']
  ])('at %s is %s, and takes first answers only when open', (now, expected) => {
    expect(roundPhase(round, new Date(now))).toBe(expected);
    expect(takesAnswers(round, new Date(now), silent)).toBe(expected === 'open');
  });

  it.each([
    ['2024-02-29T23:59:59Z', false],
    ['2024-03-24T23:59:59Z', false],
    ['2024-03-25T00:00:00Z', true],
    ['2024-04-01T00:00:00Z', true]
  ])('at %s is settled: %s; one whose figures were published is whenever it is opened', (at, expected) => {
    const now = new Date(at);
    expect(isSettled({ ...round, dataKind: 'reported' }, now)).toBe(expected);
    expect(isSettled({ ...round, dataKind: 'published' }, now)).toBe(true);
    expect(isSettled({ ...round, openedAt: null, dataKind: 'published' }, now)).toBe(false);
  });

  it('is prepared until an adviser opens it, whatever its dates say', () => {
    for (const now of [round.opensAt, round.closesAt, round.freezesAt]) {
      expect(roundPhase({ ...round, openedAt: null }, now)).toBe('preparing');
      expect(takesAnswers({ ...round, openedAt: null }, now, { hasAnswered: true, extendedUntil: now })).toBe(false);
    }
  });

  it('takes corrections when it is closed, and none when it is frozen', () => {
    const answered = { hasAnswered: true, extendedUntil: null };
    expect(takesAnswers(round, round.closesAt, answered)).toBe(true);
    expect(takesAnswers(round, round.freezesAt, answered)).toBe(false);
  });

  it('takes a first answer while more time runs, and never past the freeze', () => {
    const until = (text: string) => ({ hasAnswered: false, extendedUntil: new Date(text) });
    const late = new Date('2024-03-28T00:00:00Z');
    expect(takesAnswers(round, late, until('2024-03-29T00:00:00Z'))).toBe(true);
    expect(takesAnswers(round, late, until('2024-03-28T00:00:00Z'))).toBe(false);
    expect(takesAnswers(round, round.freezesAt, until('2024-05-01T00:00:00Z'))).toBe(false);
    expect(takesAnswers(round, new Date('2024-02-29T00:00:00Z'), until('2024-03-29T00:00:00Z'))).toBe(false);
  });

  it('that closes when it freezes is never closed', () => {
    const dates = { ...round, closesAt: round.freezesAt };
    expect(roundPhase(dates, new Date('2024-03-31T23:59:59Z'))).toBe('open');
    expect(roundPhase(dates, round.freezesAt)).toBe('frozen');
  });

  it.each([
    ['2024-03-14T12:00:00Z', 1],
    ['2024-03-15T11:00:00Z', 1],
    ['2024-03-15T12:00:00Z', 0],
    ['2024-03-15T13:00:00Z', -1],
    ['2024-03-17T12:00:00Z', -2]
  ])('at %s has %i days left', (now, days) => {
    expect(daysLeft(round, new Date(now))).toBe(days);
  });
});

describe('the table of states', () => {
  it('has each way once, and nothing leaves a frozen round', () => {
    const ways = roundTransitions.map(({ from, event, to }) => `${from} ${event} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(roundTransitions.filter(({ from }) => from === 'frozen')).toEqual([]);
    for (const phase of roundPhases)
      expect(roundTransitions.some(({ from, to }) => [from, to].includes(phase))).toBe(true);
  });

  it('lets the list change only while the round is prepared', () => {
    expect(roundPhases.filter((phase) => conditionsOf(phase, 'change_list'))).toEqual(['preparing']);
    expect(roundPhases.filter((phase) => conditionsOf(phase, 'discard'))).toEqual(['preparing']);
    expect(roundPhases.filter((phase) => conditionsOf(phase, 'extend'))).toEqual(['before', 'open', 'closed']);
    expect(roundPhases.filter((phase) => conditionsOf(phase, 'move_dates'))).not.toContain('frozen');
  });

  it('is what the diagram in docs/architecture.md shows', () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    const drawn = text.split('stateDiagram-v2\n')[1]?.split('\n```')[0];
    expect(drawn).toBe(diagramLines().join('\n'));
  });
});

function diagramLines(): string[] {
  const leaving = roundTransitions.filter(({ from, to }) => from !== to);
  const staying = roundPhases.flatMap((phase) => {
    const done = roundTransitions.filter(({ from, to }) => from === phase && to === phase).map(said);
    return done.length > 0 ? [`  ${phase} : ${phase}<br/>${done.join('<br/>')}`] : [];
  });
  return [
    '  [*] --> preparing : adviser, prepare',
    ...leaving.map((way) => `  ${way.from ?? '[*]'} --> ${way.to ?? '[*]'} : ${way.who}, ${said(way)}`),
    '  frozen --> [*]',
    ...staying
  ];
}

function said(way: RoundTransition): string {
  if (way.who === 'clock') return way.event;
  const holds = way.holds.filter((condition) => condition !== 'always');
  return holds.length > 0 ? `${way.event} (${holds.join(', ')})` : way.event;
}
