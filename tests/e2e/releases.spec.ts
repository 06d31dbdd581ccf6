import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';

const text = messagesIn('nb').release;
const open = messagesIn('nb').publication;
const { editor, weights } = messagesIn('nb').boundText;
const { estimate } = messagesIn('nb');

/** The article of 4 September 2024, with its figures inserted from the release. */
const article = {
  nb: [
    'Region Sør består av {kommuner i runden}. Av disse har {kommuner som har svart|tall} svart, {kommuner som ikke har svart|tall} har ikke svart.',
    'Til sammen har enhetene mottatt {mottatte saker} fra påtalemyndigheten. Av disse er {behandlede saker|tall} behandlet.',
    'Ser vi nærmere på tallene, gjelder {saker med person under 18 år|tall} av sakene unge under 18 år, altså {saker med person under 18 år|andel} av de mottatte.',
    'Det er grunn til å anta at det reelle tallet er {anslag for mottatte saker}.',
    '{informasjon på nettsiden: ja|ord} har informasjon på nettsiden, {informasjon på nettsiden: planlagt|ord} har planer og {informasjon på nettsiden: nei|ord} har ikke lagt ut informasjon.'
  ],
  nn: [
    'Region Sør har {kommunar i runden}. Av desse har {kommunar som har svart|tal} svart, {kommunar som ikkje har svart|tal} har ikkje svart.',
    'Til saman har einingane teke imot {mottekne saker} frå påtalemakta. Av desse er {behandla saker|tal} behandla.',
    'Ser vi nærare på tala, gjeld {saker med person under 18 år|tal} av sakene unge under 18 år, altså {saker med person under 18 år|andel} av dei mottekne.',
    'Det er grunn til å tru at det reelle talet er {anslag for mottekne saker}.',
    '{informasjon på nettsida: ja|ord} har informasjon på nettsida, {informasjon på nettsida: planlagd|ord} har planar og {informasjon på nettsida: nei|ord} har ikkje lagt ut informasjon.'
  ]
};
/** What it becomes with the figures of the round. */
const told = [
  'Region Sør består av 66 kommuner. Av disse har 42 svart, 24 har ikke svart.',
  'Til sammen har enhetene mottatt 71 saker fra påtalemyndigheten. Av disse er 63 behandlet.',
  'Ser vi nærmere på tallene, gjelder 23 av sakene unge under 18 år, altså 32 % av de mottatte.',
  'Det er grunn til å anta at det reelle tallet er mellom 71 og 90 saker.',
  '17 kommuner har informasjon på nettsiden, ti kommuner har planer og 15 kommuner har ikke lagt ut informasjon.'
];

