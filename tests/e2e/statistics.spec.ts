import type { Page, Request } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { indicators } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { postAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities, surveyRows } from '../support/hand-count.ts';
import { sessionOf, type Region } from '../support/seeded-store.ts';
import { expect, test, type Server } from '../support/server.ts';
import { fetchDocument, figure, figuresIn, filterControl, spaced, statisticsPath } from '../support/statistics-page.ts';

const text = messagesIn('nb').statistics;
const personal = indicators.filter(({ nature }) => nature === 'personal').map(({ id }) => id);
/** Decoded bytes; Observable Plot alone is more. */
const mostScript = 100_000;

test.use({ hasEngine: true });

test('the numbers and the charts are in the first HTML', async ({ server }) => {
  const { document, html } = await fetchDocument(server.origin + statisticsPath);
  expect(figuresIn(document)).toEqual({
    answered: '42',
    cases_received: '71',
    cases_handled: '63',
    cases_under_18: '23'
  });
  expect(spaced(document.querySelector('#figurer')?.textContent)).toContain(text.base(42, 66));
  const charts = [...document.querySelectorAll('#figurer figure')];
  expect(charts.length).toBeGreaterThanOrEqual(4);
  for (const chart of charts) {
    expect(chart.querySelector('svg path, svg rect, svg polygon')).not.toBeNull();
    expect(chart.querySelectorAll('table tbody tr').length).toBeGreaterThan(0);
  }
  expect(html).not.toContain('NaN');
});

test('the page is shown before the engine is asked for, and everything comes from our own origin', async ({ page }) => {
  const beforeLoad: Request[] = [];
  const afterLoad: Request[] = [];
  let isLoaded = false;
  page.on('request', (request) => (isLoaded ? afterLoad : beforeLoad).push(request));
  page.once('load', () => (isLoaded = true));
  await page.goto(statisticsPath);
  await untilReady(page);

  expect(beforeLoad.map((request) => request.url()).filter((url) => /wasm|duckdb|worker|\.arrow/i.test(url))).toEqual(
    []
  );
  const scripts = beforeLoad.filter((request) => request.resourceType() === 'script');
  const bodies = await Promise.all(scripts.map(async (request) => (await request.response())?.body()));
  expect(bodies.reduce((total, body) => total + (body?.length ?? 0), 0)).toBeLessThan(mostScript);
  expect(afterLoad.map((request) => new URL(request.url()).pathname)).toEqual(
    expect.arrayContaining([expect.stringMatching(/\.wasm$/), expect.stringMatching(/\.arrow$/)])
  );
});

test('a county is answered from the prepared states', async ({ page }) => {
  await page.goto(statisticsPath);
  await choose(page, { fylke: '39' });
  await expect(page.locator('#motor')).toContainText(text.engine.prepared);
  await expect(page).toHaveURL(/\?fylke=39$/);
  await expectSameAsServer(page);
  const vestfold = surveyRows.filter((row) => row.county === 'Vestfold');
  await expect(page.locator('#figurer [data-figure="answered"]')).toContainText(
    text.base(vestfold.filter((row) => row.response_status === 'svart').length, vestfold.length)
  );
});

test('another filter is answered by the server until the browser can, then by the browser', async ({ page }) => {
  const release = await holdDataset(page);
  await page.goto(statisticsPath);
  await choose(page, { nett: 'yes' });
  await expect(page).toHaveURL(/\?nett=yes$/);
  await expect(figure(page, 'answered')).toHaveText(webCount('ja'));
  await expect(page.locator('#motor')).toContainText(text.engine.server);
  await expectSameAsServer(page);

  release();
  await untilReady(page);
  await choose(page, { nett: 'planned' });
  await expect(page.locator('#motor')).toContainText(text.engine.browser);
  await expect(figure(page, 'answered')).toHaveText(webCount('planlagt'));
  await expectSameAsServer(page);
});

const filters: Record<string, string>[] = [
  { nett: 'no' },
  { nett: 'yes', fylke: '42' },
  { svar: 'missing' },
  { svar: 'answered', organisert: 'mental_health_and_substance_use' },
  { ansvar: 'interdisciplinary_team', fylke: '33' },
  { fylke: '40', nett: 'planned', organisert: 'other', ansvar: 'other' },
  {}
];

for (const audience of ['public', 'region'] as const) {
  test(`both engines give the ${audience} audience the same page`, async ({ page, context, server }) => {
    if (audience === 'region')
      await context.addCookies([{ name: 'session', value: sessionOf('sor'), url: server.origin }]);
    await page.goto(statisticsPath);
    await untilReady(page);
    for (const filter of filters) {
      await choose(page, filter);
      const isPrepared = Object.keys(filter).length === 0;
      await expect(page.locator('#motor')).toContainText(isPrepared ? text.engine.prepared : text.engine.browser);
      await expectSameAsServer(page);
    }
  });
}

