import { messagesIn } from '#lib/i18n/messages.ts';
import { field, fillAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test } from '../support/server.ts';

const { answer } = messagesIn('nb');
const nynorsk = messagesIn('nn').answer;
const [first] = silentMunicipalities;
const draftStatus = '[data-draft-status]';

test.use({ store: 'own' });

test('Enter in a field sends, and never erases what another window saved', async ({ page, openContext, server }) => {
  if (!first) throw new Error('nobody is silent');
  const link = server.answerLink(first.number);
  const other = await (await openContext()).newPage();
  await page.goto(link);
  await other.goto(link);
  await fillAnswer(other, { ...threeCases, cases_received: '7' });
  await other.getByRole('button', { name: answer.saveDraft }).click();
  await expect(other.locator(draftStatus)).toContainText('Utkastet er lagret');
  await fillAnswer(page, threeCases);
  await expect(page.getByRole('button', { name: answer.newerReplace })).toBeVisible();

  await field(page, 'cases_received').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: answer.newerReplace })).toBeFocused();
  await other.reload();
  await expect(field(other, 'cases_received')).toHaveValue('7');
});

test('what is typed just before the language is changed or a link followed is kept', async ({ page, server }) => {
  if (!first) throw new Error('nobody is silent');
  await page.goto(server.answerLink(first.number));
  await fillAnswer(page, { ...threeCases, cases_received: '5' });
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await expect(field(page, 'cases_received', 'nn')).toHaveValue('5');

  await field(page, 'cases_received', 'nn').fill('6');
  await page.getByRole('link', { name: 'Regionspeil' }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
  await page.goto(server.answerLink(first.number));
  await expect(field(page, 'cases_received', 'nn')).toHaveValue('6');
  await field(page, 'cases_handled', 'nn').fill('4');
  await expect(page.locator(draftStatus)).toContainText('Utkastet er lagra');
  await expect(page.getByRole('button', { name: nynorsk.newerReplace })).toHaveCount(0);
});
