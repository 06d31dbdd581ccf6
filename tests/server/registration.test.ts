import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sheetOf } from '#lib/domain/import-sheet.ts';
import { openImportScene } from '#lib/domain/import-scene.ts';
import { readDelimitedText } from '#lib/domain/delimited-text.ts';
import { takesFromAdvisers } from '#lib/domain/round.ts';
import { importAnswers } from '#lib/server/answer-import.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { readDraft, saveDraft } from '#lib/server/draft.ts';
import { readImportScene, showImportScene } from '#lib/server/import-scene.ts';
import { changeSetting } from '#lib/server/municipality-setting.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { listOrigins, registerAnswer, type Registration } from '#lib/server/registration.ts';
import { sendReport, type NewReport } from '#lib/server/report-submission.ts';
import { listVersions } from '#lib/server/report.ts';
import { answersCsv } from '#lib/ui/import/answers-csv.ts';
import { someAnswers } from '../support/answers.ts';
import { audited } from '../support/people.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const monday = day('2025-01-06');
const known = { reference: loadReference('data'), questionnaires: loadQuestionnaires('data/questionnaires') };

let db: Store;
let adviser: Extract<Actor, { kind: 'person' }>;
let stranger: Extract<Actor, { kind: 'person' }>;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
  stranger = (await addAdviser(db, 'Vidar', 'vest')) as typeof stranger;
});

beforeEach(async () => {
  await db.owner.query('truncate report_origin, report, draft cascade');
});

afterAll(() => db.close());

const byPhone: Registration = {
  roundId: round.id,
  municipalityNo: '4223',
  answers: someAnswers,
  reasons: {},
  warnings: [],
  origin: { way: 'phone', givenBy: 'Kari Kommune', givenRole: 'ruskonsulent', givenOn: '2025-01-06' },
  registeredBy: null,
  at: monday,
  replaces: null
};
const register = (change: Partial<Registration> = {}, actor = adviser) =>
  db.transaction(actor, (tx) => registerAnswer(tx, { ...byPhone, registeredBy: actor.personId, ...change }));
const send = (change: Partial<NewReport> = {}) =>
  db.transaction(vennesla, (tx) =>
    sendReport(
      tx,
      {
        ...{ roundId: round.id, municipalityNo: '4223', answers: someAnswers, reasons: {} },
        ...{ submittedAt: monday, submittedBy: 'Kari', channel: 'web', ...change }
      },
      { key: 'form', basedOn: null }
    )
  );
const versions = (actor: Actor = adviser, municipalityNo = '4223') =>
  db.transaction(actor, (tx) => listVersions(tx, round.id, municipalityNo));
const more = { ...someAnswers, cases_received: { status: 'reported', value: 40 } } as const;

