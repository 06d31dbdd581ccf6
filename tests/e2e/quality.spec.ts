import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { markSigns } from '#lib/ui/quality/grid.ts';
import { findBarriers, findOverflow, findViolations } from '../support/axe.ts';
import { surveyRows } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';

const text = messagesIn('nb').quality;
const widths = [1280, 360];
const grid = '/kartlegging/sor-2024/kvalitet';
const received = 'Mottatte saker fra påtalemyndigheten';
const answered = surveyRows.find(
  ({ response_status: status, cases_received: cases }) => status === 'svart' && Number(cases) > 1
);
const number = answered?.number ?? '';
const name = answered?.name ?? '';

test.describe('the quality of a round', () => {
  test.use({ store: 'own' });

  test('a question goes from a cell to the municipality and back, and the answer is accepted', async ({
    page,
    context,
    server,
    openContext
  }) => {
    await signIn(context, server);
    await page.goto(grid);
    const row = page.locator(`#k${number}`);
    const cases = row.locator(`a[href$="felt=cases_received"]`);
    await expect(cases).toHaveAttribute('tabindex', '-1'); // the page is alive
    await row.getByRole('link', { name, exact: true }).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(cases).toBeFocused();
    await expect(page.locator('.quality-grid tbody a[tabindex="0"]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: text.cell.title(received, name) })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cases).toBeFocused();
    await page.keyboard.press('s');
    await expect(page.getByLabel(text.cell.askLabel)).toBeFocused();
    await page.getByRole('button', { name: text.cell.ask }).click();
    await expect(page.getByText(text.problem.empty.ask)).toBeVisible();
    await page.getByLabel(text.cell.askLabel).fill('Stemmer dette tallet?');
    await page.getByRole('button', { name: text.cell.ask }).click();
    await expect(page.getByText(text.states.asked)).toBeVisible();
    await page.getByRole('button', { name: text.cell.accept }).click();
    await expect(page.getByText(text.moved['question-open'])).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findViolations(page), `cell at ${width} px`).toEqual([]);
      expect(await findOverflow(page), `cell at ${width} px`).toEqual([]);
    }

    const municipality = await (await openContext()).newPage();
    await municipality.goto(server.answerLink(number));
    await expect(municipality.getByText(text.own.alert(1))).toBeVisible();
    await expect(municipality.getByText('Stemmer dette tallet?')).toBeVisible();
    await municipality.getByRole('link', { name: text.own.answerHere }).click();
    await expect(municipality.getByRole('heading', { name: text.own.title })).toBeVisible();
    await municipality.getByLabel(text.own.nameLabel).fill('');
    await municipality.getByLabel(text.own.answerLabel).fill('Ja, det stemmer.');
    await municipality.getByRole('button', { name: text.own.send }).click();
    await expect(municipality.getByText(text.problem.name)).toBeVisible();
    await municipality.getByLabel(text.own.nameLabel).fill('Kari');
    await municipality.getByRole('button', { name: text.own.send }).click();
    await expect(municipality.getByText(text.states.answered)).toBeVisible();
    for (const width of widths) {
      await municipality.setViewportSize({ width, height: 900 });
      expect(await findViolations(municipality), `own at ${width} px`).toEqual([]);
      expect(await findOverflow(municipality), `own at ${width} px`).toEqual([]);
    }

    // The adviser has the page open, and reads the answer without asking for it.
    await page.bringToFront();
    await expect(page.getByText('Ja, det stemmer.')).toBeVisible({ timeout: 15_000 });
    await page.getByRole('button', { name: text.cell.acceptAnswer }).click();
    await expect(page.getByText(text.states.accepted)).toBeVisible();
    await municipality.goto(server.answerLink(number));
    await expect(municipality.getByRole('button', { name: messagesIn('nb').answer.saveDraft })).toBeVisible();
    await page.getByLabel(text.cell.returnLabel).fill('Se på antallet under 18 år.');
    await page.getByRole('button', { name: text.cell.return }).click();
    await municipality.bringToFront();
    await expect(municipality.locator('[data-returned]')).toContainText('Se på antallet under 18 år.', {
      timeout: 15_000
    });

    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(grid);
    await row.getByRole('link', { name, exact: true }).focus();
    await page.keyboard.press('g');
    await expect(page.getByText(text.accepted(1))).toBeVisible();
    await expect(row).toContainText(text.reviews.accepted);
    await page.getByRole('button', { name: text.undo }).click();
    await expect(row).toContainText(text.reviews.unreviewed);

    await page.getByRole('link', { name: text.acceptMany.link }).click();
    await page.getByRole('button', { name: /^Godta/ }).click();
    await expect(page.getByText(/svar er godtatt/)).toBeVisible();
    const unreviewed = { has: page.locator('[data-status="unreviewed"]') };
    await expect(page.locator('tbody tr', { ...unreviewed, hasNotText: markSigns.surprising })).toHaveCount(0);
    await page.getByRole('button', { name: text.undo }).click();
    await expect(page.locator('tbody [data-status="accepted"]')).toHaveCount(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is links, its filter works, and the figures are a file', async ({ page, context, server }) => {
    await signIn(context, server);
    await page.goto(grid);
    await page.getByLabel(text.filter.response).selectOption('missing');
    await page.getByRole('button', { name: text.filter.show, exact: true }).click();
    const silent = surveyRows.filter(({ response_status: status }) => status !== 'svart');
    await expect(page.getByText(text.count(silent.length, surveyRows.length))).toBeVisible();
    await page.goto(grid);
    await page.locator(`#k${number} a[href$="felt=cases_received"]`).click();
    await expect(page.getByRole('heading', { name: text.cell.title(received, name) })).toBeVisible();
    const file = await page.request.get(`${grid}/tall/tabell.csv`);
    expect(await file.text()).toContain(`Har svart;${surveyRows.length - silent.length};${surveyRows.length}`);
  });
});

for (const language of languages) {
  const words = messagesIn(language).quality;
  const screens: [string, string][] = [
    [grid, words.caption],
    [`${grid}/${number}`, words.cell.figures],
    [`${grid}/${number}?felt=cases_received`, words.cell.history],
    [`${grid}/godta`, words.acceptMany.lead],
    [`${grid}/tall`, words.figures.byCounty]
  ];
  test(`the screens are open to everyone, wide and narrow (${language})`, async ({ page, context, server }) => {
    await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
    await signIn(context, server);
    for (const [path, shown] of screens) {
      await page.goto(path);
      await expect(page.getByText(shown, { exact: true }).first()).toBeVisible();
      expect.soft(await findBarriers(page), path).toEqual([]);
    }
  });
}
