import type { BrowserContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Role } from '#lib/domain/role.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { newToken, tokenHash } from '#lib/server/token.ts';
import { copySeededStore, personIdOf } from './seeded-store.ts';
import { expect, startServer, type Server } from './server.ts';

const preload = fileURLToPath(new URL('moved-clock.js', import.meta.url));
const dayMs = 86_400_000;
const workers = ['case_officer', 'unit_leader', 'archivist'] as const satisfies readonly Role[];
type Worker = (typeof workers)[number];

/** A server whose clock can be moved, and who is asking; a session is for one time, since it would end by the next. */
export type CaseServer = {
  server: Server;
  directory: string;
  become: (context: BrowserContext, role: Worker) => Promise<void>;
  /** Moves the server's clock, and its database's with it, to so many days after today: one of those that were named. */
  moveTo: (days: number) => Promise<void>;
};

/** Starts a demonstration on a store of its own, with sessions for the days that it will be moved to. */
export async function startCaseServer(days: readonly number[]): Promise<CaseServer> {
  const directory = copySeededStore();
  const sessions = await addSessions(directory, [0, ...days]);
  const file = `${directory}.clock`;
  writeFileSync(file, '0');
  const server = await startServer({
    directory,
    env: { MOVED_CLOCK: file, NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` }
  });
  let today = 0;
  return {
    ...{ server, directory },
    become: (context, role) =>
      context.addCookies([{ name: 'session', value: sessions.get(`${role} ${today}`) ?? '', url: server.origin }]),
    moveTo: async (day) => {
      today = day;
      writeFileSync(file, String(day * dayMs));
      process.kill(server.pid, 'SIGUSR2');
      await expect.poll(server.output).toContain(`clock ${day * dayMs}\n`);
    }
  };
}

async function addSessions(directory: string, days: readonly number[]): Promise<Map<string, string>> {
  const store = await openPglite(directory);
  const sessions = new Map<string, string>();
  for (const day of days) {
    for (const role of workers) {
      const token = newToken();
      const at = new Date(Date.now() + day * dayMs);
      await store.owner.query(
        `insert into session (token_hash, id, person_id, method, created_at, seen_at, expires_at)
        values ($1, $2, $3, 'demonstration', $4, $4, $5)`,
        [
          ...[tokenHash(token), randomUUID(), personIdOf(demonstrationPerson(role).email)],
          ...[at, new Date(at.getTime() + 7_200_000)]
        ]
      );
      sessions.set(`${role} ${day}`, token);
    }
  }
  await store.close();
  return sessions;
}
