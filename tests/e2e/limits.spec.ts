import { messagesIn } from '#lib/i18n/messages.ts';
import { limits } from '#lib/server/rate-limit.ts';
import { sendRaw } from '../support/raw-http.ts';
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

test('what is too large is refused: a body with a sentence, the rest before there is a page', async ({ server }) => {
  const email = `email=${'x'.repeat(600_000)}`;
  const head = [`origin: ${server.origin}`, 'accept: text/html', 'content-type: application/x-www-form-urlencoded'];
  const send = (first: string, lines: string[], body = '') =>
    sendRaw(
      server.port,
      Buffer.from([`${first} HTTP/1.1`, 'host: a', 'connection: close', ...lines, '', body].join('\r\n')),
      10_000
    );
  const chunked = `${email.length.toString(16)}\r\n${email}\r\n0\r\n\r\n`;
  for (const [length, body] of [
    [`content-length: ${email.length}`, email],
    ['transfer-encoding: chunked', chunked]
  ] as const) {
    const answer = await send('POST /logg-inn', [...head, length], body);
    expect(answer).toMatchObject({ status: 413 });
    expect(typeof answer === 'string' ? '' : answer.body).toContain(messagesIn('nb').shell.errors.tooLarge);
  }
  expect(await send(`GET /${'x'.repeat(20_000)}`, [])).toMatchObject({ status: 431, body: '' });
  expect(await send('GET /', [`cookie: ${'x'.repeat(20_000)}`])).toMatchObject({ status: 431, body: '' });
  const both = ['content-length: 3', 'transfer-encoding: chunked'];
  expect(await send('POST /logg-inn', [...head, ...both], 'a=b')).toMatchObject({ status: 400, body: '' });
});

test('requests that are never finished do not keep others out', async ({ server }) => {
  const begun = 'POST /logg-inn HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n';
  const waiting = Array.from({ length: 200 }, () => sendRaw(server.port, Buffer.from(begun), 2000));
  expect((await fetch(`${server.origin}/helse`)).status).toBe(200);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['silent']));
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
