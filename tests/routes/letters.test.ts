import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import { changeContactDetails } from '#lib/server/contact.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { identify } from '#lib/server/identification.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { startSession } from '#lib/server/session.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { answerToken } from '#lib/server/token.ts';
import { actions as ofAnswer } from '../../src/routes/kartlegging/[round]/kvalitet/[municipality]/+page.server.ts';
import { actions as ofMunicipality } from '../../src/routes/kartlegging/[round]/[municipality]/+page.server.ts';
import { actions as form } from '../../src/routes/svar/[token]/+page.server.ts';
import { actions as notMe } from '../../src/routes/svar/[token]/ikke-meg/+page.server.ts';
import { actions as colleagues } from '../../src/routes/svar/[token]/kolleger/+page.server.ts';
import { someAnswers, someCases } from '../support/answers.ts';
import { addAdviser, day, openRounds, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

type Action = (event: never) => unknown;
type Sending = { fields?: Record<string, string>; params?: Record<string, string>; by?: string };

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-15');
const [town, host] = ['4223', '4204'];
const { contact, coverage, quality } = messagesIn('nn');
const ola = { name: 'Ola', email: 'ola@vennesla.example' };

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
    statistics: new Statistics(db, reference.geography, () => at)
  } as unknown as App; // the rest of it plays no part in what is written
  const advising = await addAdviser(db, 'Ragnhild', 'sor');
  adviser = advising.kind === 'person' ? advising.personId : '';
  const details = { phone: null, language: 'nn', mailbox: 'post@vennesla.example' } as const;
  await db.transaction(advising, (tx) => changeContactDetails(tx, town, details, at));
  await db.owner.query(`update assignment set contact_email = municipality_no || '@kommune.example'`);
});
beforeEach(() => db.owner.query('truncate report, message cascade; delete from rate_limit').then(() => undefined));
afterAll(() => db.close());

/** Everyone who writes reads bokmål themselves. */
async function send(action: Action | undefined, { fields = {}, params = {}, by }: Sending): Promise<void> {
  const signedIn = (personId: string) =>
    db.transaction(system, async (tx) =>
      identify(tx, await startSession(tx, personId, { method: 'demonstration' }, at), at)
    );
  const user = by ? (await signedIn(by)).user : { kind: 'public' };
  const url = new URL('https://regionspeil.example.no/side');
  const event = {
    ...{ locals: { app, user, language: 'nb', session: null }, params: { round: round.id, ...params }, url },
    request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
    cookies: { set: () => undefined },
    getClientAddress: () => '192.0.2.7'
  };
  await Promise.resolve(action?.(event as never)).catch((thrown: unknown) => {
    if (!(typeof thrown === 'object' && thrown !== null && 'location' in thrown)) throw thrown;
  });
}

const link = (municipalityNo: string) => ({ token: answerToken(secret, round.id, municipalityNo) });
const answer = (municipalityNo: string) =>
  db.transaction(respondentOf(municipalityNo), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, answers: someAnswers, reasons: {}, submittedBy: 'Kari' },
      ...{ submittedAt: at, channel: 'web' }
    })
  );
const bodies = async (recipient: string) =>
  (await db.owner.query('select body from message where recipient = $1', [recipient])).rows.map(
    ({ body }: { body: string }) => body
  );
const open = /Opne lenka|Opne svaret/;

it('a letter about who answers is in the language of the municipality, whoever writes it', async () => {
  await send(colleagues.inviter, { fields: ola, params: link(town) });
  await send(notMe.del, { fields: { ...ola, email: 'kari@vennesla.example' }, params: link(town) });
  await send(ofMunicipality.kontakt, {
    fields: { ...ola, email: 'anne@vennesla.example' },
    ...{ params: { municipality: town }, by: adviser }
  });
  for (const name of ['ola', 'kari', 'anne']) {
    expect(await bodies(`${name}@vennesla.example`)).toEqual([expect.stringMatching(open)]);
  }
  const [farewell] = await bodies(`${town}@kommune.example`);
  expect(farewell).toBe(contact.mail.former('Vennesla', round.name, 'Ola'));
});

it('a letter to a municipality that a host has named is in its language, not the host’s', async () => {
  await db.owner.query(`update assignment set contact_email = municipality_no || '@kommune.example'`);
  const each = { 'cover.kind': 'whole', [`cover.${town}`]: 'yes', formKey: 'one' };
  await send(form.send, { fields: { ...someCases, ...each, name: 'Kari', confirm: 'yes' }, params: link(host) });
  const [told] = await bodies(`${town}@kommune.example`);
  expect(told).toContain(coverage.mail.body({ host: 'Kristiansand', municipality: 'Vennesla' } as never).slice(0, 40));
  expect(told).toMatch(/Opne lenka/);
});

it('a letter about a question is in the language of the municipality that is asked', async () => {
  await db.owner.query(`update assignment set contact_email = municipality_no || '@kommune.example'`);
  for (const municipality of [town, host]) {
    await answer(municipality);
    await send(ofAnswer.spor, {
      fields: { text: 'Stemmer det?', version: '1' },
      params: { municipality },
      by: adviser
    });
  }
  expect(await bodies(`${town}@kommune.example`)).toEqual([
    expect.stringContaining(quality.mail.asked.body('Vennesla', round.name, '').slice(0, 40))
  ]);
  const bokmål = messagesIn('nb').quality.mail.asked.body('Kristiansand', round.name, '').slice(0, 40);
  expect(await bodies(`${host}@kommune.example`)).toEqual([expect.stringContaining(bokmål)]);
});