test('the address holds the view, and the back button restores it', async ({ page }) => {
  await page.goto(`${statisticsPath}?fylke=40`);
  const county = filterControl(page, 'fylke');
  await expect(county).toHaveValue('40');
  const telemark = await figure(page, 'answered').innerText();
  await choose(page, { fylke: '39' });
  await expect(page).toHaveURL(/\?fylke=39$/);
  await choose(page, {});
  await expect(figure(page, 'answered')).toHaveText('42');
  await page.goBack();
  await expect(county).toHaveValue('39');
  await page.goBack();
  await expect(county).toHaveValue('40');
  await expect(figure(page, 'answered')).toHaveText(telemark);
  await expectSameAsServer(page);
});

test('a browser without WebAssembly is answered by the server', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(statisticsPath);
  for (const [web, word] of Object.entries({ yes: 'ja', planned: 'planlagt', no: 'nei' })) {
    await choose(page, { nett: web });
    await expect(figure(page, 'answered')).toHaveText(webCount(word));
    await expect(page.locator('#motor')).toContainText(text.engine.server);
    await expectSameAsServer(page);
  }
  expect(asked.filter((url) => /wasm|\.arrow/.test(url))).toEqual([]);
});

test('an unknown county in the address is told in a sentence, and everything is shown', async ({ page }) => {
  await page.goto(`${statisticsPath}?fylke=99`);
  await expect(page.getByText(text.unknownFilter('fylke', '99'))).toBeVisible();
  await expect(figure(page, 'cases_received')).toHaveText('71');
});

test('the CSV link gives the figures that are shown, for Norwegian Excel', async ({ page, server }) => {
  await page.goto(statisticsPath);
  await choose(page, { fylke: '33' });
  await expect(page).toHaveURL(/\?fylke=33$/);
  const link = page.getByRole('link', { name: text.download });
  await expect(link).toHaveAttribute('href', /fylke=33/);
  const downloading = page.waitForEvent('download');
  await link.click();
  expect((await downloading).suggestedFilename()).toMatch(/^regionspeil-.*\.csv$/);

  const response = await fetch(`${server.origin}${statisticsPath}/tabell.csv`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
  const width = lines[0]?.split(';').length;
  expect(width).toBeGreaterThan(5);
  expect(new Set(lines.map((line) => line.split(';').length))).toEqual(new Set([width]));
  const received = lines.filter((line) => line.startsWith('Mottatte saker;;'));
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`;${text.csv.wholeRound};71;`);
});

test.describe('an answer that comes while a page is open', () => {
  test.use({ store: 'own' });

  test('leaves the page the figures it was made from, until it is opened again', async ({ page, server }) => {
    const release = await holdDataset(page);
    await page.goto(statisticsPath);
    await expect(figure(page, 'answered')).toHaveText('42');
    expect((await postAnswer(server.answerLink(silentNumber()), threeCases, 'Kari Nordmann')).status).toBe(303);
    release();
    await untilReady(page);
    await choose(page, { nett: 'yes' });
    await expect(page.locator('#motor')).toContainText(text.engine.browser);
    await expect(figure(page, 'answered')).toHaveText(webCount('ja'));
    await page.reload();
    await expect(figure(page, 'answered')).toHaveText(String(Number(webCount('ja')) + 1));
  });
});

test.describe('what the public gets', () => {
  test.use({ store: 'own' });

  test('holds no count of cases of a municipality or a county', async ({ server }) => {
    const [silent] = silentMunicipalities;
    const county = surveyRows.find((row) => row.number === silent?.number)?.county ?? '';
    if (!silent) throw new Error('nobody is silent');
    const typed = { ...threeCases, cases_received: '8123', cases_handled: '7019', cases_under_18: '6017' };
    expect((await postAnswer(server.answerLink(silent.number), typed, 'Kari Nordmann')).status).toBe(303);
    const own = [8123, 7019, 6017];
    const columns = ['cases_received', 'cases_handled', 'cases_under_18'];
    const ofCounty = columns.map((column, index) => (own[index] ?? 0) + sumOf(county, column));
    const secret = [...own, ...ofCounty].flatMap((number) => [String(number), formatNumber(number, 'nb')]);

    const counties = ['33', '39', '40', '42'];
    const searches = [
      '',
      ...counties.map((number) => `?fylke=${number}`),
      '?nett=yes',
      '?fylke=33&nett=yes',
      '?svar=answered'
    ];
    const paths = [
      ...searches.flatMap((search) => [statisticsPath + search, `${statisticsPath}/tabell.csv${search}`]),
      `${statisticsPath}/tilstander`
    ];
    for (const path of paths) {
      const body = await (await fetch(server.origin + path)).text();
      expect(
        secret.filter((number) => body.includes(number)),
        path
      ).toEqual([]);
    }
    const { document } = await fetchDocument(server.origin + statisticsPath);
    expect(figuresIn(document).cases_received).toBe(spaced(formatNumber(8123 + 71, 'nb')));

    const rows = await readDataset(server, null);
    const protectedRows = rows.filter(({ indicator }) => personal.includes(indicator));
    expect(protectedRows.map(({ indicator }) => indicator).sort()).toEqual([...personal].sort());
    for (const row of protectedRows) expect(row).toMatchObject({ municipality: null, county: null });
    expect(protectedRows.find(({ indicator }) => indicator === 'cases_received')?.value).toBe(8123 + 71);
  });
});

