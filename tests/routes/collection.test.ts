import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { identify } from '#lib/server/identification.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport, type NewReport } from '#lib/server/report-submission.ts';
import { startSession } from '#lib/server/session.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { answerToken } from '#lib/server/token.ts';
import { actions as ofRound } from '../../src/routes/kartlegging/[round]/+page.server.ts';
import { GET as changes } from '../../src/routes/kartlegging/[round]/hendelser/+server.ts';
import { actions as setup } from '../../src/routes/kartlegging/[round]/oppsett/+page.server.ts';
import { actions as form } from '../../src/routes/svar/[token]/+page.server.ts';
import { someAnswers } from '../support/answers.ts';
import { addAdviser, day, openRounds, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

type Sending = {
  fields?: Record<string, string>;
  query?: string;
  params?: Record<string, string>;
  by?: string;
  in?: App;
};

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-15');
const [town, host] = ['4223', '4204'];

let db: Store;
let app: App;
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
  const advising = await addAdviser(db, 'Ragnhild', 'sor');
  adviser = advising.kind === 'person' ? advising.personId : '';
});
beforeEach(() => db.owner.query('truncate report, message cascade; delete from rate_limit').then(() => undefined));
afterAll(() => db.close());

/** What a route answers, or the Problem or redirect that it throws. */
async function send(route: ((event: never) => unknown) | undefined, sending: Sending): Promise<unknown> {
  const { fields, query = '', params = {}, by, in: opened = app } = sending;
  const signedIn = (personId: string) =>
    db.transaction(system, async (tx) =>
      identify(tx, await startSession(tx, personId, { method: 'demonstration' }, at), at)
    );
  const user = by ? (await signedIn(by)).user : { kind: 'public' };
  const url = new URL(`https://regionspeil.example.no/side${query}`);
  const body = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const event = {
    ...{ locals: { app: opened, user, language: 'nb', session: null }, params: { round: round.id, ...params }, url },
    request: new Request(url, body)
  };
  return Promise.resolve()
    .then(() => route?.(event as never))
    .catch((thrown: unknown) => thrown);
}

const answerOf = (municipalityNo: string): NewReport => ({
  ...{ roundId: round.id, municipalityNo, answers: someAnswers, reasons: {}, submittedBy: 'Kari' },
  ...{ submittedAt: at, channel: 'web' }
});

it('an address that no mail can be sent to does not get on the list of a round', async () => {
  const add = (contactEmail: string) =>
    send(setup.leggtil, { fields: { municipality: town, contactName: 'Ola', contactEmail }, by: adviser });
  for (const address of ['ola@a.example, kari@b.example', 'ola@a.example\r\nBcc: kari@b.example', 'ola']) {
    const sentence = messagesIn('nb').contact.problem.notEmail(address.replaceAll('\r\n', ' '));
    expect(await add(address)).toMatchObject({
      status: 400,
      data: { problems: [{ field: 'municipality', sentence }] }
    });
  }
});

it('changes are watched of municipalities only: what no store can hold would stop the watch of everyone', async () => {
  const watch = (query: string) => send(changes, { query, by: adviser });
  expect(await watch(`?kommune=${town}`)).toBeInstanceOf(Response);
  for (const query of ['?kommune=%00', '?kommune=4204/x', '?kommune=']) {
    expect(await watch(query)).toMatchObject({ status: 404, code: 'not-found' });
  }
});

it('an answer that comes while its municipality says no to a host stands', async () => {
  await db.transaction(respondentOf(host), (tx) =>
    submitReport(tx, { ...answerOf(host), coverage: { kind: 'whole', municipalities: [town] } })
  );
  let isSent = false;
  /** As if a colleague had sent the answer while the denial waited for it. */
  const transaction: Store['transaction'] = (actor, work) =>
    db.transaction(actor, (tx) =>
      work({
        query: async <Row>(sql: string, params: readonly unknown[] = []) => {
          const rows = await tx.query<Row>(sql, params);
          if (isSent || actor.kind !== 'respondent' || !sql.includes('pg_advisory_xact_lock')) return rows;
          isSent = true;
          await submitReport(tx, answerOf(town));
          return rows;
        }
      })
    );
  const waiting = { ...app, db: { ...db, transaction } } as App;
  const token = answerToken(secret, round.id, town);
  expect(await send(form.avkreft, { fields: { host }, params: { token }, in: waiting })).toMatchObject({ status: 404 });
  expect(isSent).toBe(true);
});

it('who answers for whom is decided until the freeze, and not after it: the sums are public then', async () => {
  for (const [municipality, coverage] of [
    [town, null],
    [host, { kind: 'whole', municipalities: [town] }]
  ] as const) {
    const report = { ...answerOf(municipality), coverage: coverage && { ...coverage, municipalities: [town] } };
    await db.transaction(respondentOf(municipality), (tx) => submitReport(tx, report));
  }
  const fields = { municipality: town, holds: 'own' };
  const frozen = { ...app, clock: () => round.freezesAt } as App;
  for (const action of [ofRound.avgjor, ofRound.angre]) {
    expect(await send(action, { fields, by: adviser, in: frozen })).toMatchObject({
      status: 409,
      code: 'round-closed'
    });
  }
  expect(await send(ofRound.avgjor, { fields, by: adviser })).toEqual({ coverage: 'done' });
});

it('half a sign, from a browser or a cut in the middle of one, is stored as a sign that is not known', async () => {
  const token = answerToken(secret, round.id, town);
  const half = { formKey: 'one', name: 'a' + '😀'.repeat(2500), base: JSON.stringify({ email: '\ud83d' }) };
  const kept = await send(form.lagre, { fields: half, params: { token } });
  expect(kept).toMatchObject({ isFrozen: false, newer: null });
  expect(JSON.stringify(kept)).not.toMatch(/\\ud83d(?!\\ude00)/);
});

it('a form with more fields than any has is refused before anything is read or stored', async () => {
  const token = answerToken(secret, round.id, town);
  const cells = Array.from({ length: 3001 }, (_, index) => [`each.${String(index).padStart(4, '0')}.none`, 'yes']);
  for (const action of [form.lagre, form.sjekk, form.send]) {
    const refused = await send(action, { fields: Object.fromEntries(cells), params: { token } });
    expect(refused).toMatchObject({ status: 413, code: 'too-large' });
  }
});
