import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';

const text = messagesIn('nb').release;
const open = messagesIn('nb').publication;

test.describe('a release', () => {
  test.use({ store: 'own' });

  test('goes from an adviser’s draft to a page that everybody can read without scripts', async ({
    page,
    context,
    server,
    openContext
  }) => {
    await signIn(context, server, 'sor');
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
    await expect(page.getByRole('heading', { name: text.figures.title })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
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
    await reader.goto('/utgivelser');
    await reader.getByRole('link', { name: 'Saker i Region Sør 2024' }).click();
    await expect(reader.getByText('42 av 66 kommuner har svart.')).toBeVisible();
    await expect(reader.getByRole('img').first()).toBeVisible();
    await reader.getByLabel(open.search.label).fill('arendal');
    await reader.getByRole('button', { name: open.search.submit }).click();
    await expect(reader.getByRole('heading', { name: 'Arendal (Agder)' })).toBeVisible();
    await reader.goto('/statistikk/sor/2024');
    await reader.getByRole('link', { name: open.noticeLink }).click();
    await expect(reader).toHaveURL(/\/utgivelser\/sor\/2024$/);

    for (const address of ['releases/sor/2024/1', 'tables/sor-2024-saker', 'pxweb/tables/sor-2024-v1-saker/data']) {
      expect((await reader.request.get(`/api/v1/${address}`)).status(), address).toBe(200);
    }

    await page.goto('/utgivelser/sor/2024/1');
    expect(await findBarriers(page)).toEqual([]);
    await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
    for (const address of ['/utgivelser/sor/2024/1', '/utgivelser', '/api', '/kartlegging/sor-2024/utgivelse']) {
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
      expect(await findBarriers(page), address).toEqual([]);
    }
  });
});
