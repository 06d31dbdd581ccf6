import type { Page } from '@playwright/test';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { facts, fillAnswer, noCases, sendAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities, totalsWith, type Counts } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';
import { figure, statisticsPath } from '../support/statistics-page.ts';

const { round, signIn: words, answer } = messagesIn('nb');
const threeCounts: Counts = { received: 3, handled: 2, under18: 1 };
const noCounts: Counts = { received: 0, handled: 0, under18: 0 };
const [first, second] = silentMunicipalities;
const adviser = demonstrationPerson('adviser');
/** The adviser's page asks for news every ten seconds. */
const refreshTime = 25_000;

test.describe('the main job, on an empty store', () => {
  test.use({ store: 'empty' });

  test('answers arrive in every total, and the totals are those of a count by hand', async ({ page, openContext }) => {
    test.setTimeout(120_000);
    if (!first || !second) throw new Error('nobody is silent');
    const reader = await (await openContext()).newPage();
    await expectTotals(reader, totalsWith([]));

    await test.step('the adviser signs in with the link in the mail', () => signInByMail(page));
    await expect(page.getByText(round.answeredOf(42, 66))).toBeVisible();

    await test.step('a silent municipality answers through its link', async () => {
      const respondent = await (await openContext()).newPage();
      await respondent.goto(await showAnswerLink(page, first.name));
      await expect(respondent.getByRole('heading', { name: answer.title(first.name) })).toBeVisible();
      await fillAnswer(respondent, threeCases);
      await sendAnswer(respondent, 'Kari Nordmann');
      await expectReceipt(respondent, 'Kari Nordmann');
    });
    await expect(page.getByText(round.answeredOf(43, 66))).toBeVisible({ timeout: refreshTime });

    const withOne = totalsWith([threeCounts]);
    expect(withOne).toEqual({ received: 74, handled: 65, under18: 24, answered: 43, expected: 66 });
    await expectTotals(reader, withOne);
    const adviserReader = await page.context().newPage();
    await expectTotals(adviserReader, withOne);

    await test.step('a municipality without cases answers', async () => {
      const respondent = await (await openContext()).newPage();
      await respondent.goto(await showAnswerLink(page, second.name));
      await fillAnswer(respondent, noCases);
      await sendAnswer(respondent, 'Ola Nordmann');
      await expectReceipt(respondent, 'Ola Nordmann');
    });
    const withBoth = totalsWith([threeCounts, noCounts]);
    expect(withBoth).toEqual({ ...withOne, answered: 44 });
    await expectTotals(reader, withBoth);
    await expectTotals(adviserReader, withBoth);
    await page.reload();
    await expect(page.getByText(round.answeredOf(44, 66))).toBeVisible();
  });
});

test.describe('a changed answer', () => {
  test.use({ store: 'own' });

  test('becomes version 2, and the adviser sees both and what was changed', async ({ page, context, server }) => {
    if (!first) throw new Error('nobody is silent');
    const link = server.answerLink(first.number);
    await page.goto(link);
    await fillAnswer(page, threeCases);
    await sendAnswer(page, 'Kari Nordmann');
    const firstHash = await expectReceipt(page, 'Kari Nordmann');

    await page.getByRole('link', { name: answer.receipt.change }).click();
    await expect(page.getByText(answer.changing(1))).toBeVisible();
    await fillAnswer(page, { cases_received: '4', cases_handled: '4' });
    await sendAnswer(page, 'Ola Nordmann', { again: true });
    const secondHash = await expectReceipt(page, 'Ola Nordmann');
    expect(secondHash).not.toBe(firstHash);

    await expectTotals(page, totalsWith([{ received: 4, handled: 4, under18: 1 }]));

    await signIn(context, server);
    await page.goto(`/kartlegging/sor-2024/${first.number}`);
    await page.getByText(round.report.versionNumber(2)).first().click();
    await expect(page.getByText(round.report.versionNumber(1)).first()).toBeVisible();
    const changes = page.getByRole('table').filter({ hasText: round.report.changed });
    await expect(changes.getByRole('row')).toHaveCount(3);
    await expect(changes.getByRole('row').nth(1)).toContainText(/3\s*4/);
    await expect(changes.getByRole('row').nth(2)).toContainText(/2\s*4/);
    const html = await page.content();
    expect(html).toContain(firstHash);
    expect(html).toContain(secondHash);
  });

  test('is refused whole when a number cannot be right, and nothing typed is lost', async ({ page, server }) => {
    if (!first) throw new Error('nobody is silent');
    await page.goto(server.answerLink(first.number));
    await fillAnswer(page, {
      any_cases: 'yes',
      cases_received: '2',
      cases_handled: '3',
      cases_under_18: '1',
      ...facts
    });
    await sendAnswer(page, 'Kari Nordmann');
    await expect(page.getByRole('heading', { name: answer.problems(1) })).toBeVisible();
    await expectTotals(await page.context().newPage(), totalsWith([]));
    await fillAnswer(page, { cases_handled: '2' });
    await sendAnswer(page, 'Kari Nordmann');
    await expectReceipt(page, 'Kari Nordmann');
    await expectTotals(page, totalsWith([{ received: 2, handled: 2, under18: 1 }]));
  });
});

async function signInByMail(page: Page) {
  await page.goto('/logg-inn');
  await page.getByLabel(words.email).fill(adviser.email);
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.getByText(words.sent(adviser.email))).toBeVisible();
  await page.getByRole('link', { name: words.openOutbox }).click();
  await page.getByRole('link', { name: '/logg-inn/' }).first().click();
  await page.getByRole('main').getByRole('button', { name: words.confirm }).click();
  await expect(page).toHaveURL(/\/kartlegging\/sor-2024$/);
}

async function showAnswerLink(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `${round.showLink}: ${name}` }).click();
  return page.getByLabel(round.linkFor(name)).inputValue();
}

async function expectReceipt(page: Page, name: string): Promise<string> {
  await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();
  await expect(page.getByText(name)).toBeVisible();
  const hash = page.getByText(/^[0-9a-f]{64}$/);
  await expect(hash).toBeVisible();
  return hash.innerText();
}

async function expectTotals(page: Page, totals: ReturnType<typeof totalsWith>) {
  await page.goto(statisticsPath);
  await expect(figure(page, 'cases_received')).toHaveText(String(totals.received));
  await expect(figure(page, 'cases_handled')).toHaveText(String(totals.handled));
  await expect(figure(page, 'cases_under_18')).toHaveText(String(totals.under18));
  await expect(page.locator('[data-figure="answered"]')).toContainText(
    messagesIn('nb').statistics.base(totals.answered, totals.expected)
  );
}
