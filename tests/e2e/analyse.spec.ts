import { readFileSync } from 'node:fs';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';
import { zipTexts } from '../support/zip-text.ts';

const { analysis: text, ownSql, views } = messagesIn('nb');
const address = '/kartlegging/sor-2024/analyse';

test.use({ hasEngine: true });

test('the browser answers changes once its engine is up, and the address and the file follow', async ({
  page,
  context,
  server
}) => {
  await signIn(context, server);
  const fetched = page.waitForResponse(/\/analyse\/datasett\/\w+\/figure\.arrow/);
  await page.goto(address);
  await expect(
    page.getByRole('heading', { name: text.finding('Mottatte saker', text.dimensions.county, '71') })
  ).toBeVisible();
  await expect(page.locator('[data-engine="browser"]')).toBeVisible({ timeout: 30_000 });
  expect((await fetched).headers()['cache-control']).toBe('private, max-age=31536000, immutable');
  await page.getByLabel(text.dimension).selectOption('population_class');
  await expect(page.getByText(text.engine.browser)).toBeVisible();
  await expect(page).toHaveURL(`${address}?etter=population_class`);
  await page.getByLabel(text.measure, { exact: true }).selectOption('rate');
  await expect(page.getByText('For få til å skille')).toBeVisible();
  const shown = await page.locator('.figures-body table').innerText();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: views.take.csv }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  expect(file.startsWith(`\uFEFF${text.csv.indicator};`)).toBe(true);
  expect(file).toContain(`;${text.whole};;;0,764;0,5967;0,9637;${text.csv.shown};71;929303;42;66;`);
  await page.reload();
  await expect(page.getByRole('button', { name: views.take.png })).toBeVisible();
  await expect(page.locator('.figures-body table')).toHaveText(shown, { useInnerText: true });
  await page.goBack();
  await expect(page.getByRole('heading', { name: '71' })).toBeVisible();
});

