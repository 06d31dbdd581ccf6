import { describe, expect, it } from 'vitest';
import { allowOnly } from '#lib/server/egress.ts';

type Sent = { url: string; method: string; authorization: string | null; body: string };

/** A fetch that sends nothing: it answers each request with the next of some answers, and keeps what it was given. */
function answering(...answers: Response[]) {
  const sent: Sent[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers } = request;
    sent.push({ url, method, authorization: headers.get('authorization'), body: await request.text() });
    return answers[sent.length - 1] ?? new Response('ok');
  };
  return { sent, send };
}
const redirect = (status: number, location: string) => new Response(null, { status, headers: { location } });
const refused = (host: string) => ({ code: 'egress-refused', message: expect.stringContaining(host) as string });
const hosts = ['id.example.no', 'localhost:8080'];

describe('a configured host', () => {
  it.each([
    'https://id.example.no/token',
    'https://ID.example.no:8443/',
    'http://localhost:8080/',
    new URL('https://id.example.no/')
  ])('%s is reached', async (url) => {
    const { sent, send } = answering();
    expect(await (await allowOnly(hosts, send)(url)).text()).toBe('ok');
    expect(sent).toHaveLength(1);
  });

  it('gets what was sent', async () => {
    const { sent, send } = answering();
    await allowOnly(hosts, send)('https://id.example.no/token', { method: 'POST', body: 'a=b' });
    expect(sent[0]).toMatchObject({ method: 'POST', body: 'a=b' });
  });
});

describe('nothing is sent', () => {
  it.each([
    ['to another host', 'https://example.com/', 'example.com'],
    ['to a name that only ends so', 'https://evil-id.example.no/', 'evil-id.example.no'],
    ['to a host below', 'https://a.id.example.no/', 'a.id.example.no'],
    ['without TLS', 'http://id.example.no/', 'http:'],
    ['to another port of this machine', 'http://localhost:9090/', 'localhost:9090'],
    ['to another kind of address', 'file:///etc/passwd', 'egress refused'],
    ['to a request that was made elsewhere', new Request('https://example.com/'), 'example.com']
  ])('%s', async (_name, input, said) => {
    const { sent, send } = answering();
    await expect(allowOnly(hosts, send)(input)).rejects.toMatchObject(refused(said));
    expect(sent).toEqual([]);
  });

  it.each(['https://id.example.no@example.com/', 'https://kari:secret@id.example.no/'])(
    'to an address with a user: %s',
    async (url) => {
      const { sent, send } = answering();
      await expect(allowOnly(hosts, send)(url)).rejects.toThrow(TypeError);
      expect(sent).toEqual([]);
    }
  );

  it('when no host is configured', async () => {
    await expect(allowOnly([])('https://id.example.no/')).rejects.toMatchObject(refused('id.example.no'));
  });
});

describe('a redirect', () => {
  it('to a configured host is followed', async () => {
    const { sent, send } = answering(redirect(302, '/next'), redirect(307, 'http://localhost:8080/last'));
    const authorization = 'Bearer secret';
    await allowOnly(hosts, send)('https://id.example.no/first', { headers: { authorization } });
    expect(sent.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['https://id.example.no/first', authorization],
      ['https://id.example.no/next', authorization],
      ['http://localhost:8080/last', null]
    ]);
  });

  it.each(['https://example.com/', '//example.com/', 'http://id.example.no/'])('to %s is refused', async (location) => {
    const { sent, send } = answering(redirect(302, location));
    await expect(allowOnly(hosts, send)('https://id.example.no/')).rejects.toMatchObject({ code: 'egress-refused' });
    expect(sent).toHaveLength(1);
  });

  it.each([
    [303, 'GET', ''],
    [302, 'GET', ''],
    [307, 'POST', 'a=b']
  ])('%d of a POST becomes a %s', async (status, method, body) => {
    const { sent, send } = answering(redirect(status, '/next'));
    await allowOnly(hosts, send)('https://id.example.no/', { method: 'POST', body: 'a=b' });
    expect(sent[1]).toMatchObject({ method, body });
  });

  it('is handed back to who asked for that, and refused to who wants none', async () => {
    const handed = answering(redirect(302, 'https://example.com/'));
    const manual = await allowOnly(hosts, handed.send)('https://id.example.no/', { redirect: 'manual' });
    expect(manual.status).toBe(302);
    const unwanted = answering(redirect(302, '/next'));
    const erring = allowOnly(hosts, unwanted.send)('https://id.example.no/', { redirect: 'error' });
    await expect(erring).rejects.toMatchObject({ code: 'egress-refused' });
  });

  it('that never ends is given up', async () => {
    const { sent, send } = answering(...Array.from({ length: 20 }, () => redirect(302, '/again')));
    await expect(allowOnly(hosts, send)('https://id.example.no/')).rejects.toMatchObject(refused('too many'));
    expect(sent).toHaveLength(6);
  });
});
