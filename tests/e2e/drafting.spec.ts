import { messagesIn } from '#lib/i18n/messages.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { field, fillAnswer } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test } from '../support/server.ts';

const { answer, drafting } = messagesIn('nb');
const [first] = silentMunicipalities;
const number = first?.number ?? '';
const draftStatus = '[data-draft-status]';
const note = (key: string) => `[data-note="${key}"]`;

test.use({ store: 'own', allowedProblems: [/ERR_INTERNET_DISCONNECTED/] });

test('two on one draft see each other write, and nothing of either is lost', async ({ page, openContext, server }) => {
  const link = server.answerLink(number);
  const other = await (await openContext()).newPage();
  await page.goto(link);
  await other.goto(link);
  await fillAnswer(other, { any_cases: 'yes' });
  await expect(page.locator('[data-present]')).toHaveText(drafting.present(drafting.someoneElse));
  await expect(page.getByRole('radio', { name: 'Ja' }).first()).toBeChecked();

  await field(other, 'cases_received').fill('7');
  await expect(page.locator(note('cases_received'))).toContainText(drafting.writing(drafting.someone));
  await expect(field(page, 'cases_received')).toHaveValue('7');
  await field(page, 'cases_handled').fill('2');
  await expect(field(other, 'cases_handled')).toHaveValue('2');
  await expect(page.locator(note('cases_received'))).toContainText('endret dette kl. ');
  await page.screenshot({ path: '/tmp/drafting-1.png', fullPage: true });
  expect(await findViolations(page)).toEqual([]);

  await other.context().setOffline(true);
  await field(other, 'cases_under_18').fill('1');
  await expect(other.locator(draftStatus)).toHaveText(answer.draftFailed);
  await field(page, 'cases_under_18').fill('0');
  await expect(page.locator(draftStatus)).toContainText('Utkastet er lagret');
  await other.context().setOffline(false);
  await expect(field(page, 'cases_under_18')).toHaveValue('1');
  await expect(page.locator(note('cases_under_18'))).toContainText(drafting.keep('1'));
  const useMine = other.getByRole('button', { name: drafting.use('0') });
  await expect(useMine).toBeVisible();
  await other.setViewportSize({ width: 360, height: 800 });
  await other.screenshot({ path: '/tmp/drafting-2.png', fullPage: true });
  expect(await findViolations(other)).toEqual([]);
  expect(await findOverflow(other)).toEqual([]);
  await useMine.click();
  await expect(field(page, 'cases_under_18')).toHaveValue('0');
  await expect(useMine).toHaveCount(0);
  await expect(page.getByRole('button', { name: drafting.use('1') })).toHaveCount(0);
});
