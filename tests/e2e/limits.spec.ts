import { messagesIn } from '#lib/i18n/messages.ts';
import { limits } from '#lib/server/rate-limit.ts';
import { expect, test } from '../support/server.ts';

const { most } = limits.signInMailPerAddress;
const contents = [
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json' }
];

test('whatever is sent from another page is refused with a sentence', async ({ server }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://example.com' },
    { origin: 'null' },
    {},
    { origin: server.origin, 'sec-fetch-site': 'cross-site' }
  ];
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const sender of foreign) {
      for (const content of contents) {
        const headers = { ...sender, ...content };
        const response = await fetch(`${server.origin}/logg-inn`, { method, headers, body: 'email=a@example.no' });
        expect([response.status, await response.text()]).toEqual([403, messagesIn('nb').shell.errors.foreign]);
      }
    }
  }
});

test('a form that is no form is refused, and never a bug', async ({ server }) => {
  const send = async (type: string, body: string) => {
    const headers = { origin: server.origin, accept: 'text/html', ...(type && { 'content-type': type }) };
    return (await fetch(`${server.origin}/logg-inn`, { method: 'POST', headers, body })).status;
  };
  expect(await send('application/json', '{"email":"a@example.no"}')).toBe(415);
  expect(await send('application/octet-stream', '\0\x01')).toBe(415);
  expect(await send('text/plain', 'email=a@example.no')).toBe(400);
  expect(await send('multipart/form-data', 'rubbish')).toBe(400);
  expect(await send('multipart/form-data; boundary=x', '--x\r\nrubbish')).toBe(400);
});

test.describe('whoever asks for too many sign-in links', () => {
  test.use({ store: 'own' });

  test('is told when to try again, in their language, and not who has access', async ({ page, server }) => {
    const email = 'eager@example.no';
    const ask = (language: string) =>
      fetch(`${server.origin}/logg-inn`, {
        method: 'POST',
        body: new URLSearchParams({ email }),
        headers: { origin: server.origin, accept: 'text/html', 'accept-language': language }
      });
    for (let asked = 0; asked < most; asked += 1) expect((await ask('nb')).status).toBe(200);
    for (const language of ['nb', 'nn'] as const) {
      const refused = await ask(language);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(refused.status).toBe(429);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(900);
      const { tooMany } = messagesIn(language).shell.errors;
      const html = await refused.text();
      expect(html).toContain(tooMany(Math.ceil(seconds / 60)));
      expect(html).not.toContain(email);
    }
    const { signIn, shell } = messagesIn('nb');
    await page.goto('/logg-inn');
    await page.getByLabel(signIn.email).fill(email);
    await page.getByRole('button', { name: signIn.send }).click();
    await expect(page.getByText(shell.errors.tooMany(15).slice(0, 30))).toBeVisible();
  });
});
