import { readFileSync } from 'node:fs';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { Actor } from '#lib/server/db.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { startSession } from '#lib/server/session.ts';
import { system, addWith } from './people.ts';
import type { Row, Where, Who } from './rights-table.ts';

/** The addresses of a case of one's own unit and of another's, and the session of that other unit's officer. */
export type StoredCases = Record<Where, string> & { officerOfOther: string };

/** Adds to a copy of the seeded store a unit in Trondheim with a case; the own one has a test that is planned. */
export async function addOtherUnit(directory: string): Promise<StoredCases> {
  const store = await openPglite(directory);
  const at = new Date();
  const unitNo = '5001';
  const { actor, personId } = await addWith(
    store,
    'Annen Enhet',
    [{ role: 'case_officer', unitType: 'advisory_unit', unitId: unitNo }],
    at
  );
  await store.transaction({ kind: 'system', task: 'case_demonstration' }, (tx) => openUnit(tx, { unitNo }, at));
  const day = at.toISOString().slice(0, 10);
  const referral = {
    ...{ unitNo, municipalityNo: unitNo, receivedOn: day, decidedOn: day, probationUntil: null },
    ...({ channel: 'letter', legalGround: 'conditional_waiver', policeDistrict: 'trondelag' } as const),
    person: {
      ...{ reference: 'DEMO 7003/26', name: 'Oppdiktet Person', nationalId: null, born: '2000-01-02', address: null },
      ...{ mobile: null, language: 'nb', interpreter: null, guardianName: null, guardianAddress: null },
      guardianMobile: null
    }
  };
  const masters = parseMasterKeys(readFileSync(`${directory}.case-key`, 'utf8'));
  const officer: Actor = { ...actor, scope: 'everything' };
  const added = await store.transaction(officer, (tx) =>
    addReferral({ tx, masters, at }, referral, { part: 'case_officer', personId })
  );
  if (added.kind !== 'added') throw new Error('the other unit has no case: ' + added.reason);
  const { rows } = await store.owner.query<{ id: string }>(
    `select id from case_file where unit_no = '4204' and testing = 'planned'`
  );
  const officerOfOther = await store.transaction(system, (tx) =>
    startSession(tx, personId, { method: 'demonstration' }, at)
  );
  await store.close();
  const [planned] = rows;
  if (!planned) throw new Error('no case of the own unit has a test that is planned');
  return {
    own: `/saker/4204/${planned.id}`,
    other: `/saker/${added.municipalityNo}/${added.id}`,
    officerOfOther
  };
}

const route = '/saker/[municipality]/[case]';
const everybodyInUnit: readonly Who[] = ['case_officer', 'unit_leader', 'sampler', 'archivist'];
/** In the own unit these get a status, all others find nothing; in another unit nobody does. */
const inUnit =
  (who: readonly Who[], status: number, signedOut: number): Row['answer'] =>
  (one, where) => {
    if (where === 'own' && who.includes(one)) return status;
    return one === 'public' ? signedOut : 404;
  };

/** What cases that are there answer; forms say nothing that can be done, so those who may are told so. */
export function storedCaseRows(cases: StoredCases): Row[] {
  const at = (part = '') => ({ own: cases.own + part, other: cases.other + part });
  const page = (part: string, who: readonly Who[]): Row => ({
    ...{ route: route + part, does: 'GET', address: at(part), answer: inUnit(who, 200, 303) }
  });
  const action = (does: string, who: readonly Who[], form: Record<string, string>): Row => ({
    ...{ route, does, address: at(), form, answer: inUnit(who, 400, 401) }
  });
  const steps = ['no_show', 'purge', 'close', 'archived', 'hold', 'test_taken', 'notify_no_show'];
  return [
    page('', everybodyInUnit),
    page(
      '/sett',
      everybodyInUnit.filter((who) => who !== 'sampler')
    ),
    ...steps.map((event) => action('steg', everybodyInUnit, { event })),
    action('melding', ['case_officer'], { number: '1', channel: 'drum', sentOn: '' }),
    action('papir', [], {})
  ];
}