test("the region's figures are found by its own adviser only", async ({ server }) => {
  const regionAddress = await datasetAddress(server, 'sor');
  expect(regionAddress).toContain('/region/');
  const rows = await readDataset(server, 'sor');
  const received = rows.filter(({ indicator }) => indicator === 'cases_received');
  expect(received).toHaveLength(66);
  expect(received.reduce((total, { value }) => total + (value ?? 0), 0)).toBe(71);
  const csv = await get(server, `${statisticsPath}/tabell.csv`, 'sor');
  expect(csv.body.split('\r\n').filter((line) => line.startsWith('Mottatte saker;;')).length).toBeGreaterThan(1);

  for (const reader of [null, 'midt'] as const) {
    expect((await get(server, regionAddress, reader)).status).toBe(404);
    expect(await datasetAddress(server, reader)).toContain('/public/');
    for (const path of [`${statisticsPath}/tabell.csv`, `${statisticsPath}/tilstander`]) {
      expect((await get(server, path, reader)).body).toBe((await get(server, path, null)).body);
    }
  }
  expect((await get(server, '/kartlegging/sor-2024', 'midt')).status).toBe(404);
  expect((await get(server, `/kartlegging/sor-2024/${surveyRows[0]?.number}`, 'midt')).status).toBe(404);
});

/** Keeps the data set from the browser's engine until the function it resolves to is called. */
async function holdDataset(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.arrow', async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

function silentNumber() {
  return silentMunicipalities[0]?.number ?? '';
}

async function untilReady(page: Page) {
  await expect(page.locator('form[data-ready=browser]')).toBeAttached({ timeout: 30_000 });
}

/** Sets every control of the filter, one after the other, as a reader does. */
async function choose(page: Page, filter: Record<string, string>) {
  for (const select of await page.locator('form#filter select').all()) {
    const wanted = filter[(await select.getAttribute('name')) ?? ''] ?? '';
    if ((await select.inputValue()) !== wanted) await select.selectOption(wanted);
  }
}

/** The body in the page has the text and the drawing of the server's answer to the same address. */
async function expectSameAsServer(page: Page) {
  const { document } = await fetchDocument(page.url(), { cookie: await cookiesOf(page) });
  const fromServer = document.querySelector('#figurer');
  const marks = 'svg path, svg rect, svg polygon, svg line';
  await expect
    .poll(async () => spaced(await page.locator('#figurer').textContent()))
    .toBe(spaced(fromServer?.textContent));
  expect(await page.locator('#figurer').locator(marks).count()).toBe(fromServer?.querySelectorAll(marks).length);
}

async function cookiesOf(page: Page) {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function webCount(word: string) {
  return String(surveyRows.filter((row) => row.web_info === word).length);
}

function sumOf(county: string, column: string) {
  return surveyRows.filter((row) => row.county === county).reduce((total, row) => total + Number(row[column]), 0);
}

function cookieOf(reader: Region | null): Record<string, string> {
  return reader ? { cookie: `session=${sessionOf(reader)}` } : {};
}

async function get(server: Server, path: string, reader: Region | null) {
  const response = await fetch(new URL(path, server.origin), { headers: cookieOf(reader), redirect: 'manual' });
  return { status: response.status, body: await response.text() };
}

async function datasetAddress(server: Server, reader: Region | null): Promise<string> {
  const { document } = await fetchDocument(server.origin + statisticsPath, cookieOf(reader));
  const address = document.querySelector('form#filter')?.getAttribute('data-dataset') ?? '';
  return new URL(address, server.origin + statisticsPath).pathname;
}

async function readDataset(server: Server, reader: Region | null) {
  const response = await fetch(server.origin + (await datasetAddress(server, reader)), { headers: cookieOf(reader) });
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
  return table.toArray().map((row) => {
    const { indicator, value, ...area } = row.toJSON() as Record<string, unknown>;
    return {
      indicator: String(indicator),
      value: value as number | null,
      municipality: area['municipality_no'] as string | null,
      county: area['county_no'] as string | null
    };
  });
}

test('the script of the page waits until all that it needs is read', async ({ server }) => {
  const { document } = await fetchDocument(`${server.origin}${statisticsPath}`);
  const script = document.querySelector('script[src*="statistics.js"]');
  expect(script?.getAttribute('type')).toBe('module');
  expect(script?.hasAttribute('async')).toBe(false);
});
