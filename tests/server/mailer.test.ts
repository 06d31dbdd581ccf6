import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { smtpSender } from '#lib/server/mailer.ts';

let server: SMTPServer;
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function listen(received: string[]): Promise<string> {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone@') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const mail = {
  id: '6d0c2f0e-3c0c-4d5a-9a43-5c1e1f5f0f11',
  recipient: 'kari@example.no',
  subject: 'Lenke til Regionspeil',
  body: 'Hei\n\nhttps://example.no/logg-inn/abc\n'
};

it('a mail reaches a real mail server with sender, recipient, subject and text', async () => {
  const received: string[] = [];
  const send = smtpSender(await listen(received), 'regionspeil@example.no');
  await send(mail);
  expect(received[0]).toMatch(/^From: regionspeil@example\.no/m);
  expect(received[0]).toMatch(/^To: kari@example\.no/m);
  expect(received[0]).toMatch(/^Subject: Lenke til Regionspeil/m);
  expect(received[0]).toMatch(/^Message-ID: <6d0c2f0e-3c0c-4d5a-9a43-5c1e1f5f0f11@example\.no>/m);
  expect(received[0]).toContain('https://example.no/logg-inn/abc');
});

it('a refused recipient is an error with a code', async () => {
  const send = smtpSender(await listen([]), 'regionspeil@example.no');
  await expect(send({ ...mail, recipient: 'gone@example.no' })).rejects.toMatchObject({ code: 'EENVELOPE' });
});

it('text that looks like a file or an address to fetch is sent as text', async () => {
  const received: string[] = [];
  const send = smtpSender(await listen(received), 'regionspeil@example.no');
  await send({ ...mail, body: 'path: /etc/passwd' });
  expect(received[0]).toContain('path: /etc/passwd');
});
