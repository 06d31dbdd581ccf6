import { demonstrationPeople } from '#lib/server/demonstration.ts';
import { newStoreDirectory, removeStore } from '../support/seeded-store.ts';
import { expect, failToStart, findFreePort, startServer, test } from '../support/server.ts';

const production = {
  ORIGIN: 'https://regionspeil.example',
  SECRET: 'a secret of at least thirty-two characters',
  SMTP_URL: 'smtp://mail.example'
};
const wrong: [variable: string, env: Record<string, string>][] = [
  ['PORT', { PORT: 'abc' }],
  ['PORT', { PORT: '70000' }],
  ['ORIGIN', { ORIGIN: 'regionspeil.example' }],
  ['SECRET', { ORIGIN: production.ORIGIN }],
  ['SECRET', { ...production, SECRET: 'short' }],
  ['SMTP_URL', { ...production, SMTP_URL: '' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/regionspeil' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }]
];

test('a wrong environment stops the start with one line that names the variable', async () => {
  for (const [variable, env] of wrong) {
    const directory = newStoreDirectory();
    const { code, output } = await failToStart({ STORE_DIR: directory, PORT: String(await findFreePort()), ...env });
    expect(output.trim().split('\n'), output).toHaveLength(1);
    expect(output).toContain(variable);
    expect(code, output).toBe(1);
    removeStore(directory);
  }
});

test('a second process on the same store is refused with a line that names it', async ({ server }) => {
  const { code, output } = await failToStart({ STORE_DIR: server.directory, PORT: String(await findFreePort()) });
  expect(output.trim().split('\n'), output).toHaveLength(1);
  expect(output).toContain(server.directory);
  expect(code).toBe(1);
  expect((await fetch(`${server.origin}/helse`)).status).toBe(200);
});

test('a taken port is told in one line', async ({ server }) => {
  const directory = newStoreDirectory();
  const { code, output } = await failToStart({ STORE_DIR: directory, PORT: String(server.port) });
  expect(output.trim().split('\n'), output).toHaveLength(1);
  expect(output).toContain(String(server.port));
  expect(code).toBe(1);
  removeStore(directory);
});

test('an empty store becomes the demonstration, with one link a person, and the server stops when asked', async () => {
  const server = await startServer();
  const lines = server.output().split('\n');
  const people = demonstrationPeople.map(({ role, name }) => ({ role, about: `(${name},` }));
  const links = [{ role: 'svarlenke', about: '' }, { role: 'statistikk', about: '' }, ...people].map((wanted) => {
    const { role, about } = wanted;
    const printed = lines.filter((line) => line.trim().startsWith(`${role} `) && line.includes(about));
    expect(printed, server.output()).toHaveLength(1);
    return /https?:\S+/.exec(printed[0] ?? '')?.[0] ?? '';
  });
  for (const link of links) {
    expect(link.startsWith(server.origin)).toBe(true);
    expect((await fetch(link)).status).toBe(200);
  }
  const health = await fetch(`${server.origin}/helse`);
  expect(health.status).toBe(200);
  expect(await server.stop()).toBe(0);

  const again = await startServer({ directory: server.directory });
  expect(again.output()).toContain(again.origin);
  expect((await fetch(`${again.origin}/statistikk/sor/2024`)).status).toBe(200);
  expect(await again.stop()).toBe(0);
  removeStore(server.directory);
});
