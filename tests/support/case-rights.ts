import { readFileSync } from 'node:fs';
import { addDocuments } from '#lib/server/case/document.ts';
import { parseMasterKeys, type MasterKeys } from '#lib/server/case/master-key.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { CaseKey } from '#lib/server/case/person.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { startSession } from '#lib/server/session.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { system, addWith } from './people.ts';
import type { Row, Where, Who } from './rights-table.ts';

/** The addresses of a case of one's own unit and of another's, of a document in it, and of what came in. */
type CaseAddresses = { case: string; document: string; incoming: string };
/** `officerOfOther`: the session of the other unit's officer. */
export type StoredCases = Record<Where, CaseAddresses> & { officerOfOther: string };

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
  const { rows } = await store.owner.query<{ id: string; officer: string }>(
    `select case_file.id, person.id as officer
    from case_file
    join person on person.email = $1
    where unit_no = '4204' and testing = 'planned'`,
    [demonstrationPerson('case_officer').email]
  );
  const [planned] = rows;
  if (!planned) throw new Error('no case of the own unit has a test that is planned');
  const officerOfOther = await store.transaction(system, (tx) =>
    startSession(tx, personId, { method: 'demonstration' }, at)
  );
  const addresses = {
    own: await addressesOf(store, masters, { municipalityNo: '4204', id: planned.id }, planned.officer),
    other: await addressesOf(store, masters, added, personId)
  };
  await store.close();
  return { ...addresses, officerOfOther };
}

/** Puts a document into a case, and something that came in beside it. */
async function addressesOf(
  store: Store,
  masters: MasterKeys,
  { municipalityNo, id }: CaseKey,
  by: string
): Promise<CaseAddresses> {
  const at = new Date();
  const place = { municipalityNo, id, unitNo: municipalityNo, of: 'case' } as const;
  const files = [{ ending: 'pdf', content: Buffer.from('%PDF-1.7') }];
  await store.transaction({ kind: 'person', personId: by, scope: 'everything' }, (tx) =>
    addDocuments({ tx, masters, at }, place, { kind: 'referral', files, by })
  );
  const { rows } = await store.owner.query<{ document: string; incoming: string }>(
    `with came_in as (
      insert into case_incoming (municipality_no, id, unit_no, external_id, state, fetched_at, tried_at)
      values ($1, gen_random_uuid(), $1, 'made up', 'waiting', now(), now())
      returning id
    )
    select case_document.id as document, came_in.id as incoming
    from case_document
    cross join came_in
    where case_document.case_id = $2`,
    [municipalityNo, id]
  );
  return {
    case: `/saker/${municipalityNo}/${id}`,
    document: `/saker/dokument/${municipalityNo}/${rows[0]?.document}`,
    incoming: `/saker/innkommet/${municipalityNo}/${rows[0]?.incoming}`
  };
}

const caseRoute = '/saker/[municipality]/[case]';
const incomingRoute = '/saker/innkommet/[municipality]/[incoming]';
const readers: readonly Who[] = ['case_officer', 'unit_leader'];
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
  const at = (of: keyof CaseAddresses, part = '') => ({ own: cases.own[of] + part, other: cases.other[of] + part });
  const page = (route: string, who: readonly Who[], address: Row['address']): Row => ({
    ...{ route, does: 'GET', address, answer: inUnit(who, 200, 303) }
  });
  const action = (does: string, who: readonly Who[], form: Record<string, string>): Row => ({
    ...{ route: caseRoute, does, address: at('case'), form, answer: inUnit(who, 400, 401) }
  });
  const steps = ['no_show', 'purge', 'close', 'archived', 'hold', 'test_taken', 'notify_no_show'];
  return [
    page(caseRoute, everybodyInUnit, at('case')),
    page(
      `${caseRoute}/sett`,
      everybodyInUnit.filter((who) => who !== 'sampler'),
      at('case', '/sett')
    ),
    page(`${caseRoute}/arkiv`, ['archivist'], at('case', '/arkiv')),
    ...steps.map((event) => action('steg', everybodyInUnit, { event })),
    action('melding', ['case_officer'], { number: '1', channel: 'drum', sentOn: '' }),
    action('papir', [], {}),
    action('dokument', ['case_officer'], { kind: 'drum' }),
    page('/saker/dokument/[municipality]/[document]', readers, at('document')),
    page(incomingRoute, readers, at('incoming')),
    ...['legg', 'side'].map((does) => ({
      ...action(does, ['case_officer'], { reason: 'drum', kind: 'drum' }),
      ...{ route: incomingRoute, address: at('incoming') }
    }))
  ];
}
