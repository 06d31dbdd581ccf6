import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLetterhead, decisionOn, readProsecutionOffice, type Letterhead } from '#lib/domain/case/letterhead.ts';
import { noticeDays } from '#lib/domain/case/notice-days.ts';
import { readPostalAddress } from '#lib/domain/case/postal-address.ts';
import { nextDaytime, reminderTime } from '#lib/domain/case/reminder-time.ts';
import { noticeFactsOf, summonsFactsOf, summonsFault, type LetterScene } from '#lib/domain/case/summons-plan.ts';
import { timeOf } from '#lib/domain/day.ts';

const at = new Date('2026-11-23T09:00:00Z');
const meetingAt = new Date('2026-12-03T09:00:00Z');
const letterhead: Letterhead = {
  ...{
    validFrom: '2026-01-01',
    unit: 'enheten',
    street: 'Gata 1',
    postcode: '4611',
    town: 'Byen',
    phone: '38 00 00 00'
  },
  ...{ office: 'rom 2', neutral: null, digital: 'lenke', minutes: 45 }
};
const scene: LetterScene = {
  file: { ageBand: '15_17', attendance: 'not_summoned', meetingAt: null, number: 7, year: 2026, responsible: null },
  person: {
    ...{ reference: '1/26', name: 'Ola Oppdiktet', nationalId: null, born: '2009-01-01', mobile: null, language: 'nn' },
    ...{ address: 'Gata 1, 4611 Byen', interpreter: null, guardianName: 'Kari Oppdiktet', guardianMobile: null },
    guardianAddress: 'Gata 2, 4611 Byen'
  },
  ...{ letterhead, municipality: 'Byen kommune', ground: 'strl. § 37 j', officer: 'Per Oppdiktet', at }
};
const given = { channel: 'svarut', place: 'office', meetingAt, toGuardian: true } as const;
const without = (field: 'address' | 'guardianName' | 'guardianAddress'): LetterScene => ({
  ...scene,
  person: { ...scene.person, [field]: null }
});

describe('what stands in the way of a summons', () => {
  it('is nothing when it can be written and somebody can get it', () => {
    expect(summonsFault(scene, given, true)).toBeNull();
  });

  it.each([
    ['not_set_up', scene, given, false],
    ['letterhead', { ...scene, letterhead: null }, given, true],
    ['place', scene, { ...given, place: 'neutral' as const }, true],
    ['receiver', without('address'), given, true],
    ['guardian', without('guardianName'), given, true],
    ['guardian', without('guardianAddress'), given, true]
  ] as const)('is %s', (fault, from, asked, isSetUp) => {
    expect(summonsFault(from, asked, isSetUp)).toBe(fault);
  });

  it('is less on paper: nobody needs an address, and a letter may be written elsewhere', () => {
    const byHand = { ...given, channel: 'handed_over' } as const;
    expect(summonsFault(without('address'), byHand, false)).toBeNull();
    expect(summonsFault(without('guardianAddress'), byHand, false)).toBeNull();
    expect(summonsFault({ ...scene, letterhead: null }, byHand, false)).toBeNull();
  });

  it('is no guardian for somebody over 18', () => {
    const adult = { ...without('guardianName'), file: { ...scene.file, ageBand: '18_24' as const } };
    expect(summonsFault(adult, given, true)).toBeNull();
  });
});

describe('the facts of a letter', () => {
  it('are of the person, or of a guardian who gets a copy', () => {
    expect(summonsFactsOf(scene, given, false)).toMatchObject({
      ...{ receiver: ['Ola Oppdiktet', 'Gata 1', '4611 Byen'], copyOf: null, reference: '7/2026', isUnder18: true },
      meeting: { place: 'rom 2', minutes: 45, isDigital: false }
    });
    expect(summonsFactsOf(scene, given, true)).toMatchObject({
      ...{ receiver: ['Kari Oppdiktet', 'Gata 2', '4611 Byen'], copyOf: 'Ola Oppdiktet' }
    });
  });

  it('are of a second summons once a meeting was not kept', () => {
    const missed = { ...scene, file: { ...scene.file, attendance: 'not_met' as const, meetingAt: at } };
    expect(summonsFactsOf(missed, given, false)?.missedAt).toEqual(at);
  });

  it('name the police district where the unit has decided on no receiver of notices', () => {
    const about = { kind: 'no_show', days: [meetingAt], office: null, district: 'Agder politidistrikt' } as const;
    expect(noticeFactsOf(scene, about)?.receiver).toEqual(['Agder politidistrikt']);
    expect(noticeFactsOf({ ...scene, letterhead: null }, about)).toBeNull();
  });
});

