import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPeople } from '#lib/server/demonstration.ts';
import { announce } from '#lib/server/announcement.ts';
import { openApp, type App } from '#lib/server/app.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { identityProvidersSchema } from '#lib/server/identity-provider.ts';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import { makeFiles } from '../../src/routes/release-files-thread.ts';
import { openLog } from '#lib/server/log.ts';
import { listRounds } from '#lib/server/round.ts';

let directory: string;
let app: App;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'app-'));
  const env = readEnvironment({ STORE_DIR: join(directory, 'store'), PORT: '3999' });
  app = await openApp(env, openLog('silent'), { writeSentence, makeFiles });
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

describe('the application', () => {
  it('opens bare with the demonstration in it', async () => {
    expect(app.origin).toBe('http://localhost:3999');
    expect(await app.db.transaction({ kind: 'public' }, listRounds)).toHaveLength(9);
  });

  it('announces its address and one link a role, fresh each time', async () => {
    const lines = (await announce(app)).split('\n');
    expect(lines[0]).toBe('Regionspeil er klar på http://localhost:3999');
    const links = lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(/\s+/).slice(0, 2));
    expect(links.map(([role]) => role)).toEqual([
      ...demonstrationPeople.map(({ role }) => role),
      'svarlenke',
      'statistikk'
    ]);
    expect(links[0]?.[1]).toMatch(/\/logg-inn\/[\w-]{43}$/);
    expect(links.at(-2)?.[1]).toMatch(/\/svar\/[\w-]{43}$/);
    expect((await announce(app)).split('\n')[3]).not.toBe(lines[3]);
  });

  it('says at the start, when it is run for real, that only respondents can sign in without identity providers', async () => {
    const forReal = { ...app, env: { ...app.env, isDemonstration: false } };
    const warning = /OIDC_PROVIDERS mangler\. Bare de som svarer for en kommune/;
    expect(await announce(forReal)).toMatch(warning);
    const [provider] = identityProvidersSchema.parse(
      '[{"id":"x","kind":"standard","name":"X","issuer":"https://x.example.no","clientId":"a","clientSecret":"b"}]'
    );
    expect(await announce({ ...forReal, providers: provider ? [provider] : [] })).not.toMatch(warning);
    expect(await announce(app)).not.toMatch(warning);
  });

  it('is refused a store that another process has open', async () => {
    const second = openApp(app.env, openLog('silent'), { writeSentence, makeFiles });
    await expect(second).rejects.toThrow(/another process is using the data directory/);
  });
});
