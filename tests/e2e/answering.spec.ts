import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { messagesIn } from '#lib/i18n/messages.ts';
import { openRound } from '#lib/server/opening.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { findRound } from '#lib/server/round.ts';
import { field, questionnaire, sendAnswer } from '../support/answer-form.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { copySeededStore, removeStore, secretFile } from '../support/seeded-store.ts';
import { expect, startServer, test, watchContext, type Server } from '../support/server.ts';

const { answer, answering } = messagesIn('nb');
const [returning, phoned, counting] = silentMunicipalities.map(({ number }) => number);
if (!returning || !phoned || !counting) throw new Error('three must be silent');
const system = { kind: 'system', task: 'test' } as const;
const said = (value: number | string) => ({ status: 'reported', value }) as const;
const lastTime = {
  cases_received: said(1),
  cases_handled: said(1),
  cases_under_18: said(0),
  organised_under: said('health_and_care'),
  responsibility: said('professional_forum'),
  web_info: said('planned'),
  web_month: said('2024-01')
};

test.describe.configure({ mode: 'serial' });

let directory: string;
let server: Server;
let context: BrowserContext;
let page: Page;
let problemsOf: () => string[];

test.beforeAll(async () => {
  directory = copySeededStore();
  const store = await openPglite(directory);
  const { geography } = loadReference('data');
  const secret = readFileSync(secretFile(directory), 'utf8');
  const at = new Date();
  await store.transaction(system, async (tx) => {
    const round = await findRound(tx, 'sor-2024');
    if (!round) throw new Error('no round');
    const earlier = { ...round, id: 'sor-2023', slug: '2023', name: 'Region Sør 2023', periodStart: '2022-06-01' };
    const opening = { geography, secret, at };
    await openRound(tx, { ...earlier, periodEnd: '2024-02-29' }, opening, { korusRegion: 'sor', countyNumber: null });
    const common = { reasons: {}, submittedAt: at, channel: 'import' } as const;
    await submitReport(tx, {
      ...{ ...common, roundId: 'sor-2023', municipalityNo: returning, answers: lastTime, submittedBy: 'Kari' }
    });
  });
  await store.owner.query(
    `update round
    set opens_at = now() - interval '4 days', deadline_at = now() - interval '3 days',
      closes_at = now() - interval '2 days', freezes_at = now() - interval '1 day'
    where id = 'sor-2023'`
  );
  await store.owner.query(
    `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
    values ($1, 'sor-2024', 1, $2, '{}', $3, $4, 'Ragnhild', 'phone')`,
    [phoned, JSON.stringify({ ...lastTime, web_info: said('no'), web_month: undefined }), '0'.repeat(64), at]
  );
  await store.close();
  server = await startServer({ directory });
});

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext();
  problemsOf = watchContext(context, server.origin);
  page = await context.newPage();
});

test.afterEach(async () => {
  await context.close();
  expect(problemsOf()).toEqual([]);
});

test.afterAll(async () => {
  await server.stop();
  removeStore(directory);
});

