import { workingDaysAfter } from '#lib/domain/case/working-day.ts';
import { daysAfter, momentAt } from '#lib/domain/day.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import type { MasterKeys } from './master-key.ts';
import type { CaseKey } from './person.ts';
import { addReferral } from './referral.ts';
import { changeTally } from './self-referral.ts';
import { takeStep } from './step.ts';

/** Made-up cases of autumn 2022 that were removed since: the day they came, the age, and the days to the first meeting. */
const past = [
  { receivedOn: '2022-08-22', age: 19, days: 10, noShows: 0 },
  { receivedOn: '2022-09-05', age: 16, days: 14, noShows: 0 },
  { receivedOn: '2022-09-19', age: 24, days: 21, noShows: 1 },
  { receivedOn: '2022-10-03', age: 17, days: 11, noShows: 0 },
  { receivedOn: '2022-10-17', age: 31, days: 15, noShows: 0 },
  { receivedOn: '2022-10-31', age: 20, days: 24, noShows: 1 }
] as const;
const tallied = [
  { month: '2022-11-01', source: 'school' },
  { month: '2023-03-01', source: 'parents' },
  { month: '2023-10-01', source: 'school' },
  { month: '2023-10-01', source: 'self' }
] as const;
const archivedOn = '2024-02-05';

type Seeding = {
  db: Db;
  masters: MasterKeys;
  unitNo: string;
  doers: Record<'case_officer' | 'unit_leader' | 'archivist', string>;
};
type Part = keyof Seeding['doers'];

/** Lets made-up cases of a round that is past go the whole way to their removal, and counts some who came by themselves. */
export async function seedPastCases({ db, masters, unitNo, doers }: Seeding): Promise<void> {
  const as = <Result>(part: Part, work: (tx: Tx) => Promise<Result>) =>
    db.transaction({ kind: 'person', personId: doers[part], scope: 'everything' }, work);
  const step = async (tx: Tx, key: CaseKey, happening: Happening) => {
    const { part, event, on, given = {} } = happening;
    const doer = { part, personId: doers[part] };
    const result = await takeStep(
      tx,
      key,
      { event, given: { responsibleId: doer.personId, ...given }, doer },
      noon(on)
    );
    if (result.kind === 'refused') throw new Error(`the demonstration cannot ${event}: ${result.reason}`);
  };
  for (const [index, one] of past.entries()) {
    const key = await as('case_officer', async (tx) => {
      const register = { tx, masters, at: noon(one.receivedOn) };
      const doer = { part: 'case_officer', personId: doers.case_officer } as const;
      const added = await addReferral(register, referralOf(unitNo, one, index), doer);
      if (added.kind !== 'added') throw new Error('the demonstration has a reference twice: ' + index);
      for (const happening of untilClosed(one)) await step(tx, added, happening);
      return added;
    });
    await as('archivist', async (tx) => {
      const archiveReference = `DEMO-2022-${index + 1}`;
      const given = { archiveWay: 'exported', archiveReference, archiveDay: archivedOn } as const;
      await step(tx, key, { part: 'archivist', event: 'archived', on: archivedOn, given });
      await step(tx, key, { part: 'archivist', event: 'purge', on: archivedOn });
    });
    await as('unit_leader', (tx) => step(tx, key, { part: 'unit_leader', event: 'purge', on: archivedOn }));
  }
  await as('case_officer', async (tx) => {
    for (const { month, source } of tallied) {
      await changeTally(tx, { unitNo, municipalityNo: unitNo, month, source, by: 1 }, noon(daysAfter(month, 20)));
    }
  });
}

type Past = (typeof past)[number];
type Happening = { part: Part; event: CaseEvent; on: string; given?: CaseGiven };

function untilClosed({ receivedOn, days, noShows, age }: Past): Happening[] {
  const part = 'case_officer';
  const met = daysAfter(receivedOn, days);
  const meetings = noShows === 0 ? [met] : [daysAfter(receivedOn, 10), met];
  const condition = { kind: 'attendance', required: 1, from: daysAfter(receivedOn, -10), isWithdrawn: false } as const;
  const conditions = [{ ...condition, until: daysAfter(receivedOn, 300) }];
  const meetingBy = workingDaysAfter(receivedOn, 15);
  const meetingAt = (day: string) => momentAt(day, '09:00');
  return [
    {
      part,
      event: 'register',
      on: receivedOn,
      given: { conditions, meetingBy, staysHere: true, isIdentified: true, age }
    },
    ...meetings.flatMap((day, index): Happening[] => [
      {
        ...{ part, event: 'summon', on: index === 0 ? daysAfter(receivedOn, 1) : daysAfter(meetings[0] ?? day, 1) },
        given: { channel: 'post', place: 'office', meetingAt: meetingAt(day) }
      },
      index < noShows
        ? { part, event: 'no_show', on: day }
        : { part, event: 'attended', on: day, given: { identityChecked: true, informed: true } }
    ]),
    { part, event: 'close', on: daysAfter(met, 1), given: { closingCode: 'fulfilled' } }
  ];
}

function referralOf(unitNo: string, { receivedOn, age }: Past, index: number) {
  return {
    ...({ unitNo, municipalityNo: unitNo, receivedOn, channel: 'letter', probationUntil: null } as const),
    ...{ decidedOn: daysAfter(receivedOn, -10), legalGround: 'conditional_waiver', policeDistrict: 'agder' },
    person: {
      ...{ reference: `DEMO ${2000 + index}/22`, name: `Oppdiktet Tidligere ${index + 1}`, nationalId: null },
      ...{
        born: `${Number(receivedOn.slice(0, 4)) - age}-01-0${index + 1}`,
        address: 'Oppdiktveien 1, 0000 Ingensteds'
      },
      ...{ mobile: null, language: 'nb' as const, interpreter: null },
      ...{ guardianName: null, guardianAddress: null, guardianMobile: null }
    }
  };
}

function noon(day: string): Date {
  return momentAt(day, '12:00');
}
