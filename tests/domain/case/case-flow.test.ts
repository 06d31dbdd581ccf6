import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  attendances,
  caseParts,
  caseStates,
  testings,
  type CaseFile,
  type CasePart,
  type Condition
} from '#lib/domain/case/case-file.ts';
import { decide, newCase, type FlowScene, type Outcome } from '#lib/domain/case/case-flow.ts';
import { testChecks } from '#lib/domain/case/case-given.ts';
import { guards } from '#lib/domain/case/case-guard.ts';
import { proposedSetting } from '#lib/domain/case/case-setting.ts';
import { caseEvents, transitionOf, type CaseEvent } from '#lib/domain/case/case-transition.ts';

const now = new Date('2026-03-04T10:00:00Z');
const conditions: Condition[] = (['attendance', 'testing'] as const).map((kind) => ({
  ...{ kind, required: 1, from: '2026-01-01', until: '2026-12-31', isWithdrawn: false }
}));

/** By hand from the guidance: number, from, attendance or testing, to, who begins, who confirms. */
const documented: Record<CaseEvent, [number, string, string, string, string, string]> = {
  referral_received: [1, 'none', '*', 'received', 'case_officer system', ''],
  register: [2, 'received', '*', 'active', 'case_officer', ''],
  clarify: [3, 'received active', '*', 'to_clarify', 'case_officer', ''],
  clarified: [4, 'to_clarify', '*', 'active', 'case_officer', ''],
  transfer: [5, 'received active', '*', 'transferred', 'case_officer', 'unit_leader'],
  summon: [6, 'active', 'not_summoned not_met', 'active', 'case_officer', ''],
  delivery_failed: [7, 'active to_clarify awaiting_prosecution transferred', '*', 'same', 'system', ''],
  remind: [8, 'active', 'summoned', 'active', 'system', ''],
  contact_attempt: [9, 'active', '*', 'active', 'case_officer', ''],
  attended: [10, 'active', 'summoned', 'active', 'case_officer', ''],
  excused: [11, 'active', 'summoned', 'active', 'case_officer', ''],
  no_show: [12, 'active', 'summoned', 'active', 'case_officer', ''],
  notify_no_show: [13, 'active', 'not_met', 'awaiting_prosecution', 'case_officer', ''],
  test_planned: [14, 'active', 'none missed', 'active', 'case_officer sampler', ''],
  test_taken: [15, 'active', 'planned', 'active', 'sampler', ''],
  test_missed: [16, 'active', 'planned', 'active', 'case_officer sampler', ''],
  test_positive: [17, 'active', '*', 'active', 'sampler', 'unit_leader'],
  prosecution_reply: [18, 'awaiting_prosecution', '*', 'active', 'case_officer', ''],
  close: [19, 'received active transferred', '*', 'closed', 'case_officer', ''],
  reopen: [20, 'closed', '*', 'active', 'unit_leader', ''],
  archived: [21, 'closed', '*', 'closed', 'archivist', ''],
  hold: [
    22,
    'received active to_clarify awaiting_prosecution transferred closed',
    '*',
    'same',
    'archivist unit_leader',
    ''
  ],
  purge: [23, 'closed', '*', 'purged', 'archivist', 'unit_leader']
};

/** A case where every guard of the event holds, wherever it stands. */
function sceneFor(event: CaseEvent, standing: Partial<CaseFile> | null): FlowScene {
  const isSummons = event === 'remind';
  const file: CaseFile | null = standing && {
    ...newCase({ receivedOn: '2026-03-02', decidedOn: '2026-02-20', probationUntil: '2028-02-20' }),
    ...{ ageBand: '18_24', meetingAt: new Date(isSummons ? '2026-03-05T10:00:00Z' : '2026-03-03T10:00:00Z') },
    ...{ delivery: 'delivered', missed: 2, tested: 1, met: 0, deleteAfter: '2026-03-01', archivedAt: now },
    ...standing
  };
  return {
    ...{ file, conditions, now, proposal: { event, by: 'proposer' } },
    setting: { ...proposedSetting, resultAgreement: 'Avtale 1/2026' },
    given: {
      ...{
        receivedOn: '2026-03-02',
        isReferenceOpen: false,
        isIdentified: true,
        age: 20,
        staysHere: true,
        responsibleId: 'me'
      },
      ...{ meetingBy: '2026-03-20', clarifyReason: 'person_unclear', hasAnswer: true, toMunicipality: '4215' },
      ...{ channel: 'post', place: 'office', meetingAt: new Date('2026-03-12T10:00:00Z'), hasMobile: true },
      ...{ deliveryStatus: 'AVVIST', contactKind: 'phone', contactOutcome: 'reached', identityChecked: true },
      ...{ excuseReason: 'travel', testAt: new Date('2026-03-05T10:00:00Z'), isNotTreating: true },
      ...{ checks: [...testChecks], deviation: 'refused', reply: 'new_summons', unsentNotices: 0 },
      closingCode: closingCodeIn(file),
      ...{
        reopenReason: 'prosecution_asks',
        archiveWay: 'exported',
        archiveReference: 'A-1',
        archiveDay: '2026-03-04'
      },
      ...{ hold: true, holdReason: 'complaint' }
    }
  };
}

