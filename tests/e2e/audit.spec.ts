import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { languages } from '#lib/domain/language.ts';
import type { Role } from '#lib/domain/role.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers, findOverflow, findViolations } from '../support/axe.ts';
import { surveyRows } from '../support/hand-count.ts';
import { expect, signIn, test, type Server } from '../support/server.ts';

const { audit: text, roles, round: roundText } = messagesIn('nb');
const widths = [1280, 360];
const [answered, another] = surveyRows.filter(({ response_status: status }) => status === 'svart');
const number = answered?.number ?? '';
const name = answered?.name ?? '';
const report = `/kartlegging/sor-2024/${number}`;
const opened = text.actions.report_read('Region Sør 2024', '1');
const submitted = text.registered['import']?.('Region Sør 2024', '1') ?? 'no wording';

/** Signs in as someone of the demonstration with the link that the start printed, which works once. */
async function signInAs(page: Page, server: Server, role: Role) {
  const link = new RegExp(`${role} +(\\S+)`).exec(server.output())?.[1] ?? '';
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(
    page.getByRole('banner').getByRole('button', { name: messagesIn('nb').shell.frame.signOut })
  ).toBeVisible();
}

/** The rows of the file, the newest first, by their headings. */
async function readFileOf(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: text.download }).click();
  const download = await downloading;
  const content = readFileSync(await download.path(), 'utf8');
  expect(content.startsWith('\uFEFF')).toBe(true);
  const options = { header: true, skipEmptyLines: true, delimiter: ';' } as const;
  const { data, errors } = Papa.parse<Record<string, string>>(content.slice(1), options);
  expect(errors).toEqual([]);
  return { file: download.suggestedFilename(), rows: data };
}

function hasWholeChain(rows: readonly Record<string, string>[]) {
  return rows.every((row, index) => row[text.csv.previousHash] === (rows[index + 1]?.[text.csv.hash] ?? ''));
}

function entries(page: Page) {
  return page.locator('[data-row]');
}

test.describe('who has seen an answer', () => {
  test.use({ store: 'file' });

  test('is told to advisers and to the municipality, and passing over a link is not seeing', async ({
    page,
    context,
    server,
    openContext
  }) => {
    const respondent = await (await openContext()).newPage();
    const own = `${server.answerLink(number)}/kommune`;
    await respondent.goto(own);
    await expect(respondent.getByText(text.readers.none)).toBeVisible();

    await signIn(context, server);
    await page.goto('/kartlegging/sor-2024');
    await page.getByRole('link', { name, exact: true }).hover();
    await page.waitForTimeout(500);
    await page.goto(`/innsyn/${number}`);
    await expect(entries(page).filter({ hasText: submitted })).toHaveCount(1);
    await expect(entries(page).filter({ hasText: opened })).toHaveCount(0);

    await page.goto('/kartlegging/sor-2024');
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { name: roundText.report.title(name) })).toBeVisible();
    await page.getByRole('link', { name: text.reportLink }).click();
    await expect(entries(page).filter({ hasText: opened })).toHaveCount(1);
    await expect(entries(page).filter({ hasText: opened })).toContainText('Rådgiver i sor');
    await expect(entries(page).filter({ hasText: text.actions.audit_read('', '') })).toHaveCount(1);

    await respondent.goto(own);
    await expect(respondent.getByRole('heading', { name: text.readers.title })).toBeVisible();
    await expect(respondent.getByRole('listitem').filter({ hasText: 'Rådgiver i sor, sist' })).toBeVisible();
    expect(await findViolations(respondent)).toEqual([]);
  });

  test('an administrator sees that an answer was given, and never what it was', async ({ page, server }) => {
    await signInAs(page, server, 'administrator');
    await page.goto(`/innsyn/${another?.number ?? ''}`);
    await expect(page.getByText(text.masked)).toBeVisible();
    await expect(entries(page).filter({ hasText: submitted })).toBeVisible();
    await expect(page.getByText(text.answered)).toHaveCount(0);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findViolations(page), `at ${width} px`).toEqual([]);
      expect(await findOverflow(page), `at ${width} px`).toEqual([]);
    }
    const { rows } = await readFileOf(page);
    expect(
      rows.map((row) => row[text.csv.change] ?? '').join('') + rows.map((row) => row[text.csv.changeText]).join('')
    ).toBe('');
    expect(hasWholeChain(rows)).toBe(true);

    for (const path of ['/innsyn/5001', '/innsyn/system', '/innsyn/midt/logg.csv', '/innsyn/0000', report]) {
      expect((await page.request.get(path)).status(), path).toBe(404);
    }
  });

  test('someone with one unit comes straight to it, and others find nothing', async ({ page, server, openContext }) => {
    await signInAs(page, server, 'unit_leader');
    await page.goto('/innsyn');
    await expect(page).toHaveURL(/\/innsyn\/unit-4204$/);
    await expect(page.getByRole('link', { name: text.allUnits })).toHaveCount(0);

    const governor = await (await openContext()).newPage();
    await signInAs(governor, server, 'governor');
    for (const path of ['/innsyn', '/innsyn/42', '/innsyn/4204/logg.csv']) {
      expect((await governor.request.get(path)).status(), path).toBe(404);
    }
    await expect(governor.getByRole('link', { name: text.navigation, exact: true })).toHaveCount(0);
  });

  test('a long audit is turned a page at a time', async ({ page, context, server }) => {
    await signIn(context, server);
    for (let count = 0; count < 55; count += 1) await context.request.get('/innsyn/39/logg.csv');
    await page.goto('/innsyn/39?hva=seen');
    await expect(entries(page)).toHaveCount(50);
    const newest = await entries(page).first().getAttribute('data-row');
    await expect(page.getByRole('link', { name: text.newer })).toHaveCount(0);
    await page.getByRole('link', { name: text.older }).click();
    await expect(entries(page)).toHaveCount(6);
    await expect(page.getByRole('link', { name: text.older })).toHaveCount(0);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: text.newer }).click();
    await expect(entries(page)).toHaveCount(50);
    await expect(entries(page).first()).toHaveAttribute('data-row', newest ?? '');
  });
});

