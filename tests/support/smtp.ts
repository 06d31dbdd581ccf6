import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a mailbox of the server does with mail, told by its name; the moody ones only the first time. */
export type Mood = 'ok' | 'gone' | 'spam' | 'busy' | 'slow' | 'drops-during' | 'drops-after';
export type Received = { recipient: string; messageId: string; text: string };
export type TestMailServer = { url: string; received: Received[]; close: () => Promise<void> };

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A real SMTP server, whose mailboxes accept, bounce, delay, and drop the connection. */
export async function startMailServer(): Promise<TestMailServer> {
  const received: Received[] = [];
  const seen = new Set<string>();
  const isFirst = (recipient: string) => !seen.has(recipient) && seen.add(recipient).has(recipient);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, session, done) {
      const mood = moodOf(address);
      if (mood === 'gone') return done(refusal(550, '5.1.1 <' + address + '> no such user'));
      if (mood === 'busy' && isFirst(address)) return done(refusal(451, '4.7.1 come back'));
      if (mood === 'slow' && isFirst(address)) return void setTimeout(() => done(), 200);
      return done();
    },
    onData(stream, session, done) {
      const recipient = session.envelope.rcptTo[0]?.address ?? '';
      const mood = moodOf(recipient);
      let text = '';
      if (mood === 'drops-during' && isFirst(recipient)) return drop(server, session);
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        if (mood === 'spam') return done(refusal(554, '5.7.1 looks like spam'));
        received.push({ recipient, text, messageId: /^Message-ID: (\S+)/m.exec(text)?.[1] ?? '' });
        if (mood === 'drops-after' && isFirst(recipient)) return drop(server, session);
        return done();
      });
    }
  });
  server.on('error', () => undefined); // the connections that are dropped
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  };
}

function moodOf(address: string): Mood {
  return (/^([a-z-]+?)\d*@/.exec(address)?.[1] ?? 'ok') as Mood;
}

/** The server's own way to end a connection says goodbye; a network that is gone does not. */
function drop(server: SMTPServer, { id }: SMTPServerSession): void {
  const { connections } = server as unknown as { connections: Set<{ session: { id: string }; _socket: Socket }> }; // not in its types
  for (const connection of connections) if (connection.session.id === id) connection._socket.destroy();
}