test.describe('a release', () => {
  test.use({ store: 'own' });

  test('goes from an adviser’s draft to a page that everybody can read without scripts', async ({
    page,
    context,
    server,
    openContext
  }) => {
    await signIn(context, server, 'sor');
    await page.goto('/kartlegging/sor-2024/anslag');
    await page.getByLabel(estimate.rungs.model).check();
    await page.getByLabel(estimate.reasonOfChoice).fill('Kommunene likner hverandre.');
    await page.getByLabel(estimate.remindedAlike).check();
    await page.getByRole('button', { name: estimate.sign }).click();
    await expect(page.getByText(estimate.signed)).toBeVisible();
    await page.goto('/kartlegging/sor-2024/utgivelse');
    await page.getByLabel(text.form.plan).selectOption('counties');
    await page.getByLabel(text.form.titleNb).fill('Saker i Region Sør 2024');
    await page.getByLabel(text.form.titleNn).fill('');
    await page.getByRole('button', { name: text.form.create }).click();
    await expect(page.getByText(text.form.missing).first()).toBeVisible();
    await page.getByLabel(text.form.titleNn).fill('Saker i Region Sør 2024');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: text.form.create }).click();
    await expect(page.getByText(text.gate.notRun)).toBeVisible();
    await page.getByRole('button', { name: text.gate.run }).click();
    await expect(page.getByRole('heading', { name: text.figures.title })).toBeVisible({ timeout: 60_000 });
    expect(await findBarriers(page)).toEqual([]);

    const draft = page.url();
    await page.getByRole('link', { name: editor.link }).click();
    await page.getByLabel(editor.fields.nb).fill('Av 66 kommuner har 42 svart, og 22 har ikke svart.');
    await expect(page.getByText(weights.wrong)).toBeVisible();
    await page.getByRole('button', { name: editor.save }).click();
    await expect(page.getByText(editor.saved)).toBeVisible();
    await page.goto(draft);
    await expect(page.getByRole('button', { name: text.steps.submit })).toHaveCount(0);
    await page.getByRole('link', { name: editor.link }).click();
    await page.getByLabel(editor.fields.nb).fill(article.nb.join('\n'));
    await page.getByLabel(editor.fields.nn).fill(article.nn.join('\n'));
    await expect(page.getByText(editor.right)).toHaveCount(10);
    await expect(page.getByText(weights.wrong)).toHaveCount(0);
    await page.getByRole('button', { name: editor.save }).click();
    await expect(page.getByText(editor.saved)).toBeVisible();
    await page.goto(draft);
    await page.getByRole('button', { name: text.steps.submit }).click();
    await expect(page.getByText(text.steps.ownAuthor)).toBeVisible();
    await expect(page.getByRole('button', { name: text.steps.approve })).toHaveCount(0);

    const other = await openContext();
    await signIn(other, server, 'adviser');
    const approver = await other.newPage();
    await approver.goto(page.url());
    await approver.getByRole('button', { name: text.steps.approve }).click();
    const publish = approver.getByRole('button', { name: text.steps.publish });
    await expect(publish).toBeVisible({ timeout: 60_000 });
    await publish.click();
    await expect(approver.getByText(text.done.published)).toBeVisible();
    expect(await findBarriers(approver)).toEqual([]);

    const reader = await (await openContext({ javaScriptEnabled: false })).newPage();
    await reader.goto('/');
    for (const sentence of told) await expect(reader.getByText(sentence)).toBeVisible();
    await reader.goto('/utgivelser');
    await reader.getByRole('link', { name: 'Saker i Region Sør 2024' }).click();
    for (const sentence of told) await expect(reader.getByText(sentence)).toBeVisible();
    await expect(reader.getByText(open.estimates.interval('71', '90'))).toContainText('Kommunene likner hverandre.');
    await reader.getByRole('link', { name: 'Agder', exact: true }).click();
    await expect(reader.getByRole('heading', { name: open.areas.current('Agder') })).toBeVisible();
    await expect(reader.getByRole('img').first()).toBeVisible();
    await reader.getByLabel(open.search.label).fill('arendal');
    await reader.getByRole('button', { name: open.search.submit }).click();
    await expect(reader.getByRole('heading', { name: 'Arendal (Agder)' })).toBeVisible();
    await expect(reader.getByText(open.search.cases.notTold)).toBeVisible();
    await reader.goto('/statistikk/sor/2024');
    await reader.getByRole('link', { name: open.noticeLink }).click();
    await expect(reader).toHaveURL(/\/utgivelser\/sor\/2024$/);

    for (const address of ['releases/sor/2024/1', 'tables/sor-2024-saker', 'pxweb/tables/sor-2024-v1-saker/data']) {
      expect((await reader.request.get(`/api/v1/${address}`)).status(), address).toBe(200);
    }

    await page.goto('/utgivelser/sor/2024/1');
    expect(await findBarriers(page)).toEqual([]);
    await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
    for (const address of ['/', '/utgivelser/sor/2024/1', '/utgivelser', '/api', '/kartlegging/sor-2024/utgivelse']) {
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
      expect(await findBarriers(page), address).toEqual([]);
    }
  });
});
