import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers } from '../support/axe.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';

const text = messagesIn('nb').estimate;
const screen = '/kartlegging/sor-2024/anslag';
const [first] = silentMunicipalities.toSorted((one, other) => one.number.localeCompare(other.number));

test.describe('an estimate', () => {
  test.use({ store: 'own' });

  test('is judged, chosen, signed and withdrawn; what is typed wrong stays', async ({ page, context, server }) => {
    await signIn(context, server);
    await page.goto(screen);
    await expect(page.locator('.counted dd').first()).toHaveText('71');
    await expect(page.getByText(text.sentence.interval(71, 90))).toBeVisible();

    await page.getByRole('heading', { name: text.judgementsTitle }).click();
    const town = page.getByRole('group', { name: first?.name ?? '' });
    await town.getByLabel(text.casesLabel).fill('to');
    await town.getByLabel(text.reasonLabel).fill('Ringt i mars');
    await page.getByRole('button', { name: text.saveJudgements }).click();
    await expect(town.getByText(text.judgementProblems.not_a_count.cases)).toBeVisible();
    await expect(town.getByLabel(text.casesLabel)).toHaveValue('to');
    await town.getByLabel(text.casesLabel).fill('2');
    await page.getByRole('button', { name: text.saveJudgements }).click();
    await expect(page.getByText(text.judgementsSaved)).toBeVisible();
    await expect(page.getByText(text.judgementsSummary(1, 24))).toBeVisible();

    await page.getByLabel(text.rungs.model).check();
    await page.getByLabel(text.reasonOfChoice).fill('Kommunene likner hverandre');
    await page.getByLabel(text.remindedUnlike).check();
    await page.getByRole('button', { name: text.sign }).click();
    await expect(page.getByText(text.refusals.reminded_unlike)).toBeVisible();
    await expect(page.getByLabel(text.reasonOfChoice)).toHaveValue('Kommunene likner hverandre');
    await page.getByLabel(text.remindedAlike).check();
    await page.getByRole('button', { name: text.sign }).click();
    await expect(page.getByText(text.signed)).toBeVisible();
    await expect(page.getByRole('cell', { name: text.since(0, 24, 71) })).toBeVisible();

    expect(await findBarriers(page)).toEqual([]);
    await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
    await page.goto(screen);
    expect(await findBarriers(page)).toEqual([]);
    await context.addCookies([{ name: 'malform', value: 'nb', url: server.origin }]);
    await page.goto(screen);

    await page.getByLabel(text.withdrawReason).fill('Venter på flere svar');
    await page.getByRole('button', { name: text.withdraw }).click();
    await expect(page.getByText(text.notSigned)).toBeVisible();
  });
});