function closingCodeIn(file: CaseFile | null) {
  if (file?.state === 'received') return 'misregistered';
  return file?.state === 'transferred' ? 'transferred' : 'misregistered';
}

/** Every place a case can stand, and before there is one. */
const places: (Partial<CaseFile> | null)[] = [
  null,
  ...caseStates.flatMap((state) =>
    attendances.flatMap((attendance) => testings.map((testing) => ({ state, attendance, testing })))
  )
];

/** What the documentation says becomes of an event: a state, `proposed`, or the reason of its refusal. */
function expected(event: CaseEvent, standing: Partial<CaseFile> | null, part: CasePart): string {
  const [, from, within, to, adultBy, confirmedBy] = documented[event];
  const by = event === 'notify_no_show' && standing === null ? 'case_officer unit_leader' : adultBy;
  if (!by.split(' ').includes(part) && part !== confirmedBy) return 'refused wrong_part';
  if (!from.split(' ').includes(standing?.state ?? 'none')) return 'refused wrong_state';
  const isTesting = event.startsWith('test_');
  const stands = isTesting ? standing?.testing : standing?.attendance;
  if (within !== '*' && !within.split(' ').includes(stands ?? '')) {
    return `refused ${isTesting ? 'wrong_testing' : 'wrong_attendance'}`;
  }
  if (confirmedBy !== '' && part !== confirmedBy) return 'proposed';
  return `moved ${to === 'same' ? standing?.state : to}`;
}

function said(outcome: Outcome, standing: Partial<CaseFile> | null): string {
  if (outcome.kind === 'refused') return `refused ${outcome.reason}`;
  return outcome.kind === 'proposed' ? 'proposed' : `moved ${outcome.change.state ?? standing?.state}`;
}