describe('an answer that an adviser registers', () => {
  it('counts at once, with who gave it, how and who registered it, and an audit row of the municipality', async () => {
    expect(await register()).toEqual({ outcome: 'stored', version: 1 });
    expect(await versions()).toMatchObject([{ channel: 'phone', submittedBy: 'Kari Kommune' }]);
    const origins = await db.transaction(adviser, (tx) => listOrigins(tx, round.id, '4223'));
    expect(origins.get(1)).toEqual({
      ...{ way: 'phone', givenBy: 'Kari Kommune', givenRole: 'ruskonsulent', givenOn: '2025-01-06' },
      registeredBy: 'Ragnhild'
    });
    expect(await audited(db, '4223')).toContain('report_submitted');
  });

  it('in writing is imported, and what is the same already is not stored again', async () => {
    const origin = { ...byPhone.origin, way: 'writing' } as Registration['origin'];
    await register({ origin });
    expect(await versions()).toMatchObject([{ channel: 'import' }]);
    expect(await register({ origin })).toEqual({ outcome: 'unchanged', version: 1 });
    expect(await versions()).toHaveLength(1);
  });

  it('never replaces the municipality’s own answer unless that version was named', async () => {
    await send();
    expect(await register({ answers: more })).toEqual({ outcome: 'asks', version: 1 });
    expect(await register({ answers: more, replaces: 1 })).toEqual({ outcome: 'stored', version: 2 });
    expect(await versions()).toMatchObject([{ channel: 'phone' }, { channel: 'web' }]);
  });

  it('leaves the draft that the municipality has begun', async () => {
    const typed = { base: {}, typed: { any_cases: 'yes' }, basedOn: null, editor: { name: null, window: 'a' } };
    await db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, typed, { at: monday }));
    await register();
    expect(await db.transaction(vennesla, (tx) => readDraft(tx, round.id, '4223'))).not.toBeNull();
  });

  it('is refused for another region’s municipality, outside the window, as the municipality, and in another’s name', async () => {
    await expect(register({}, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(register({ at: day('2024-12-31') })).rejects.toMatchObject({ code: 'not-found' });
    await expect(register({ at: round.freezesAt })).rejects.toMatchObject({ code: 'not-found' });
    await expect(register({ registeredBy: stranger.personId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      db.transaction(adviser, (tx) =>
        tx.query(
          `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
          values ('4223', $1, 1, '{}', '{}', 'x', $2, 'Kari', 'web')`,
          [round.id, monday]
        )
      )
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await versions()).toEqual([]);
  });

  it('keeps whom a host speaks for, and lets go of what was said of a host', async () => {
    const coverage = { kind: 'whole', municipalities: ['4224'] } as const;
    await send({ coverage: { ...coverage, municipalities: ['4224'] } });
    await register({ answers: more, replaces: 1 });
    expect((await versions())[0]).toMatchObject({ coverage });
    await db.owner.query('truncate report_origin, report, draft cascade');
    await send({ answers: {}, coverage: { kind: 'answered_by', host: '4204' } });
    await register({ answers: more, replaces: 1 });
    expect((await versions())[0]).toMatchObject({ coverage: null });
  });

  it('is not taken for a municipality whose answer is locked', async () => {
    const system = { kind: 'system', task: 'test' } as const;
    const lock = (isReadOnly: boolean) =>
      db.transaction(system, (tx) => changeSetting(tx, '4223', { takesLinks: true, isReadOnly }, monday));
    await lock(true);
    expect(await register()).toEqual({ outcome: 'locked' });
    await lock(false);
  });

  it('is taken until the freeze, as the store says it too', async () => {
    const closed = { ...round, closesAt: day('2025-01-20') };
    for (const at of [day('2024-12-31'), round.opensAt, day('2025-01-21'), round.freezesAt]) {
      const [row] = await db.transaction(adviser, (tx) =>
        tx.query<{ takes: boolean }>(`select app_takes_from_adviser('4223', $1, $2) as takes`, [round.id, at])
      );
      expect(row?.takes).toBe(takesFromAdvisers(closed, at));
    }
  });
});

describe('an import of many', () => {
  const by = () => ({ actor: adviser, personId: adviser.personId, name: 'Ragnhild' });
  const app = { clock: () => monday };
  const heading = 'Kommunenummer;Saker;Mottatte saker;Behandlede;Under 18;Organisert;Ansvar;Nettside';
  const unit = 'Helse og omsorg;Ruskonsulent;Nei';

  async function importText(text: string) {
    const scene = openImportScene(await db.transaction(adviser, (tx) => readImportScene(tx, known, round)));
    const read = readDelimitedText(new TextEncoder().encode(text));
    if ('refused' in read) throw new Error(read.refused);
    const { uses, rows } = sheetOf(read.rows, scene);
    return importAnswers({ ...app, db }, scene, { roundId: round.id, uses, rows, by: by() });
  }

  it('stores the rows that can be stored, says what became of each, and stores nothing twice', async () => {
    const file = `${heading}\n4223;Ja;3;2;1;${unit}\n4201;Ja;3;9;1;${unit}\n4202;Nei;0;0;0;${unit}`;
    expect((await importText(file)).map(({ outcome }) => outcome)).toEqual(['stored', 'refused', 'stored']);
    expect((await importText(file)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused', 'unchanged']);
    expect(await versions()).toMatchObject([{ version: 1, channel: 'import', submittedBy: 'Ragnhild' }]);
    expect(await versions(adviser, '4202')).toMatchObject([
      { answers: { cases_received: { status: 'confirmed_none', value: 0 } } }
    ]);
  });

  it('sent twice at the same moment stores one version', async () => {
    const file = `${heading}\n4223;Ja;3;2;1;${unit}`;
    const both = (await Promise.all([importText(file), importText(file)])).flat().map(({ outcome }) => outcome);
    expect(both.sort()).toEqual(['stored', 'unchanged']);
    expect(await versions()).toHaveLength(1);
  });

  it('of the round’s own file changes nothing, and reading it is told to each municipality', async () => {
    await importText(`${heading}\n4223;Ja;3;vet ikke;1;${unit}\n4202;Nei;;;;${unit}`);
    const scene = await db.transaction(adviser, (tx) => showImportScene(tx, known, round, monday));
    const outcomes = await importText(answersCsv(scene, 'nb'));
    const counted = outcomes.reduce<Record<string, number>>(
      (sum, { outcome }) => ({ ...sum, [outcome]: (sum[outcome] ?? 0) + 1 }),
      {}
    );
    expect(counted).toEqual({ unchanged: 2, blank: scene.expected.length - 2 });
    expect((await audited(db, '4202')).at(-1)).toBe('report_read');
    expect(await audited(db, '4201')).not.toContain('report_read');
  });
});
