import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { bindIdentity } from '#lib/server/identity.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { tokenHash } from '#lib/server/token.ts';
import { startIdentityProvider, type TestIdentityProvider } from './identity-provider.ts';
import { copySeededStore, removeStore, secretFile } from './seeded-store.ts';
import { findFreePort, startServer, type Server } from './server.ts';

/** A server as it is run for real, with mail, two identity providers and one that is down. */
export type Production = {
  server: Server;
  secret: string;
  ansattporten: TestIdentityProvider;
  municipality: TestIdentityProvider;
  /** A usable invitation of somebody who has no account yet. */
  invitation: string;
  mails: string[];
  stop: () => Promise<void>;
};

const system = { kind: 'system', task: 'test' } as const;
const invitation = 'an invitation that somebody got by mail';

/** Ragnhild signs in as an adviser of Sør; who has the address of Midt's adviser is invited. */
export async function startProduction(): Promise<Production> {
  const [ansattporten, municipality] = await Promise.all([startIdentityProvider(), startIdentityProvider()]);
  const directory = copySeededStore();
  await prepare(directory, municipality.issuer);
  const { smtp, port: smtpPort, mails } = await startMail();
  const port = await findFreePort();
  const secret = readFileSync(secretFile(directory), 'utf8');
  const plain = { kind: 'standard', representation: undefined };
  const providers = [
    ansattporten.settings(),
    municipality.settings({ ...plain, id: 'kommunen', name: { nb: 'kommunens konto', nn: 'kontoen til kommunen' } }),
    municipality.settings({
      ...plain,
      id: 'nede',
      name: 'Tjenesten som er nede',
      issuer: `http://127.0.0.1:${await findFreePort()}`
    })
  ];
  const server = await startServer({
    ...{ directory, port },
    env: {
      ...{ ORIGIN: `http://localhost:${port}`, HOST: '127.0.0.1', SECRET: secret, LOG_LEVEL: 'info' },
      ...{ SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, OIDC_PROVIDERS: JSON.stringify(providers) }
    }
  });
  const stop = async () => {
    await server.stop();
    await Promise.all([
      ansattporten.close(),
      municipality.close(),
      new Promise<void>((done) => smtp.close(() => done()))
    ]);
    removeStore(directory);
  };
  return { server, secret, ansattporten, municipality, invitation, mails, stop };
}

async function prepare(directory: string, issuer: string): Promise<void> {
  const store = await openPglite(directory);
  const at = new Date();
  const [adviser, invited] = await store.transaction(system, async (tx) => {
    const found = await Promise.all([
      findPersonByEmail(tx, 'sor@korus.example'),
      findPersonByEmail(tx, 'midt@korus.example')
    ]);
    return found.map((person) => person?.id ?? '');
  });
  await store.transaction(system, (tx) =>
    bindIdentity(tx, { issuer, subject: 'ragnhild', personId: adviser ?? '' }, at)
  );
  await store.owner.query(
    `insert into invitation (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
    [tokenHash(invitation), invited, at, new Date(at.getTime() + 3_600_000)]
  );
  await store.close();
}

async function startMail() {
  const mails: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void text(stream).then((mail) => (mails.push(mail), done()), done)
  });
  await once(smtp.listen(0, '127.0.0.1'), 'listening');
  const address = smtp.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port: ' + address);
  return { smtp, port: address.port, mails };
}