test('an area chosen in one picture narrows the others, by keyboard and by click, until it is let go', async ({
  page,
  context,
  server
}) => {
  const { brush, names } = messagesIn('nb').pictures;
  await signIn(context, server);
  await page.goto(`${address}?etter=centrality`);
  await expect(page.locator('[data-engine="browser"]')).toBeVisible({ timeout: 30_000 });
  const county = page.locator('[data-linked="county"]');
  await county.getByRole('group').focus();
  await page.keyboard.press('End');
  await expect(county.locator('.chart-point')).toHaveText('Agder: 16 (14 av 25 kommuner)');
  await page.keyboard.press('Enter');
  await expect(page.getByText(brush.chosen('Agder'))).toBeVisible();
  await expect(page).toHaveURL(`${address}?etter=centrality&valgt=county%3A42`);
  await expect(page.getByText(text.engine.browser)).toBeVisible();
  await expect(page.getByRole('heading', { name: '16 i alt' })).toBeVisible();
  await expect(county.locator('[data-chosen]').first()).toBeVisible();
  await expect(county).toContainText('Vestfold');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${address}?etter=centrality`);
  await page.locator('[data-linked="map"] [data-area="4204"]').click();
  await expect(page.getByText(brush.chosen('Kristiansand'))).toBeVisible();
  await page.getByLabel(text.dimension).selectOption('municipality');
  await expect(page).toHaveURL(`${address}?etter=municipality&valgt=municipality%3A4204`);
  await page.getByLabel('Vis som').selectOption({ label: names.map });
  await expect(page).toHaveURL(/&bilde=map&/);
  await page.getByLabel(text.measure, { exact: true }).selectOption('rate');
  await expect(page).toHaveURL(`${address}?mal=rate&etter=municipality&bilde=map&valgt=municipality%3A4204`);
  await page.getByRole('link', { name: brush.all }).click();
  await expect(page).toHaveURL(`${address}?mal=rate&etter=municipality&bilde=map`);
});

test.describe('a saved view', () => {
  test.use({ store: 'own', hasEngine: false });

  test('is named, shared and noted; a colleague opens it and answers; its deletion is undone', async ({
    page,
    context,
    server,
    openContext
  }) => {
    await signIn(context, server);
    await page.goto(`${address}?mal=rate`);
    const finding = await page.locator('#funn').innerText();
    await page.getByText(views.save.title).click();
    await page.getByRole('button', { name: views.save.submit }).click();
    await expect(page.getByLabel(views.save.name)).toHaveAccessibleDescription(new RegExp(views.problem.nameMissing));
    await page.getByLabel(views.save.name).fill('Hvorfor er Agder høyere?');
    await page.getByLabel(views.save.note).fill('Se på de store kommunene.');
    await page.getByLabel(views.save.share).check();
    await page.getByRole('button', { name: views.save.submit }).click();
    await expect(page).toHaveURL(/\/analyse\/visning\/[\w-]+$/);
    await expect(page.getByRole('heading', { name: finding })).toBeVisible();
    expect.soft(await findBarriers(page)).toEqual([]);

    const colleagues = await openContext();
    await colleagues.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
    await signIn(colleagues, server, 'adviser');
    const colleague = await colleagues.newPage();
    const { views: nn } = messagesIn('nn');
    await colleague.goto(address);
    await colleague.getByRole('link', { name: 'Hvorfor er Agder høyere?' }).click();
    await expect(colleague.getByText('Se på de store kommunene.')).toBeVisible();
    await expect(colleague.getByRole('button', { name: nn.view.remove })).toBeHidden();
    await colleague.getByRole('textbox', { name: nn.notes.add }).fill('Arendal har ny praksis.');
    await colleague.getByRole('button', { name: nn.notes.submit }).click();
    await expect(colleague.getByRole('listitem').filter({ hasText: 'Arendal' })).toContainText('Ragnhild');
    expect.soft(await findBarriers(colleague)).toEqual([]);

    await page.getByRole('button', { name: views.view.remove }).click();
    await expect(
      page.getByRole('heading', { name: views.view.removedTitle('Hvorfor er Agder høyere?') })
    ).toBeVisible();
    expect((await colleague.reload())?.status()).toBe(404);
    await page.getByRole('button', { name: views.view.restore }).click();
    await expect(page.getByText('Arendal har ny praksis.')).toBeVisible();
  });
});

test('a view and a topic are taken away as pictures and as workbooks', async ({ page, context, server }) => {
  await signIn(context, server);
  await page.goto(`${address}?tall=web_info&mal=share`);
  const take = async (name: string, role: 'button' | 'link') => {
    const downloading = page.waitForEvent('download');
    await page.getByRole(role, { name }).click();
    return readFileSync(await (await downloading).path());
  };
  const svg = (await take(views.take.svg, 'link')).toString('utf8');
  expect(svg).toContain(messagesIn('nb').statistics.synthetic);
  expect(svg).not.toContain('var(');
  const png = await take(views.take.png, 'button');
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
  const sheets = zipTexts(await take(views.take.xlsx, 'link'));
  expect(sheets.get('xl/sharedStrings.xml')).toContain(`${server.origin}${address}?tall=web_info&amp;mal=share`);
  await page.goto(`${address}/svar?etter=centrality`);
  await expect(page.locator('[data-engine="browser"]')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel(text.dimension).selectOption('population_class');
  await expect(page.getByText(text.engine.browser)).toBeVisible();
  await expect(page).toHaveURL(`${address}/svar?etter=population_class`);
  expect((await take(views.take.png, 'button')).subarray(1, 4).toString()).toBe('PNG');
  const topic = zipTexts(await take(views.take.xlsx, 'link'));
  expect(topic.get('xl/sharedStrings.xml')).toContain(`${server.origin}${address}/svar?etter=population_class`);
  await page.getByRole('button', { name: views.take.copy }).click();
  await expect(page.getByText(views.take.copied).or(page.getByText(views.take.notCopied))).toBeVisible();
});

test('own SQL is answered in the browser, and what is wrong with it is told in words', async ({
  page,
  context,
  server
}) => {
  await signIn(context, server);
  await page.goto(`${address}/sql`);
  const run = page.getByRole('button', { name: ownSql.run });
  await expect(run).toBeEnabled({ timeout: 30_000 });
  await run.click();
  await expect(page.getByRole('table', { name: ownSql.result })).toContainText('25');
  const field = page.getByLabel(ownSql.label);
  for (const [statement, sentence] of [
    ['select 1; drop table figure', ownSql.problems.several],
    ['drop table figure', ownSql.problems.not_reading],
    ['select sum(', ownSql.problems.syntax],
    ['select navn from kommune', ownSql.problems.unknown]
  ] as const) {
    await field.fill(statement);
    await run.click();
    await expect(page.getByText(sentence)).toBeVisible();
  }
  expect(await findBarriers(page)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is whole, its form works, and what cannot be used is named', async ({ page, context, server }) => {
    await signIn(context, server);
    await page.goto(address);
    await page.getByLabel(text.indicator, { exact: true }).selectOption('web_info');
    for (const name of [text.link, text.pages.figures]) {
      await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    }
    await page.getByText(text.narrow).click();
    await page.getByLabel(text.group).fill('4204 9999');
    await page.getByLabel(text.dimension).selectOption('own_group');
    await page.getByRole('button', { name: text.show }).click();
    await expect(page.getByText(text.unknown('gruppe', '9999'))).toBeVisible();
    await expect(page.getByRole('row', { name: /^De andre/ })).toBeVisible();
    await expect(page.locator('svg.chart').first()).toBeVisible();
    await page.getByText(views.save.title).click();
    await page.getByRole('button', { name: views.save.submit }).click();
    await expect(page.getByText(views.problem.summary)).toBeVisible();
    await expect(page.getByRole('row', { name: /^De andre/ })).toBeVisible();
    await page.getByRole('link', { name: 'Agder' }).click();
    await expect(page.getByText(messagesIn('nb').pictures.brush.chosen('Agder'))).toBeVisible();
  });
});

test.describe('without an engine of its own', () => {
  test.use({ hasEngine: false });

  for (const language of languages) {
    test(`it is open to everyone, wide and narrow (${language})`, async ({ page, context, server }) => {
      await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
      await signIn(context, server);
      for (const query of [
        '?valgt=county:42',
        '?tall=cases_under_18&mal=share&kolonner=population_class',
        '?mal=rate&etter=municipality'
      ]) {
        await page.goto(address + query);
        await expect(page.getByText(messagesIn(language).statistics.synthetic).first()).toBeVisible();
        expect.soft(await findBarriers(page), query).toEqual([]);
      }
      for (const topic of ['response', 'referral'] as const) {
        const { link, measure } = messagesIn(language)[topic];
        await page.getByRole('link', { name: link }).click();
        await expect(page.getByRole('table', { name: measure })).toBeVisible();
        expect.soft(await findBarriers(page), topic).toEqual([]);
      }
      const { regions, noRound } = messagesIn(language).country;
      await page.getByRole('link', { name: regions.link, exact: true }).click();
      await expect(page.getByRole('row', { name: /^KORUS Sør Region Sør 2024 71/ })).toBeVisible();
      await expect(page.getByRole('row', { name: new RegExp(`^KORUS Nord ${noRound}`) })).toBeVisible();
      expect.soft(await findBarriers(page), 'regions').toEqual([]);
    });
  }
});
