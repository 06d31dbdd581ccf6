import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { releaseTransitions } from '#lib/domain/release.ts';
import { figuresOf } from '#lib/domain/figure.ts';
import type { Actor } from '#lib/server/db.ts';
import { importReport } from '#lib/server/opening.ts';
import { readDraft, returnRelease, setEmbargo, withdrawRelease } from '#lib/server/release-step.ts';
import { findCheck, readLedger } from '#lib/server/release-gate.ts';
import { readSource } from '#lib/server/release-source.ts';
import { changeRelease, discardRelease, listReleases } from '#lib/server/release.ts';
import { findPublicRelease, listPublicReleases } from '#lib/server/public-release.ts';
import { at, choice, openReleaseDesk } from '../support/release-desk.ts';
import { audited, system } from '../support/people.ts';
import { answersOf } from '../support/region.ts';

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

const everybody: Actor = { kind: 'public' };
const address = (version: number | null) => ({ region: 'sor', round: '2024', version });
const read = (actor: Actor, version: number | null = 1) =>
  scene.db.transaction(actor, (tx) => findPublicRelease(tx, address(version)));
const draftOf = async (id: string) => {
  const release = await scene.find(id);
  const { desk, round } = scene;
  return scene.db.transaction(scene.ada, (tx) => readDraft({ tx, desk, round, release }));
};

