import { messagesIn } from '#lib/i18n/messages.ts';
import { importReport, openRound } from '#lib/server/opening.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { loadReference } from '#lib/server/reference.ts';
import { postAnswer, noCases } from '../support/answer-form.ts';
import { someAnswers } from '../support/answers.ts';
import { findBarriers } from '../support/axe.ts';
import { copySeededStore, removeStore } from '../support/seeded-store.ts';
import { expect, findFreePort, signIn, startServer, test, watchContext } from '../support/server.ts';
import { earlierRound, secret } from '../support/rounds.ts';

const text = messagesIn('nb').desk;
const [town, name] = ['4223', 'Vennesla'];
const system = { kind: 'system', task: 'test' } as const;
const webInfo = text.duty.web_info;

/** A store in which Vennesla planned its web page for a month that has passed, in the round before the one that is open. */
async function prepareStore(directory: string) {
  const store = await openPglite(directory);
  const { geography } = loadReference('data');
  const at = earlierRound.opensAt;
  await store.transaction(system, async (tx) => {
    const round = { ...earlierRound, periodEnd: '2023-12-30', dataKind: 'synthetic' } as const;
    await openRound(tx, round, { geography, secret, at }, { korusRegion: 'sor', countyNumber: '42' });
    const planned = {
      ...someAnswers,
      web_info: { status: 'reported', value: 'planned' },
      web_month: { status: 'reported', value: '2024-01' }
    } as const;
    await importReport(tx, { roundId: round.id, municipalityNo: town, answers: planned, source: 'Syntetisk' }, at);
  });
  await store.close();
}

async function closeRound(directory: string) {
  const store = await openPglite(directory);
  await store.owner.query(
    `update round
    set opens_at = '2025-01-01', deadline_at = '2025-02-01', closes_at = '2025-03-01', freezes_at = '2199-01-01'
    where id = 'sor-2024'`
  );
  await store.close();
}

test('the governor’s year: from the list to the letter to a kept promise over two rounds', async ({ browser }) => {
  const directory = copySeededStore();
  await prepareStore(directory);
  const port = await findFreePort();
  const server = await startServer({ directory, port });
  const context = await browser.newContext();
  const problems = watchContext(context, server.origin);
  const page = await context.newPage();
  await signIn(context, server, 'governor');

  await page.goto(`${server.origin}/oppfolging?vis=promises`);
  await expect(page.locator('[data-count]')).toHaveText(text.found(1, 25));
  await expect(page.getByRole('row', { name })).toContainText(text.reason.promise_overdue(webInfo, '31. januar 2024'));
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.locator('[data-promise]')).toHaveAttribute('data-state', 'open');

  await page.getByRole('link', { name: text.letter.write }).click();
  const body = page.getByLabel(text.letter.bodyLabel, { exact: true });
  await expect(body).toHaveValue(/31\. januar 2024/);
  const letter = await body.inputValue();
  await body.fill(letter.replace('31. januar', '1. mars'));
  await page.getByRole('button', { name: text.letter.send }).click();
  await expect(page.locator('.ds-error-summary')).toContainText(
    text.letter.problem.fact(`${webInfo}, frist 31. januar 2024`)
  );
  await body.fill(`${letter}\nRing oss gjerne.`);
  await page.getByRole('button', { name: text.letter.send }).click();
  await expect(page.getByText(text.letter.sent)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await page.goto(`${server.origin}/oppfolging/${town}`);
  await expect(page.getByText(text.log.kind.letter, { exact: false }).first()).toBeVisible();
  await page.getByText(text.log.add).click();
  await page.getByLabel(text.log.text).fill('Siden kommer i høst');
  await page.getByRole('button', { name: text.log.save }).click();
  await expect(page.getByText(text.log.done.added)).toBeVisible();

  const link = server.answerLink(town, 'sor-2024');
  const asked = await (await fetch(link)).text();
  expect(asked).toContain(messagesIn('nb').answering.facts.promise('Planlagt', 'januar 2024'));
  expect((await postAnswer(link, noCases, 'Kari Kommune')).status).toBe(303);
  await page.reload();
  await expect(page.locator('[data-promise]')).toHaveAttribute('data-state', 'open');
  await server.stop();

  await closeRound(directory);
  const later = await startServer({ directory, port });
  await context.addCookies([{ name: 'malform', value: 'nn', url: later.origin }]);
  await signIn(context, later, 'governor');
  const nn = messagesIn('nn').desk;
  await page.goto(`${later.origin}/oppfolging/${town}`);
  await expect(page.locator('[data-promise]')).toHaveAttribute('data-state', 'kept');
  await expect(page.getByText(nn.promise.byAnswer('Region Sør 2024'))).toBeAttached();
  expect(await findBarriers(page)).toEqual([]);
  await page.goto(`${later.origin}/oppfolging`);
  await expect(page.locator('[data-kept]')).toContainText(nn.kept(1, 3));
  expect(await findBarriers(page)).toEqual([]);

  const pack = messagesIn('nn').countyPackage;
  await page.getByRole('link', { name: pack.link }).click();
  await expect(page.locator('[data-preview]')).toContainText(pack.promises.all(1, 3));
  expect(await findBarriers(page)).toEqual([]);
  const written = page.getByLabel(messagesIn('nn').boundText.editor.fields.nn);
  await written.fill('Einingane tok imot {mottekne saker i Telemark}.');
  await expect(page.getByText(messagesIn('nn').boundText.weights.wrong)).toBeVisible();
  await page.getByRole('button', { name: pack.editor.save }).click();
  await expect(page.getByText(pack.wrong)).toBeVisible();
  await written.fill('Einingane tok imot {mottekne saker}.');
  await page.getByRole('button', { name: pack.editor.save }).click();
  const taken = page.waitForEvent('download');
  await page.getByRole('link', { name: pack.formats.pdf }).click();
  expect((await taken).suggestedFilename()).toBe('pakke-42-2024-intern-nn.pdf');
  await context.addCookies([{ name: 'malform', value: 'nb', url: later.origin }]);
  await page.goto(`${later.origin}/oppfolging/pakke?bruk=offentlig`);
  await expect(page.getByText(messagesIn('nb').countyPackage.means.public).first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  expect(problems()).toEqual([]);
  await context.close();
  await later.stop();
  removeStore(directory);
});
