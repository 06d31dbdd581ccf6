import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import { answerAddress } from '#lib/domain/answer-address.ts';
import type { App } from '#lib/server/app.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { identify } from '#lib/server/identification.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { answerToken } from '#lib/server/token.ts';
import { load as quality } from '../../src/routes/kartlegging/[round]/kvalitet/[municipality]/+page.server.ts';
import { actions as form, load } from '../../src/routes/svar/[token]/+page.server.ts';
import { load as receipt } from '../../src/routes/svar/[token]/kvittering/+page.server.ts';
import { noCases } from '../support/answers.ts';
import { storeCases, type CountedRow } from '../support/case-rows.ts';
import { addWith, audited, respondentOf } from '../support/people.ts';
import { addAdviser, day, openRounds, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

type Route = ((event: never) => unknown) | undefined;
type Sending = { fields?: Record<string, string>; token?: string; by?: string | null; query?: string };

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-15');
const own = answerAddress({ roundId: round.id, municipalityNo: '4204' });
const unit = Object.fromEntries(Object.entries(noCases).filter(([name]) => name !== 'any_cases'));
const sender = { formKey: 'one', name: 'Kari', confirm: 'yes' };
const row: CountedRow = {
  ...({ receivedOn: '2023-02-01', firstMetOn: null, closedOn: null, ageBand: '18_24' } as const),
  ...{ missed: 0, closingCode: null }
};
const cases: CountedRow[] = [
  { ...row, firstMetOn: '2023-02-11' },
  { ...row, firstMetOn: '2023-02-21', ageBand: '15_17', closedOn: '2023-06-01', closingCode: 'fulfilled' },
  { ...row, missed: 1 },
  { ...row, receivedOn: '2022-06-01', firstMetOn: '2022-07-10' },
  { ...row, receivedOn: '2024-05-01' }
];

let db: Store;
let app: App;
let kari: string;
let adviser: string;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  const reference = loadReference('data');
  app = {
    ...{ db, secret, reference, clock: () => at, origin: 'https://regionspeil.example.no' },
    questionnaires: loadQuestionnaires('data/questionnaires'),
    statistics: new Statistics(db, reference.geography, () => at),
    live: { mark: () => Promise.resolve('mark') }
  } as unknown as App; // the rest of it plays no part here
  kari = (await addWith(db, 'Kari', [respondentOf('4204')], at)).personId;
  const archive = { role: 'archivist', unitType: 'advisory_unit', unitId: '4204' } as const;
  const archivist = (await addWith(db, 'Arne', [archive], at)).personId;
  const advising = await addAdviser(db, 'Ragnhild', 'sor');
  adviser = advising.kind === 'person' ? advising.personId : '';
  await db.transaction({ kind: 'system', task: 'case_demonstration' }, (tx) =>
    openUnit(tx, { unitNo: '4204' }, day('2022-01-10'))
  );
  await storeCases(db, { municipalityNo: '4204', archivist }, cases);
}, 60_000);
beforeEach(() => db.owner.query('truncate report, message cascade; delete from draft').then(() => undefined));
afterAll(() => db.close());

/** What a route answers, or the Problem or redirect that it throws. */
async function ask(route: Route, { fields, token = own, by = kari, query = '' }: Sending): Promise<unknown> {
  const session = (personId: string) =>
    db.transaction(system, async (tx) =>
      identify(tx, await startSession(tx, personId, { method: 'demonstration' }, at), at)
    );
  const user = by ? (await session(by)).user : { kind: 'public' };
  const url = new URL(`https://regionspeil.example.no/side${query}`);
  const body = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const params = { token, round: round.id, municipality: '4204' };
  const event = {
    ...{ locals: { app, user, language: 'nb', session: null }, params, url },
    request: new Request(url, body)
  };
  return Promise.resolve()
    .then(() => route?.(event as never))
    .catch((thrown: unknown) => thrown);
}

const stored = async () =>
  (
    await db.owner.query<{ answers: Answers; sources: object; reasons: object; version: number }>(
      `select answers, sources, reasons, version from report order by version`
    )
  ).rows;

type Kept = { fields: Record<string, string>; basedOn: Date };
const basis = ({ fields, basedOn }: Kept) => ({ ...fields, ...sender, basedOn: basedOn.toISOString() });

describe('a round where the register prefills the report', () => {
  it('goes from the cases to a report that holds their figures and where they are from', async () => {
    expect(await ask(load as Route, {})).toMatchObject({
      register: { received: 3, handled: 3, under18: 1, carriedOver: 1, notMet: 1, medianDays: 20, since: '2022-01-10' }
    });
    const filled = (await ask(form.lagre, { fields: { ...unit, formKey: 'one', fill: 'own_counts' } })) as Kept;
    expect(filled.fields).toMatchObject({
      ...{ any_cases: 'yes', cases_received: '3', cases_handled: '3', cases_under_18: '1', cases_carried_over: '1' }
    });
    expect(await ask(form.send, { fields: basis(filled) })).toMatchObject({ status: 303 });
    const [report] = await stored();
    expect(report).toMatchObject({
      answers: {
        cases_received: { status: 'reported', value: 3 },
        cases_handled: { status: 'reported', value: 3 },
        cases_under_18: { status: 'reported', value: 1 }
      },
      sources: {
        ...{ cases_received: 'register', cases_handled: 'register', cases_under_18: 'register' },
        cases_carried_over: 'register'
      },
      reasons: {}
    });
    const shown = JSON.stringify(await ask(receipt as Route, {}));
    expect(shown).toContain('3 (fra kommunens saksregister)');
    expect(await audited(db, 'unit-4204')).toContain('case_counts_read');
  });

  it('asks why where another figure is typed; the adviser sees the reason, and not what the register has', async () => {
    const filled = (await ask(form.lagre, { fields: { ...unit, formKey: 'two', fill: 'own_counts' } })) as Kept;
    const typed = { ...basis(filled), formKey: 'two', cases_received: '7' };
    const asked = await ask(form.send, { fields: typed });
    expect(asked).toMatchObject({
      status: 400,
      data: { submission: { kind: 'asked', questions: [{ id: 'own_count.cases_received' }] } }
    });
    const { data } = asked as { data: Kept };
    const reason = {
      ...{ shown: 'own_count.cases_received', 'reason.own_count.cases_received': 'not_counted' },
      'reason.own_count.cases_received.text': 'Fire kom på papir'
    };
    const sent = await ask(form.send, { fields: { ...basis(data), formKey: 'two', ...reason } });
    expect(sent).toMatchObject({ status: 303 });
    expect(await stored()).toMatchObject([
      { sources: { cases_received: 'other_than_register', cases_handled: 'register' } }
    ]);
    const seen = await ask(quality as Route, { by: adviser, query: '?felt=cases_received' });
    expect(seen).toMatchObject({
      reasons: [
        {
          sentence: '«Mottatte saker fra påtalemyndigheten»: et annet tall enn kommunens egen opptelling',
          reason: 'Registeret eller filen mangler saker, eller har noen for mye: Fire kom på papir'
        }
      ]
    });
    expect(JSON.stringify(seen)).toContain('7, begrunnet (et annet tall enn i kommunens saksregister)');
  });

  it('tells whoever only holds the link nothing of the register, and fills nothing in', async () => {
    const token = answerToken(secret, round.id, '4204');
    expect(await ask(load as Route, { token, by: null })).toMatchObject({ register: null });
    const kept = await ask(form.lagre, { fields: { ...unit, formKey: 'x', fill: 'own_counts' }, token, by: null });
    expect((kept as Kept).fields).not.toHaveProperty('cases_received');
  });
});
