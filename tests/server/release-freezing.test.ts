import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '#lib/server/problem.ts';
import type { MadeFile } from '#lib/server/release-part.ts';
import { ReleaseFreezer, type MakeFiles } from '#lib/server/release-freezing.ts';
import { returnRelease } from '#lib/server/release-step.ts';
import { changeRelease } from '#lib/server/release.ts';
import { at, choice, openReleaseDesk } from '../support/release-desk.ts';

type Scene = Awaited<ReturnType<typeof openReleaseDesk>>;
let scene: Scene;
beforeAll(async () => {
  scene = await openReleaseDesk();
});
beforeEach(async () => {
  await scene.db.owner.query('truncate release cascade');
});
afterAll(async () => {
  await scene.gate.close();
  await scene.db.close();
});

const file: MadeFile = { name: 'a.json', mediaType: 'application/json', bytes: Buffer.from('{}') };

/** Files that are made when the test says so. */
function makingByHand() {
  let resolve: (files: readonly MadeFile[]) => void = () => undefined;
  let reject: (why: Problem) => void = () => undefined;
  const result = new Promise<readonly MadeFile[]>((done, failed) => ([resolve, reject] = [done, failed]));
  const stop = () => {
    reject(new Problem(409, 'release-files-stopped', 'stopped'));
    return Promise.resolve();
  };
  const makeFiles: MakeFiles = (_, { tell }) => {
    tell({ made: 3, all: 22 });
    return { result, stop };
  };
  return { makeFiles, made: { resolve, reject } };
}

async function inReview() {
  const id = await scene.begin();
  await scene.check(id);
  await scene.submit(id);
  return scene.find(id);
}

async function approving() {
  const release = await inReview();
  const { makeFiles, made } = makingByHand();
  const freezer = new ReleaseFreezer();
  const desk = { ...scene.app, origin: 'https://a.example', makeFiles };
  const ended = freezer.start(desk, scene.odd, { round: scene.round, release, at });
  const filesOf = async () => (await scene.db.owner.query('select name from release_file')).rows;
  return { release, freezer, made, ended, filesOf };
}

describe('an approval', () => {
  it('tells how far the files have come, and freezes all at once when they are made', async () => {
    const { release, freezer, made, ended, filesOf } = await approving();
    expect(freezer.progress(release.id)).toEqual({ made: 3, all: 22 });
    expect([(await scene.find(release.id)).state, await filesOf()]).toEqual(['review', []]);
    made.resolve([file]);
    await ended;
    expect(freezer.progress(release.id)).toBeNull();
    expect([(await scene.find(release.id)).state, await filesOf()]).toEqual(['approved', [{ name: 'a.json' }]]);
  });

  it('leaves the release in review when the files cannot be made, and tells why', async () => {
    const { release, freezer, made, ended, filesOf } = await approving();
    made.reject(new Problem(500, 'release-files-broke', 'broke'));
    await expect(ended).rejects.toMatchObject({ code: 'release-files-broke' });
    expect(freezer.failure(release.id)).toBe('release-files-broke');
    expect([(await scene.find(release.id)).state, await filesOf()]).toEqual(['review', []]);
  });

  it('is not of what was returned, changed and sent in again meanwhile', async () => {
    const { release, freezer, made, ended, filesOf } = await approving();
    await scene.step(scene.odd, release.id, (step) => returnRelease(step, 'Feil tittel.'));
    await scene.step(scene.ada, release.id, ({ tx, release, at }) =>
      changeRelease(tx, release, { ...choice, title: { nb: 'En annen', nn: 'Ei anna' } }, at)
    );
    await scene.submit(release.id);
    made.resolve([file]);
    await expect(ended).rejects.toMatchObject({ code: 'release-state' });
    expect(freezer.failure(release.id)).toBe('release-state');
    expect([(await scene.find(release.id)).state, await filesOf()]).toEqual(['review', []]);
  });

  it('stops when the server closes, and none begins after', async () => {
    const { release, freezer, ended, filesOf } = await approving();
    const failed = expect(ended).rejects.toMatchObject({ code: 'release-files-stopped' });
    await freezer.close();
    await failed;
    expect([(await scene.find(release.id)).state, await filesOf()]).toEqual(['review', []]);
    const desk = { ...scene.app, origin: 'https://a.example', makeFiles: makingByHand().makeFiles };
    await expect(freezer.start(desk, scene.odd, { round: scene.round, release, at })).rejects.toMatchObject({
      code: 'try-again'
    });
  });
});
