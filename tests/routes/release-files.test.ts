import { describe, expect, it } from 'vitest';
import { filesToFreeze } from '../../src/routes/release-files.ts';
import { questionnaire, releaseContent } from '../support/release-content.ts';

const app = { origin: 'https://regionspeil.example', questionnaires: [questionnaire] };
const at = new Date('2024-11-01T09:00:00Z');

describe('the files that are frozen with a release', () => {
  it('are there in both languages, with names that can stand in an address, and say where the release stays', async () => {
    const files = await filesToFreeze(app, releaseContent(), at);
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,99}$/);
    expect(names.filter((name) => name.includes('-nn')).length).toBe(names.length / 2);
    const page = files.find(({ name }) => name === 'sor-2024-v1-nn.html');
    expect(Buffer.from(page?.bytes ?? '').toString()).toContain('https://regionspeil.example/utgivelser/sor/2024/1');
  }, 60_000);

  it('are not made when nobody knows the questionnaire any more', async () => {
    const content = releaseContent({ madeBy: { questionnaire: 'rer-core-v9', method: 'disclosure-1', code: '1' } });
    await expect(filesToFreeze(app, content, at)).rejects.toThrow('unknown questionnaire: rer-core-v9');
  });
});