async function expectFine(name: string) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findViolations(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('facts are confirmed, a surprise is answered by a code, and the receipt is a PDF without a doubt', async () => {
  const link = server.answerLink(returning);
  await page.goto(link);
  await expect(page.getByText(answering.facts.lead('Region Sør 2023'))).toBeVisible();
  await expect(page.getByText(answering.facts.unconfirmed).first()).toBeVisible();
  await expect(page.getByText(answering.facts.promise('Planlagt', 'januar 2024'))).toBeVisible();
  await expectFine('form');
  await page.getByRole('button', { name: answering.facts.all }).click();
  await expect(page.getByText(answering.facts.unconfirmed).first()).toBeHidden();
  await page.getByRole('group', { name: questionnaire.gate.text.nb }).getByRole('radio', { name: 'Ja' }).check();
  await field(page, 'cases_received').fill('60');
  await field(page, 'cases_handled').fill('1');
  await field(page, 'cases_under_18').fill('1');
  await page.getByRole('group', { name: 'Har kommunen informasjon' }).getByRole('radio', { name: 'Nei' }).check();
  await page.getByLabel(answering.sender.email).fill('kari@kommunen.example');
  await sendAnswer(page, 'Kari Nordmann');
  const question = page.getByRole('group', { name: /Dere skrev 60 .* Forrige gang skrev dere 1\. Stemmer det\?/ });
  await question.getByLabel(answering.soft.why).selectOption(answering.reasons.cannot_fix);
  await question.getByLabel(answer.softReason).fill('registeret er lagt ned');
  await expectFine('question');
  await page.getByRole('button', { name: answer.softSubmit }).click();
  await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();
  await expect(page.getByText('Kan ikke rettes fordi registeret er lagt ned')).toBeVisible();
  await expectFine('receipt');
  const pdf = await page.request.get(`${link}/kvittering.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto(`${server.origin}/utboks`);
  await expect(page.getByText('kari@kommunen.example').first()).toBeVisible();
});

test('a file fills the draft, and a correction says why and is not asked the same again', async () => {
  const link = server.answerLink(returning);
  await page.goto(`${link}/fil`);
  await expectFine('file');
  const own = await (await page.request.get(`${link}/fil/skjema.csv`)).body();
  const upload = async (buffer: Buffer) => {
    await page.getByLabel(answering.file.label).setInputFiles({ name: 'svar.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: answering.file.upload }).click();
  };
  await upload(own);
  await expect(page.getByText(answering.file.unchanged)).toBeVisible();
  await upload(Buffer.from(own.toString().replace(/(cases_handled;.*?;)1;/, '$1mange;')));
  await expect(page.getByText(answering.file.nothingStored)).toBeVisible();
  await expect(page.getByText('«mange» er ikke et helt tall')).toBeVisible();
  await expectFine('file-wrong');
  await upload(Buffer.from(own.toString().replace(/(cases_handled;.*?;)1;/, '$12;')));
  await expect(page.getByText(answering.file.done(1))).toBeVisible();
  await page.goto(link);
  await expect(field(page, 'cases_handled')).toHaveValue('2');
  await sendAnswer(page, 'Kari Nordmann', { again: true });
  await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();
  await page.getByRole('link', { name: answering.versions.all }).click();
  await expect(page.getByText(answering.versions.changed('Behandlede saker', '1', '2'))).toBeVisible();
  await expect(page.getByText('Rettet etter en ny telling')).toBeVisible();
  await expectFine('versions');
  await page.goto(`${link}/kommune`);
  await page.getByRole('link', { name: answering.versions.correct }).click();
  await expect(page.getByText(answer.changing(2))).toBeVisible();
});

test('after the freeze a municipality asks for a correction, from its own page', async () => {
  await page.goto(`${server.answerLink(returning, 'sor-2023')}/kommune`);
  await expectFine('own-page');
  await page.getByRole('link', { name: answering.correction.ask }).click();
  await page.getByLabel(answering.correction.label).fill('Behandlede saker skal være 2');
  await page.getByRole('button', { name: answering.correction.send }).click();
  await expect(page.getByText(answering.correction.sent)).toBeVisible();
  await expectFine('correction');
});

test('an answer by phone is shown and confirmed, also in nynorsk', async () => {
  await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
  const nn = messagesIn('nn');
  await page.goto(server.answerLink(phoned));
  await expect(page.getByRole('heading', { name: nn.answering.phone.title })).toBeVisible();
  await expectFine('phone');
  await page.getByRole('button', { name: nn.answering.phone.confirm }).click();
  await expect(page.getByText(nn.answer.problem.name)).toBeVisible();
  await page.getByLabel(nn.answering.phone.name).fill('Ola Nordmann');
  await page.getByRole('button', { name: nn.answering.phone.confirm }).click();
  await expect(page.getByRole('heading', { name: nn.answer.receipt.title })).toBeVisible();
  await page.goto(`${server.answerLink(phoned)}/versjoner`);
  await expect(page.getByText(/Stadfesta av Ola Nordmann/)).toBeVisible();
  await expectFine('phone-versions');
});

test('cases of another system are counted in the browser, sent nowhere, and their figures fill the form', async () => {
  const { columns, page: words, panel } = messagesIn('nb').ownCount;
  await page.goto(`${server.answerLink(counting)}/telling`, { waitUntil: 'networkidle' });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const choose = (rows: readonly string[]) => {
    const text = [Object.values(columns).join(';'), ...rows].join('\n');
    const file = { name: 'saker.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    return page.getByLabel(words.label).setInputFiles(file);
  };
  await choose(['1.2.2023;11.2.2023;ja;;', '32.2.2023;;nei;;']);
  const sentence = messagesIn('nb').ownCount.problem.not_day('32.2.2023');
  await expect(page.getByText(words.line(3, columns.received, sentence))).toBeVisible();
  await choose(['1.2.2023;11.2.2023;ja;;', '3.2.2023;;nei;ja;']);
  await expect(page.getByText(words.counted(2))).toBeVisible();
  await expectFine('counted');
  expect(requests).toEqual([]);
  await page.getByRole('button', { name: words.use }).click();
  await expect(field(page, 'cases_received')).toHaveValue('2');
  await expect(field(page, 'cases_handled')).toHaveValue('1');
  await expect(page.getByText(panel.same)).toBeVisible();
  await expectFine('filled');
});
