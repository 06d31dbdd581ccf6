import { messagesIn } from '#lib/i18n/messages.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { field, fillAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test } from '../support/server.ts';

const { answer, drafting, colleagues } = messagesIn('nb');
const [first, another] = silentMunicipalities;
const number = first?.number ?? '';
const second = another?.number ?? '';
const draftStatus = '[data-draft-status]';
const note = (key: string) => `[data-note="${key}"]`;

test.use({ store: 'file', allowedProblems: [/ERR_INTERNET_DISCONNECTED|40[04] \(/] });

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
  expect(await findViolations(other)).toEqual([]);
  expect(await findOverflow(other)).toEqual([]);
  await useMine.click();
  await expect(field(page, 'cases_under_18')).toHaveValue('0');
  await expect(useMine).toHaveCount(0);
  await expect(page.getByRole('button', { name: drafting.use('1') })).toHaveCount(0);
});

test('a colleague with a link of their own goes on with the draft on a phone, and does not send', async ({
  page,
  openContext,
  server
}) => {
  await page.goto(server.answerLink(second));
  await fillAnswer(page, { any_cases: 'yes', cases_received: '4' });
  await page.getByRole('link', { name: colleagues.invite }).click();
  await page.getByRole('button', { name: colleagues.submit }).click();
  await expect(page.getByText(messagesIn('nb').contact.problem.email)).toBeVisible();
  await page.getByLabel(messagesIn('nb').contact.name).fill('Ola Hansen');
  await page.getByLabel(messagesIn('nb').contact.email).fill('ola@kommunen.example');
  await page.getByRole('button', { name: colleagues.submit }).click();
  await expect(page.getByText(colleagues.done('Ola Hansen', 'ola@kommunen.example'))).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.goto('/utboks');
  const link = /https?:\/\/[^\s<]+\/svar\/[\w-]+/.exec(await page.locator('main').innerText())?.[0] ?? '';
  await page.goto(server.answerLink(second));
  const phone = await (await openContext({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(link);
  await expect(field(phone, 'cases_received')).toHaveValue('4');
  await field(phone, 'cases_handled').fill('2');
  await expect(page.locator(note('cases_handled'))).toContainText(drafting.writing('Ola Hansen'));
  await expect(field(page, 'cases_handled')).toHaveValue('2');
  await expect(phone.getByRole('button', { name: answer.submit })).toHaveCount(0);
  await phone.getByRole('button', { name: colleagues.check }).click();
  await expect(phone.getByRole('alert')).toBeVisible();
  await fillAnswer(phone, threeCases);
  await phone.getByRole('button', { name: colleagues.check }).click();
  await expect(phone.getByText(colleagues.whole)).toBeVisible();
  expect(await findOverflow(phone)).toEqual([]);
  expect(await findViolations(phone)).toEqual([]);
  expect((await phone.goto(`${link}/kolleger`))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await page.getByRole('link', { name: messagesIn('nn').colleagues.invite }).click();
  await page.getByRole('button', { name: `${messagesIn('nn').colleagues.withdraw}: Ola Hansen` }).click();
  await expect(page.getByText(messagesIn('nn').colleagues.withdrawn('Ola Hansen'))).toBeVisible();
  expect((await phone.goto(link))?.status()).toBe(404);
});
