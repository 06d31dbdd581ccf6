import { messagesIn } from '#lib/i18n/messages.ts';
import { field, fillAnswer, sendAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test } from '../support/server.ts';

const { answer, drafting } = messagesIn('nb');
const nynorsk = messagesIn('nn').answer;
const [first, second, third] = silentMunicipalities;
const draftStatus = '[data-draft-status]';

test.use({ store: 'file' });

test('Enter in a field sends, and never erases what another window saved', async ({ page, openContext, server }) => {
  if (!first) throw new Error('nobody is silent');
  const link = server.answerLink(first.number);
  const other = await (await openContext()).newPage();
  await page.goto(link);
  await other.goto(link);
  await fillAnswer(other, { ...threeCases, cases_received: '7' });
  await expect(field(page, 'cases_received')).toHaveValue('7');
  await fillAnswer(page, threeCases);
  await field(page, 'cases_received').press('Enter');
  await expect(page.getByRole('link', { name: answer.problem.name })).toBeVisible();
  await expect(field(other, 'cases_received')).toHaveValue('3');
  await other.reload();
  await expect(field(other, 'cases_received')).toHaveValue('3');
});

test('without scripts too, both of two windows are kept, and what was unseen is looked at before it is sent', async ({
  openContext,
  server
}) => {
  if (!second) throw new Error('only one is silent');
  const link = server.answerLink(second.number);
  const open = async () => (await openContext({ javaScriptEnabled: false })).newPage();
  const [one, other] = [await open(), await open()];
  await one.goto(link);
  await other.goto(link);
  await fillAnswer(other, { any_cases: 'yes', cases_received: '7', cases_under_18: '1' });
  await other.getByRole('button', { name: answer.saveDraft }).click();
  await fillAnswer(one, threeCases);
  await sendAnswer(one, 'Kari Nordmann');
  await expect(one.getByText(drafting.hasChanged)).toBeVisible();
  await expect(field(one, 'cases_received')).toHaveValue('3');
  await one.getByRole('button', { name: drafting.use('7') }).click();
  await expect(field(one, 'cases_received')).toHaveValue('7');
  await sendAnswer(one, 'Kari Nordmann');
  await expect(one.getByRole('heading', { name: answer.receipt.title })).toBeVisible();
});

test('what is typed just before the language is changed or a link followed is kept', async ({ page, server }) => {
  if (!third) throw new Error('nobody is silent');
  await page.goto(server.answerLink(third.number));
  await fillAnswer(page, { ...threeCases, cases_received: '5' });
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await expect(field(page, 'cases_received', 'nn')).toHaveValue('5');

  await field(page, 'cases_received', 'nn').fill('6');
  await page.getByRole('link', { name: 'Regionspeil' }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
  await page.goto(server.answerLink(third.number));
  await expect(field(page, 'cases_received', 'nn')).toHaveValue('6');
  await field(page, 'cases_handled', 'nn').fill('4');
  await expect(page.locator(draftStatus)).toContainText('Utkastet er lagra');
  await expect(page.getByRole('button', { name: nynorsk.newerReplace })).toHaveCount(0);
});