test('whoever is not signed in is sent to sign in, and back', async ({ page }) => {
  await page.goto(`/innsyn/${number}`);
  await expect(page).toHaveURL(`/logg-inn?tilbake=%2Finnsyn%2F${number}`);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an adviser finds a unit, chooses rows and takes them out as a file', async ({ page, context, server }) => {
    await signIn(context, server);
    await page.goto('/innsyn');
    await page.getByLabel(text.searchLabel).fill(name);
    await page.getByRole('button', { name: text.search, exact: true }).click();
    await page
      .getByRole('link', { name: roles.unit.municipality(name) })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: text.title })).toBeVisible();

    await page.getByText(text.answered).click();
    await expect(page.getByText('Mottatte saker fra påtalemyndigheten')).toBeVisible();

    await page.getByLabel(text.what, { exact: true }).selectOption('changed');
    await page.getByRole('button', { name: text.show, exact: true }).click();
    await expect(page).toHaveURL(/hva=changed/);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText(submitted);
    const chosen = await readFileOf(page);
    expect(chosen.file).toMatch(new RegExp(`^regionspeil-innsyn-${number}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(chosen.rows.map((row) => row[text.csv.action])).toEqual(['report_submitted']);
    expect(chosen.rows[0]?.[text.csv.change]).toContain('Mottatte saker fra påtalemyndigheten: ');

    await page.getByRole('link', { name: text.reset }).click();
    const whole = await readFileOf(page);
    expect(whole.rows[0]).toMatchObject({ [text.csv.action]: 'audit_exported', [text.csv.origin]: '127.0.0.1' });
    expect(whole.rows[0]?.[text.csv.at]).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(hasWholeChain(whole.rows)).toBe(true);

    await page.goto(`/innsyn/${number}?person=finnes+ikke`);
    await expect(page.getByText(text.emptyFiltered)).toBeVisible();
    await page.goto(`/innsyn/${number}?fra=i+morgen`);
    await expect(page.getByText(text.wrongFrom('i morgen'))).toBeVisible();
  });
});

for (const language of languages) {
  const words = messagesIn(language);
  const screens: [string, string, string][] = [
    ['list', '/innsyn', words.people.units.groups.municipality],
    ['search', '/innsyn?sok=kri', words.audit.found('kri')],
    ['search without a match', '/innsyn?sok=xyz', words.audit.foundNone('xyz')],
    ['municipality', `/innsyn/${number}`, words.roles.unit.municipality(name)],
    ['municipality with its changes', `/innsyn/${number}?endringer=vis`, words.audit.closeChanges],
    ['region', '/innsyn/sor', 'KORUS Sør'],
    ['nothing found', `/innsyn/${number}?person=xyz`, words.audit.emptyFiltered],
    ['wrong period', `/innsyn/${number}?fra=2024-03-02&til=2024-03-01`, words.audit.wrongOrder],
    ['report with the link', report, words.audit.reportLink]
  ];
  test(`every screen (${language}) is open to everyone, wide and narrow`, async ({ page, context, server }) => {
    await speak(context, server, language);
    await signIn(context, server);
    for (const [screen, path, shown] of screens) {
      await test.step(screen, async () => {
        await page.goto(path);
        await expect(page.getByText(shown, { exact: true }).first()).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await findBarriers(page), screen).toEqual([]);
      });
    }
  });
}

async function speak(context: BrowserContext, { origin }: Server, language: string) {
  await context.addCookies([{ name: 'malform', value: language, url: origin }]);
}