describe('a release', () => {
  it('goes from draft to everybody, and everybody gets what was approved', async () => {
    const id = await scene.release();
    const release = await read(everybody);
    expect(release).toMatchObject({ id, version: 1, isWithdrawn: false, newest: 1 });
    const received = release?.content?.figures.find(({ key }) => key === 'cases_received|korus_region:sor|count');
    const source = await scene.db.transaction(system, (tx) => readSource(tx, scene.desk, scene.round));
    const sum = figuresOf(source.entries)
      .filter(({ indicator }) => indicator === 'cases_received')
      .reduce((total, { value }) => total + (value ?? 0), 0);
    expect(received).toMatchObject({ value: sum, status: 'shown', expected: 66, reported: 42 });
    expect(await scene.db.transaction(everybody, listPublicReleases)).toMatchObject([{ slug: '2024', version: 1 }]);
    const chain = await audited(scene.db, 'sor');
    expect(chain.filter((action) => action.startsWith('release_'))).toEqual(
      ['begun', 'checked', 'submitted', 'approved', 'published'].map((done) => `release_${done}`)
    );
  });

  it('says nothing before the gate has run, and goes no further', async () => {
    const id = await scene.begin();
    expect(await draftOf(id)).toMatchObject({ content: null, check: null });
    await expect(scene.submit(id)).rejects.toMatchObject({ code: 'release-not-ready' });
  });

  it('is checked anew when its plan is another', async () => {
    const id = await scene.begin();
    await scene.check(id);
    expect((await draftOf(id)).content).not.toBeNull();
    await scene.step(scene.ada, id, ({ tx, release, at }) =>
      changeRelease(tx, release, { ...choice, plan: 'counties' }, at)
    );
    expect((await draftOf(id)).content).toBeNull();
    await expect(scene.submit(id)).rejects.toMatchObject({ code: 'release-not-ready' });
  });

  it('is not approved by who made it', async () => {
    const id = await scene.begin();
    await scene.check(id);
    await scene.submit(id);
    await expect(scene.approve(id, scene.ada)).rejects.toMatchObject({ code: 'try-again' });
    await expect(
      scene.db.transaction(scene.ada, (tx) =>
        tx.query(`update release set state = 'approved', approver_id = $2 where id = $1`, [id, scene.odd.personId])
      )
    ).rejects.toMatchObject({ code: 'rule-broken' });
  });

  it('is not approved when an answer has come since', async () => {
    const id = await scene.begin();
    await scene.check(id);
    await scene.submit(id);
    const late = `update assignment set status = 'declined', declined_reason = 'Nei' where municipality_no = '4223'`;
    await scene.db.owner.query(
      `set session_replication_role = replica; ${late}; set session_replication_role = default`
    );
    await expect(scene.approve(id)).rejects.toMatchObject({ code: 'release-stale' });
    const back = late.replace(`'declined', declined_reason = 'Nei'`, `'expected', declined_reason = null`);
    await scene.db.owner.query(
      `set session_replication_role = replica; ${back}; set session_replication_role = default`
    );
    await scene.approve(id);
  });

  it('goes back to a draft with why, and is discarded as one only', async () => {
    const id = await scene.begin();
    await scene.check(id);
    await scene.submit(id);
    await expect(
      scene.step(scene.ada, id, ({ tx, release, at }) => discardRelease(tx, release, at))
    ).rejects.toMatchObject({ code: 'release-state' });
    await scene.step(scene.odd, id, (one) => returnRelease(one, 'Tittelen må si året.'));
    await scene.step(scene.ada, id, ({ tx, release, at }) => discardRelease(tx, release, at));
    expect(await scene.db.transaction(scene.ada, (tx) => listReleases(tx, 'sor-2024'))).toEqual([]);
  });

  it('is one at a time in a round', async () => {
    await scene.begin();
    await expect(scene.begin()).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('waits for its embargo, by the clock of the store', async () => {
    const id = await scene.begin();
    await scene.check(id);
    await scene.submit(id);
    await scene.approve(id);
    await scene.step(scene.ada, id, (one) => setEmbargo(one, new Date('2999-01-01')));
    await scene.publish(id);
    expect(await read(everybody)).toBeNull();
    expect(await read(scene.ada)).toMatchObject({ version: 1, isPublic: false });
    const early = `insert into release_reader
      select korus_region, round_id, version, 'grete@statsforvalter.example', $2::timestamptz, now() from release where id = $1`;
    const [grete] = (await scene.db.owner.query<{ id: string }>(`select id from person where email like 'grete@%'`))
      .rows;
    const reader = { kind: 'person', personId: grete?.id ?? '' } as const;
    expect(await read(reader)).toBeNull();
    await scene.db.owner.query(early, [id, new Date('2998-01-01')]);
    expect(await read(reader)).toMatchObject({ version: 1, isPublic: false });
    await scene.db.owner.query(`update release_reader set until = '2001-01-01'`);
    expect(await read(reader)).toBeNull();
  });

  it('that was approved is never changed, by nobody', async () => {
    const id = await scene.release();
    for (const change of [
      `title_nb = 'Annet'`,
      `content = '{}'`,
      `plan = 'counties'`,
      `state = 'draft'`,
      `embargo_until = now()`
    ]) {
      await expect(
        scene.db.transaction(scene.ada, (tx) => tx.query(`update release set ${change} where id = $1`, [id]))
      ).rejects.toMatchObject({ code: 'rule-broken' });
    }
    await scene.db.transaction(scene.ada, (tx) => tx.query('delete from release where id = $1', [id]));
    expect(await read(everybody)).not.toBeNull();
  });

  it('that is withdrawn says no more than that', async () => {
    const id = await scene.release();
    await scene.step(scene.ada, id, (one) => withdrawRelease(one, 'Feil i tallene fra en kommune.'));
    expect(await read(everybody)).toMatchObject({ isWithdrawn: true, content: null, newest: null });
    expect(await read(everybody, null)).toBeNull();
  });

  it('is nothing to others: no draft, no check, no ledger, no reader', async () => {
    await scene.release();
    const id = await scene.begin({ note: 'Retter tittelen.' });
    await scene.check(id);
    const outsiders: Actor[] = [everybody, { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' }];
    for (const actor of outsiders) {
      expect(await read(actor, 2)).toBeNull();
      const rows = await scene.db.transaction(actor, async (tx) => [
        ...(await tx.query('select version from release_check')),
        ...(await tx.query('select version from release_ledger')),
        ...(await tx.query('select version from release_reader')),
        ...(await tx.query('select version from release_event'))
      ]);
      expect(rows).toEqual([]);
    }
    expect(await scene.db.transaction(scene.ada, (tx) => tx.query('select version from release_ledger'))).toEqual([]);
  });
});

describe('the store', () => {
  const states = ['draft', 'review', 'approved', 'published', 'withdrawn'] as const;
  const hasApprover = (state: string) => !['draft', 'review'].includes(state);

  it.each(states)('lets a release go from %s where the table of states says so, and nowhere else', async (from) => {
    const approver = (state: string) => (hasApprover(state) ? `'${scene.odd.personId}'` : 'null');
    const turns = releaseTransitions.filter((turn) => turn.from === from && turn.who === 'adviser');
    for (const to of states) {
      await scene.db.owner.query('truncate release cascade');
      await scene.db.owner.query(
        `insert into release (korus_region, round_id, version, id, state, plan, title_nb, title_nn, author_id, approver_id,
          created_at, published_at, content)
        values ('sor', 'sor-2024', 1, gen_random_uuid(), '${from}', 'region', 'a', 'a', '${scene.ada.personId}',
          ${approver(from)}, now(), now(), '{}')`
      );
      const moved = scene.db.owner.query(
        `select set_config('app.actor_kind', 'person', true), set_config('app.person_id', '${scene.odd.personId}', true);
        update release set state = '${to}', approver_id = ${approver(to)}`
      );
      const isRefused = await moved.then(
        () => false,
        () => true
      );
      expect(isRefused, `${from} to ${to}`).toBe(!turns.some((turn) => turn.to === to));
    }
  });
});

describe('the next version of a release', () => {
  it('stands in for the one before, which says so', async () => {
    await scene.release();
    await scene.release({ note: 'Retter tittelen.', plan: 'county_totals' });
    expect(await read(everybody, 1)).toMatchObject({ version: 1, newest: 2 });
    expect(await read(everybody, null)).toMatchObject({ version: 2, newest: 2 });
    const ledger = await scene.db.transaction(system, (tx) => readLedger(tx, 'sor-2024'));
    expect(ledger.map(({ id }) => id)).toEqual(['sor-2024.1', 'sor-2024.2']);
  });

  it('needs a note of what is put right', async () => {
    await scene.release();
    const id = await scene.begin();
    await scene.check(id);
    await expect(scene.submit(id)).rejects.toMatchObject({ code: 'release-not-ready' });
  });

  it('keeps what would tell a late answer hidden', async () => {
    await scene.release();
    const late = {
      roundId: 'sor-2024',
      municipalityNo: '4223',
      answers: answersOf([3, 2, 1], 'yes'),
      source: 'sent svar'
    };
    await scene.db.transaction(system, (tx) => importReport(tx, late, at));
    const id = await scene.begin({ note: 'Ett svar til.' });
    await scene.check(id);
    const draft = await scene.find(id);
    const check = await scene.db.transaction(scene.ada, (tx) => findCheck(tx, draft));
    expect(check?.finding).toMatchObject({
      outcome: 'protected',
      reasons: { 'cases_received|korus_region:sor|count': 'protects_others' }
    });
  });
});
