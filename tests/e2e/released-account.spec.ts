import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { bindIdentity } from '#lib/server/identity.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findBarriers } from '../support/axe.ts';
import { copySeededStore, personIdOf, removeStore } from '../support/seeded-store.ts';
import { expect, signIn, startServer, test, watchContext } from '../support/server.ts';

const kari = demonstrationPerson('respondent');

for (const language of languages) {
  test(`an administrator releases an account of the wrong person, and can invite again (${language})`, async ({
    browser
  }) => {
    const directory = copySeededStore();
    const personId = personIdOf(kari.email);
    const store = await openPglite(directory);
    await store.transaction({ kind: 'system', task: 'test' }, (tx) =>
      bindIdentity(tx, { issuer: 'https://provider.example', subject: 'wrong', personId }, new Date())
    );
    await store.close();

    const server = await startServer({ directory });
    const context = await browser.newContext({ baseURL: server.origin });
    const problems = watchContext(context, server.origin);
    await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
    await signIn(context, server, 'administrator');
    const page = await context.newPage();
    const text = messagesIn(language).people.person;
    await page.goto(`/admin/personer/${personId}`);
    const release = page.getByRole('button', { name: text.unbind });
    await expect(release).toHaveAccessibleDescription(text.unbindLead);
    await expect(page.getByRole('button', { name: text.invite })).toHaveCount(0);
    expect.soft(await findBarriers(page)).toEqual([]);
    await release.click();
    await expect(page.getByRole('main').getByRole('status')).toContainText(text.unbound(1));
    await expect(release).toHaveCount(0);
    await expect(page.getByRole('button', { name: text.invite })).toBeVisible();
    expect(problems()).toEqual([]);
    await context.close();
    await server.stop();
    removeStore(directory);
  });
}
