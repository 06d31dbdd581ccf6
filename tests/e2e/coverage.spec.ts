import type { Page } from '@playwright/test';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { fillAnswer, postAnswer, sendAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';
import { figure, spaced, statisticsPath } from '../support/statistics-page.ts';

const nb = messagesIn('nb');
const { form, host: notice, said, round: desk } = nb.coverage;
const [host, covered, quiet, second, part] = silentMunicipalities as [Silent, Silent, Silent, Silent, Silent];
type Silent = (typeof silentMunicipalities)[number];

test.use({ store: 'own' });

/** What the page says of answers and received cases: the figure, and its n of N. */
async function totals(page: Page) {
  await page.goto(statisticsPath);
  const base = page.locator('[data-figure="cases_received"] .base-chip').first();
  return [
    await figure(page, 'answered').innerText(),
    await figure(page, 'cases_received').innerText(),
    spaced(await base.textContent())
  ];
}

async function expectClean(page: Page) {
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await findOverflow(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function choose(page: Page, kind: string, members: readonly Silent[]) {
  const question = page.locator('summary', { hasText: form.title });
  if (!(await page.getByRole('radio', { name: kind }).isVisible())) await question.click();
  await page.getByRole('radio', { name: kind }).check();
  for (const { name } of members) await page.getByRole('checkbox', { name, exact: true }).check();
}

test('a host answers for others, a covered one answers itself, and the adviser decides', async ({
  page,
  context,
  openContext,
  server
}) => {
  const visitor = await (await openContext()).newPage();
  expect(await totals(visitor)).toEqual(['42', '71', '42 av 66 kommuner']);

  // 3 received for the host and two others together: 71 + 3, and 42 + 3 have answered.
  await page.goto(server.answerLink(host.number));
  await fillAnswer(page, threeCases);
  await choose(page, form.whole, [covered, quiet]);
  await expectClean(page);
  await sendAnswer(page, 'Kari Nordmann');
  await expect(page.getByText(new RegExp(`^Ja, for .*${quiet.name}`))).toBeVisible();
  expect(await totals(visitor)).toEqual(['45', '74', '45 av 66 kommuner']);
  await expect(visitor.getByText(nb.coverage.statistics.ofThem(2))).toBeVisible();
  await visitor.goto(`${server.answerLink(quiet.number)}/kommune`);
  await expect(visitor.getByRole('heading', { name: nb.ownPage.covered.title(host.name) })).toBeVisible();
  await expectClean(visitor);

  // 3 for the second host itself and 2 for the one it covers: 74 + 5, and 45 + 2.
  await page.goto(server.answerLink(second.number));
  await fillAnswer(page, threeCases);
  await choose(page, form.each, [part]);
  await sendAnswer(page, 'Ola Nordmann');
  await expect(page.getByRole('link', { name: form.problem.of(part.name, form.problem.no_figures) })).toBeVisible();
  const figures = page.getByRole('group', { name: part.name, exact: true });
  await figures.getByLabel('Mottatte saker', { exact: true }).fill('2');
  await figures.getByLabel('Behandlede saker', { exact: true }).fill('1');
  await expectClean(page);
  await sendAnswer(page, 'Ola Nordmann');
  await expect(page.getByText(said.each(part.name))).toBeVisible();
  expect(await totals(visitor)).toEqual(['47', '79', '47 av 66 kommuner']);

  // One of the covered answers itself: nothing is counted twice until it is decided.
  await page.goto(server.answerLink(covered.number));
  await expect(page.getByRole('heading', { name: notice.names(host.name) })).toBeVisible();
  await expectClean(page);
  const answered = await postAnswer(server.answerLink(covered.number), threeCases, 'Anne Nordmann');
  expect(answered.status).toBe(303);
  expect(await totals(visitor)).toEqual(['47', '79', '47 av 66 kommuner']);

  // The other says that the host does not answer for it: it has not answered then.
  await page.goto(server.answerLink(quiet.number));
  await page.getByRole('button', { name: notice.deny(host.name) }).click();
  await expect(page.getByRole('heading', { name: notice.denied(host.name) })).toBeVisible();
  expect(await totals(visitor)).toEqual(['46', '79', '46 av 66 kommuner']);

  await signIn(context, server);
  await page.goto('/kartlegging/sor-2024');
  await expect(page.getByRole('heading', { name: desk.conflictsTitle(2) })).toBeVisible();
  await expect(page.getByText(desk.conflict.answers_itself(covered.name, host.name, ''))).toBeVisible();
  await expectClean(page);
  const conflict = page.locator(`[data-conflict="${covered.number}"]`);
  await conflict.getByRole('button', { name: desk.ownHolds(covered.name) }).click();
  await expect(page.getByText(desk.done)).toBeVisible();
  expect(await totals(visitor)).toEqual(['46', '82', '46 av 66 kommuner']);

  await page.getByRole('button', { name: desk.undoFor(covered.name) }).click();
  await conflict.getByRole('button', { name: desk.hostHolds(host.name) }).click();
  await page
    .locator(`[data-conflict="${quiet.number}"]`)
    .getByRole('button', { name: desk.hostHolds(host.name) })
    .click();
  await expect(page.getByRole('heading', { name: desk.coveredTitle(3) })).toBeVisible();
  expect(await totals(visitor)).toEqual(['47', '79', '47 av 66 kommuner']);
  const csv = await (await visitor.request.get(`${statisticsPath}/tabell.csv`)).text();
  expect(csv).toContain('Dekket av vertskommune;Hele runden;3');
  await page.goto(`/kartlegging/sor-2024/${host.number}`);
  await expect(page.locator('[data-covers]')).toContainText(quiet.name);
});

test.describe('without scripts, in nynorsk', () => {
  test.use({ javaScriptEnabled: false });

  test('a municipality says who answers for it, and takes it back', async ({ page, context, server }) => {
    const nn = messagesIn('nn');
    await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
    await page.goto(server.answerLink(covered.number));
    await page.getByRole('radio', { name: nn.coverage.form.gate }).check();
    await sendAnswer(page, 'Kari Nordmann', { language: 'nn' });
    await expect(page.getByRole('link', { name: nn.coverage.form.problem.host_required })).toBeVisible();
    await page.getByLabel(nn.coverage.form.host).selectOption(host.number);
    await sendAnswer(page, 'Kari Nordmann', { language: 'nn' });
    await expect(page.getByText(nn.coverage.said.answered_by(host.name))).toBeVisible();
    await page.goto(server.answerLink(covered.number));
    await expect(page.getByRole('heading', { name: nn.coverage.host.waits(host.name) })).toBeVisible();
    await fillAnswer(page, threeCases, 'nn');
    await sendAnswer(page, 'Kari Nordmann', { again: true, language: 'nn' });
    await expect(page.getByRole('heading', { name: nn.answer.receipt.title })).toBeVisible();
  });
});
