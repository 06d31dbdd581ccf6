import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Svarinn } from '#lib/server/dispatch/svarinn.ts';
import { privateKeyPem } from '../../support/dispatch-keys.ts';
import { mailboxUser, startSvarinn, type LocalSvarinn } from '../../support/local-svarinn.ts';

let local: LocalSvarinn;
const content = Buffer.from('%PDF-1.7 oversendelse');
const open = (over: Partial<typeof mailboxUser> = {}) =>
  new Svarinn(
    { baseUrl: local.url, mailboxes: { '4204': { ...mailboxUser, privateKey: privateKeyPem, ...over } } },
    fetch
  );

beforeEach(async () => {
  local = await startSvarinn();
  local.mailbox.set('f-1', { id: 'f-1', content, files: [{ filnavn: 'brev.pdf', mimetype: 'application/pdf' }] });
});
afterEach(() => local.close());

describe('a mailbox in SvarInn', () => {
  it('lists what lies there, opens it with our key, and is emptied by our acknowledgement only', async () => {
    const svarinn = open();
    const [first] = await svarinn.list('4204');
    expect(first).toEqual({
      id: 'f-1',
      senderName: 'Avsender',
      senderOrganisationNo: '974761076',
      sentAt: new Date('2026-11-20T08:00:00Z'),
      files: [{ name: 'brev.pdf', mimeType: 'application/pdf' }]
    });
    expect((await svarinn.open('4204', 'f-1')).equals(content)).toBe(true);
    expect((await svarinn.list('4204')).length).toBe(1);
    await svarinn.acknowledge('4204', 'f-1');
    expect(await svarinn.list('4204')).toEqual([]);
  });

  it('is told what we cannot take, for now or for good', async () => {
    const svarinn = open();
    await svarinn.reject('4204', 'f-1', { isFinal: false });
    expect((await svarinn.list('4204')).length).toBe(1);
    await svarinn.reject('4204', 'f-1', { isFinal: true });
    expect(await svarinn.list('4204')).toEqual([]);
    expect(local.rejected.map(({ isFinal }) => isFinal)).toEqual([false, true]);
  });

  it.each([
    { name: 'an error', answer: { status: 503, json: {} }, kind: 'unknown', code: 'http-503' },
    { name: 'a cut line', answer: 'cut' as const, kind: 'unknown', code: 'UND_ERR_SOCKET' },
    { name: 'no JSON', answer: { status: 200, bytes: Buffer.from('<html>') }, kind: 'unknown', code: 'malformed' },
    { name: 'another form', answer: { status: 200, json: { id: 1 } }, kind: 'unknown', code: 'malformed' }
  ])('that answers with $name is a failure that says so', async ({ answer, kind, code }) => {
    local.instead = answer;
    await expect(open().list('4204')).rejects.toMatchObject({ kind, code });
  });

  it('refuses a wrong password, another key and a municipality without a mailbox', async () => {
    await expect(open({ password: 'feil' }).list('4204')).rejects.toMatchObject({ code: 'http-401' });
    await expect(open().list('4203')).rejects.toMatchObject({ kind: 'refused', code: 'not-set-up' });
    local.instead = { status: 200, bytes: Buffer.from('not encrypted') };
    await expect(open().open('4204', 'f-1')).rejects.toMatchObject({ kind: 'refused', code: 'undecipherable' });
  });
});