describe('the flow of a case', () => {
  it('has the 23 events of the guidance, numbered as there', () => {
    expect(caseEvents).toHaveLength(23);
    for (const event of caseEvents) expect(transitionOf(event).number).toBe(documented[event][0]);
  });

  it('answers every place, event and part with the documented transition or a refusal with a reason', () => {
    const wrong: string[] = [];
    const tally: Record<string, number> = {};
    let count = 0;
    for (const standing of places) {
      for (const event of caseEvents) {
        for (const part of caseParts) {
          const outcome = decide(event, sceneFor(event, standing), { part, personId: 'somebody' });
          const [got, wanted] = [said(outcome, standing), expected(event, standing, part)];
          if (got !== wanted) wrong.push(`${event} by ${part} at ${JSON.stringify(standing)}: ${got}, not ${wanted}`);
          tally[outcome.kind] = (tally[outcome.kind] ?? 0) + 1;
          count += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBe((1 + 7 * 5 * 5) * 23 * 5);
    expect(tally).toEqual({ moved: 847, proposed: 100, refused: 19_293 });
    process.stdout.write(`  ${count} places, events and parts: ${JSON.stringify(tally)}\n`);
  });

  it.each(caseEvents.flatMap((event) => transitionOf(event).guards.map((guard) => [event, guard] as const)))(
    '%s is refused, with the reason, when %s does not hold',
    (event, guard) => {
      const row = transitionOf(event);
      const [state] = row.from;
      const place =
        state === 'none'
          ? null
          : {
              ...{ state: state ?? 'active' },
              attendance: row.attendance?.[0] ?? 'not_summoned',
              testing: row.testing?.[0] ?? 'none'
            };
      const scene = sceneFor(event, place);
      const broken = breaks[guard]?.(scene);
      if (!broken) throw new Error('the test does not know how to break ' + guard);
      const part = row.confirmedBy ?? row.by[0] ?? 'system';
      expect(guards[guard]({ ...scene, ...broken, file: broken.file ?? scene.file ?? newCase(noDays) })).toBe(false);
      expect(decide(event, { ...scene, ...broken }, { part, personId: 'me' })).toEqual({
        kind: 'refused',
        reason: guard
      });
    }
  );

  it('needs two persons where two are asked for, and never the system', () => {
    const closed = { state: 'closed' } as const;
    const scene = sceneFor('purge', closed);
    const leader = { part: 'unit_leader', personId: 'proposer' } as const;
    expect(decide('purge', scene, leader)).toEqual({ kind: 'refused', reason: 'same_person' });
    expect(decide('purge', { ...scene, proposal: null }, { ...leader, personId: 'other' })).toEqual({
      ...{ kind: 'refused', reason: 'not_proposed' }
    });
    expect(decide('purge', scene, { part: 'system', personId: null })).toEqual({
      ...{ kind: 'refused', reason: 'wrong_part' }
    });
  });

  it('lets the leader, and nobody else, tell of somebody under 18 who did not meet', () => {
    const place = { state: 'active', attendance: 'not_met', ageBand: '15_17' } as const;
    const by = (part: CasePart) =>
      decide('notify_no_show', sceneFor('notify_no_show', place), { part, personId: 'me' });
    expect(by('case_officer')).toEqual({ kind: 'refused', reason: 'wrong_part' });
    expect(by('unit_leader')).toMatchObject({ kind: 'moved', notice: 'no_show' });
  });
});

describe('what an event changes', () => {
  const active = { state: 'active', attendance: 'summoned', testing: 'none' } as const;
  const change = (event: CaseEvent, place: Partial<CaseFile>, more: Partial<FlowScene> = {}) => {
    const part = transitionOf(event).by[0] ?? 'system';
    const outcome = decide(event, { ...sceneFor(event, place), ...more }, { part, personId: 'me' });
    if (outcome.kind !== 'moved') throw new Error(`${event}: ${JSON.stringify(outcome)}`);
    return outcome.change;
  };

  it('counts the deadlines of a referral in working days, over Easter', () => {
    const received = newCase({ receivedOn: '2026-03-31', decidedOn: '2026-03-20', probationUntil: null });
    const { given: all } = sceneFor('register', received);
    const given = { ...all, receivedOn: received.receivedOn };
    expect(change('register', received, { given })).toMatchObject({
      ...{ state: 'active', attendance: 'not_summoned', testing: 'none', registerBy: null },
      summonBy: '2026-04-10'
    });
  });

  it('fulfils attendance when so many meetings as required were held, and asks for the next one before', () => {
    expect(change('attended', active)).toMatchObject({ attendance: 'fulfilled', met: 1, firstMetOn: '2026-03-03' });
    const twice = conditions.map((one) => ({ ...one, required: 2 }));
    expect(change('attended', active, { conditions: twice })).toMatchObject({
      ...{ attendance: 'not_summoned', met: 1, meetingBy: '2026-03-25' }
    });
  });

  it('keeps a closed case until some months after the probation', () => {
    expect(change('close', { ...active, attendance: 'fulfilled' })).toMatchObject({
      ...{ state: 'closed', closedOn: '2026-03-04', deleteAfter: '2029-02-20' }
    });
  });

  it('closes a case when the prosecution withdraws the condition, and goes on when it asks for a new summons', () => {
    const place = { ...active, state: 'awaiting_prosecution' } as const;
    const { given } = sceneFor('prosecution_reply', place);
    const reply = (one: 'withdrawn' | 'resumed' | 'new_summons') =>
      change('prosecution_reply', place, { given: { ...given, reply: one } });
    expect(reply('withdrawn')).toMatchObject({ state: 'closed', closingCode: 'withdrawn' });
    expect(reply('resumed')).toMatchObject({ state: 'closed', closingCode: 'not_fulfilled' });
    expect(reply('new_summons')).toMatchObject({ state: 'active', attendance: 'not_summoned', summonBy: '2026-03-11' });
  });
});

const noDays = { receivedOn: '2026-03-02', decidedOn: '2026-02-20', probationUntil: null };
type Break = (scene: FlowScene) => Partial<FlowScene>;
const given =
  (without: Partial<FlowScene['given']>): Break =>
  (scene) => ({ given: { ...scene.given, ...without } });
const filed =
  (change: Partial<CaseFile>): Break =>
  ({ file }) => ({ file: { ...(file ?? newCase(noDays)), ...change } });
const left = (...names: (keyof FlowScene['given'])[]): Break => {
  return (scene) => ({
    given: Object.fromEntries(Object.entries(scene.given).filter(([name]) => !names.some((one) => one === name)))
  });
};

/** How each guard stops holding, with nothing else wrong. */
const breaks: Record<keyof typeof guards, Break> = {
  reference_not_open: given({ isReferenceOpen: true }),
  has_condition: () => ({ conditions: [] }),
  person_identified: given({ isIdentified: false }),
  at_least_15: given({ age: 14 }),
  stays_here: given({ staysHere: false }),
  has_responsible: given({ responsibleId: '' }),
  deadline_set: given({ meetingBy: '2026-03-03' }),
  reason_given: left('clarifyReason', 'excuseReason', 'reopenReason'),
  answer_attached: left('hasAnswer', 'answerReference'),
  other_municipality: given({ toMunicipality: '42' }),
  written_channel: left('channel'),
  enough_warning: given({ meetingAt: new Date('2026-03-06T10:00:00Z') }),
  within_condition: given({ meetingAt: new Date('2027-01-05T10:00:00Z') }),
  delivery_failed: left('deliveryStatus'),
  mobile_known: given({ hasMobile: false }),
  daytime: () => ({ now: new Date('2026-03-04T22:00:00Z') }),
  summons_valid: filed({ delivery: 'failed' }),
  not_reminded: filed({ isReminded: true }),
  outcome_given: left('contactOutcome'),
  outreach_has_reason: given({ contactKind: 'outreach' }),
  meeting_passed: filed({ meetingAt: new Date('2026-03-05T10:00:00Z') }),
  identity_checked: given({ identityChecked: false }),
  was_delivered: filed({ delivery: 'sent' }),
  enough_attempts: filed({ missed: 1 }),
  test_is_condition: given({ testAt: new Date('2027-01-05T10:00:00Z') }),
  not_treating: given({ isNotTreating: false }),
  checks_complete: given({ checks: testChecks.slice(1) }),
  deviation_given: left('deviation'),
  test_was_taken: filed({ tested: 0 }),
  has_agreement: ({ setting }) => ({ setting: { ...setting, resultAgreement: null } }),
  reply_given: given({ reply: 'changed_condition' }),
  code_fits: left('closingCode'),
  conditions_settled: (scene) => ({
    ...filed({ state: 'active', met: 0 })(scene),
    ...given({ closingCode: 'fulfilled' })(scene)
  }),
  nothing_open: filed({ task: 'send_on_paper' }),
  notices_sent: given({ unsentNotices: 1 }),
  within_probation: filed({ probationUntil: '2026-03-03' }),
  archive_proof: given({ archiveReference: ' ' }),
  hold_changes: filed({ isHeld: true }),
  hold_has_reason: left('holdReason'),
  past_retention: filed({ deleteAfter: '2026-03-04' }),
  is_archived: filed({ archivedAt: null }),
  not_held: filed({ isHeld: true })
};

it('docs/cases.md shows every row of the flow as it is', () => {
  const text = readFileSync('docs/cases.md', 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => /^\| \d+ +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', ''))
    );
  expect(rows).toEqual(caseEvents.map(documentedRow));
});

function documentedRow(event: CaseEvent): string[] {
  const row = transitionOf(event);
  const within = [...(row.attendance ?? []), ...(row.testing ?? [])];
  const reached = [row.to, row.toAttendance, row.toTesting].filter((one) => one !== undefined);
  return [
    String(row.number),
    event,
    row.from.join(', ') + (within.length > 0 ? ` (${within.join(', ')})` : ''),
    reached.join(', '),
    row.guards.join(', '),
    row.by.join(', ') + (row.confirmedBy ? ` + ${row.confirmedBy}` : ''),
    row.records.join(', ') || '–',
    [
      ...row.deadlines.map((one) =>
        'clears' in one ? `no ${one.clears}` : `${one.sets}: ${one.days} after ${one.after}`
      ),
      ...(row.notice ? [`notice: ${row.notice}`] : [])
    ].join(', ') || '–'
  ];
}