describe('the days of a notice', () => {
  const event = (name: string, recorded = {}) => ({ event: name, recorded });
  const [first, second] = ['2026-11-03T09:00:00.000Z', '2026-11-13T09:00:00.000Z'];
  const missedTwice = [
    ...[event('summon', { meetingAt: first }), event('no_show')],
    ...[event('summon', { meetingAt: second }), event('no_show')]
  ];

  it('are when the meetings were that were not kept, since the last answer', () => {
    expect(noticeDays('no_show', missedTwice)).toEqual([new Date(first), new Date(second)]);
    const answered = [...missedTwice.slice(0, 2), event('prosecution_reply'), ...missedTwice.slice(2)];
    expect(noticeDays('no_show', answered)).toEqual([new Date(second)]);
  });

  it('are not those of meetings that were excused', () => {
    expect(
      noticeDays('no_show', [event('summon', { meetingAt: first }), event('excused'), ...missedTwice])
    ).toHaveLength(2);
  });

  it('are the last test, and none of what is about no day', () => {
    const tests = [first, second].flatMap((testAt) => [event('test_planned', { testAt }), event('test_missed')]);
    expect(noticeDays('test_not_given', tests)).toEqual([new Date(second)]);
    expect(noticeDays('unclear_condition', missedTwice)).toEqual([]);
  });
});

describe('a reminder', () => {
  it.each([
    ['2026-12-03T12:00:00Z', '2026-12-02T12:00:00.000Z'],
    ['2026-12-03T07:00:00Z', '2026-12-01T15:00:00.000Z'],
    ['2026-12-03T17:30:00Z', '2026-12-02T15:00:00.000Z']
  ])('of a meeting at %s leaves at %s', (meeting, due) => {
    expect(reminderTime(new Date(meeting), 24, at)?.toISOString()).toBe(due);
  });

  it('leaves by day, after now and before the meeting, or not at all', () => {
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 168 }), (ahead, hours) => {
        const meeting = new Date(at.getTime() + ahead * 60_000);
        const due = reminderTime(meeting, hours, at);
        if (due === null) return;
        expect(due > at && due < meeting).toBe(true);
        expect(timeOf(due) >= '09:00' && timeOf(due) < '17:00').toBe(true);
      }),
      { seed: 37 }
    );
  });

  it('that came too late in the day waits until nine', () => {
    expect(nextDaytime(new Date('2026-12-02T16:30:00Z')).toISOString()).toBe('2026-12-03T08:00:00.000Z');
    expect(nextDaytime(new Date('2026-12-02T05:00:00Z')).toISOString()).toBe('2026-12-02T08:00:00.000Z');
  });
});

describe('an address on one line', () => {
  it.each([
    ['Gata 1, 4611 Kristiansand S', { lines: ['Gata 1'], postcode: '4611', place: 'Kristiansand S' }],
    [
      'c/o Noen, Gata 1, 2. etasje, bak, NO-4611 Byen',
      { lines: ['c/o Noen', 'Gata 1', '2. etasje, bak'], postcode: '4611', place: 'Byen' }
    ]
  ])('is read: %s', (typed, read) => {
    expect(readPostalAddress(typed)).toEqual(read);
  });

  it.each([null, '', 'Gata 1', '4611 Byen', 'Gata 1, Byen 4611'])('cannot be posted to: %s', (typed) => {
    expect(readPostalAddress(typed)).toBeNull();
  });
});

describe('what a unit decides of its letters', () => {
  const today = '2026-11-23';
  const typed =
    (change: Partial<Record<keyof Letterhead, string>> = {}) =>
    (name: keyof Letterhead) =>
      change[name] ?? (name === 'validFrom' ? today : String(letterhead[name] ?? ''));

  it('is read, and holds from its day on', () => {
    const { decision, problems } = readLetterhead(typed(), today);
    expect(problems).toEqual([]);
    expect(decision).toEqual({ ...letterhead, validFrom: today });
    const later = { ...letterhead, validFrom: '2026-12-24' };
    expect(decisionOn([letterhead, later], today)).toBe(letterhead);
    expect(decisionOn([later], today)).toBeNull();
  });

  it.each([
    ['validFrom', '2026-11-22'],
    ['postcode', '461'],
    ['phone', 'ring'],
    ['minutes', '4'],
    ['office', '']
  ] as const)('is not kept with %s as "%s"', (field, value) => {
    const { decision, problems } = readLetterhead(typed({ [field]: value }), today);
    expect(decision).toBeNull();
    expect(problems).toEqual([{ field, value }]);
  });

  it('is no receiver of notices without an organisation number that is one, in a district of the unit', () => {
    const office = {
      policeDistrict: 'Agder',
      validFrom: today,
      office: 'Påtalen',
      street: 'Boks 1',
      postcode: '4611',
      town: 'Byen'
    };
    const read = (organisationNo: string, policeDistricts = ['Agder']) =>
      readProsecutionOffice((name) => ({ ...office, organisationNo })[name], { today, policeDistricts });
    expect(read('310 000 019').decision).toEqual({ ...office, organisationNo: '310000019' });
    expect(read('310000018').problems).toEqual([{ field: 'organisationNo', value: '310000018' }]);
    expect(read('310000019', ['Oslo']).problems).toEqual([{ field: 'policeDistrict', value: 'Agder' }]);
  });
});
