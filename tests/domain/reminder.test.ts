import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeaving, whoToRemind, whyNotWritten, type ReminderFacts } from '#lib/domain/reminder.ts';
import { planHistory, type PlanEvent } from '../support/reminder-history.ts';

const now = new Date('2025-01-20T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const silent: ReminderFacts = {
  municipalityNo: '4223',
  status: 'expected',
  hasAnswered: false,
  isClaimedByHost: false,
  extendedUntil: null,
  isReadOnly: false,
  email: 'kari@vennesla.example',
  bouncedAt: null,
  lastLetterAt: null,
  isInStep: false
};
const moment = { now, isRoundOpen: true, recipient: null };
const why = (changed: Partial<ReminderFacts>, at = moment) => whyNotWritten({ ...silent, ...changed }, at);

describe('a municipality that has not answered', () => {
  it('is written to', () => {
    expect(why({})).toBeNull();
  });

  it.each([
    ['answered', { hasAnswered: true }],
    ['covered', { status: 'covered_by_host' }],
    ['covered', { isClaimedByHost: true }],
    ['declined', { status: 'declined' }],
    ['extended', { extendedUntil: new Date(now.getTime() + 1) }],
    ['read_only', { isReadOnly: true }],
    ['no_address', { email: null }],
    ['bounced', { bouncedAt: daysAgo(9) }],
    ['already', { isInStep: true }],
    ['recently', { lastLetterAt: daysAgo(2.9) }]
  ] as const)('is not written to: %s', (hindrance, changed) => {
    expect(why(changed)).toBe(hindrance);
  });

  it('is written to again when the extension is over and the last letter is three days old', () => {
    expect(why({ extendedUntil: now, lastLetterAt: daysAgo(3) })).toBeNull();
  });

  it('is not written to in a round that does not take its answer', () => {
    expect(whyNotWritten(silent, { ...moment, isRoundOpen: false })).toBe('round_closed');
  });

  it('gets no letter that was addressed to the contact before', () => {
    expect(whyNotWritten(silent, { ...moment, recipient: 'ola@vennesla.example' })).toBe('replaced');
    expect(whyNotWritten(silent, { ...moment, recipient: 'KARI@vennesla.example' })).toBeNull();
  });

  it('is told the reason that matters most', () => {
    expect(why({ hasAnswered: true, email: null, status: 'declined' })).toBe('answered');
  });
});

it('everyone is either written to or named with a reason', () => {
  const { to, not } = whoToRemind([silent, { ...silent, municipalityNo: '4204', hasAnswered: true }], moment);
  expect(to.map(({ municipalityNo }) => municipalityNo)).toEqual(['4223']);
  expect(not).toMatchObject([{ facts: { municipalityNo: '4204' }, why: 'answered' }]);
});

it('what is queued leaves only while its step is being sent', () => {
  expect((['planned', 'sending', 'paused', 'sent', 'cancelled'] as const).filter(isLeaving)).toEqual(['sending']);
});

describe('over 1,000 histories', () => {
  const no = fc.integer({ min: 0, max: 4 });
  const step = fc.integer({ min: 0, max: 2 });
  const event: fc.Arbitrary<PlanEvent> = fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('answer', 'cover', 'claim', 'decline', 'bounce'), no }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('extend', 'withdraw', 'mend', 'expect'), no }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('send', 'pause', 'resume', 'cancel'), step }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), days: fc.integer({ min: 1, max: 6 }) }) }
  ) as fc.Arbitrary<PlanEvent>;

  it('a letter never reaches one that has answered, is extended, covered or declined, and each gets one a step', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const delivered = planHistory(events);
        expect(delivered.filter(({ wasUnwanted }) => wasUnwanted)).toEqual([]);
        const places = delivered.map(({ no, step }) => `${step}/${no}`);
        expect(new Set(places).size).toBe(places.length);
        for (const letter of delivered) {
          const near = delivered.filter((other) => other !== letter && other.no === letter.no);
          expect(near.filter(({ at }) => Math.abs(at - letter.at) < 3 * 86_400_000)).toEqual([]);
        }
      }),
      { numRuns: 1000, seed: 16 }
    );
  });
});
