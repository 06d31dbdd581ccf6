import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { addDocuments } from '#lib/server/case/document.ts';
import { addNotice } from '#lib/server/case/notice.ts';
import { queueDispatch } from '#lib/server/dispatch/outbox.ts';
import { load as home } from '../../src/routes/saker/+page.server.ts';
import { actions } from '../../src/routes/saker/[municipality]/[case]/+page.server.ts';
import { GET } from '../../src/routes/saker/[municipality]/[case]/arkiv/pakke.zip/+server.ts';
import { load as gone } from '../../src/routes/saker/slettet/+page.server.ts';
import { asked, masters, openCaseDesk, type CaseDesk } from '../support/case-desk.ts';
import { letter } from '../support/dispatch-scene.ts';

let desk: CaseDesk;
let file: StoredCase;
let countsBefore: number;

beforeAll(async () => {
  desk = await openCaseDesk();
  const found = desk.cases.find(({ state }) => state === 'closed');
  if (!found || !desk.app.posting) throw new Error('no closed case');
  file = found;
  const { vault } = desk.app.posting;
  countsBefore = await countOfCounts();
  const { municipalityNo, id: caseId } = file;
  await desk.db.owner.query(`update case_file set archived_at = null, archive_reference = null where id = $1`, [
    caseId
  ]);
  await desk.db.transaction({ kind: 'system', task: 'case_dispatch' }, async (tx) => {
    const message = { municipalityNo, caseId, kind: 'summons', message: letter } as const;
    await queueDispatch(tx, vault, message, { at: desk.at, by: null });
    const files = [{ ending: 'pdf', content: Buffer.from('%PDF-1.4 %%EOF') }];
    const place = { ...file, of: 'case' as const };
    await addDocuments({ tx, masters, at: desk.at }, place, { kind: 'referral', files, by: null });
    await addNotice(tx, file, { kind: 'attended', dueOn: '2024-01-02' }, desk.at);
  });
  await desk.db.owner.query(`update case_notice set sent_on = '2024-01-02', channel = 'post' where case_id = $1`, [
    caseId
  ]);
}, 60_000);
afterAll(() => desk.db.close());

const countOfCounts = async () => (await desk.db.owner.query(`select 1 from case_count`)).rows.length;
type Answer = { status?: number; done?: string; data?: { failed: { reason: string } } };
const step = async (role: Role, typed: Record<string, string>) =>
  (await actions['steg']?.(asked(desk, role, { file, typed }) as never)) as Answer;
const nextAtHome = async (role: Role) => {
  const data = await home(asked(desk, role, {}) as never);
  return data?.cases.find(({ id }: { id: string }) => id === file.id)?.step ?? null;
};

it('works through the list: archive, proposal, confirmation by another, and is gone', async () => {
  expect(await nextAtHome('archivist')).toBe('archive');
  expect(await step('archivist', { event: 'purge' })).toMatchObject({ data: { failed: { reason: 'is_archived' } } });
  expect((await GET(asked(desk, 'archivist', { file }) as never)).status).toBe(200);
  const receipt = { event: 'archived', archiveWay: 'exported', archiveReference: 'ARK-2024/7' };
  for (const archiveDay of ['1.1.2020', '7.3.2024']) {
    const answer = await step('archivist', { ...receipt, archiveDay });
    expect(answer).toMatchObject({ status: 400, data: { failed: { reason: 'archive_proof' } } });
  }
  expect(await step('archivist', { ...receipt, archiveDay: '5.3.2024' })).toMatchObject({ done: 'moved' });
  expect(await nextAtHome('archivist')).toBe('purge');
  expect(await step('unit_leader', { event: 'purge' })).toMatchObject({ data: { failed: { reason: 'not_proposed' } } });
  expect(await step('archivist', { event: 'purge' })).toMatchObject({ done: 'proposed' });
  expect(await nextAtHome('unit_leader')).toBe('confirm');
  await expect(step('unit_leader', { event: 'purge' })).rejects.toThrow('try-again');
  const { rows } = await desk.db.owner.query<{ revision: number }>(`select revision from case_file where id = $1`, [
    file.id
  ]);
  const confirmed = { event: 'purge', revision: String(rows[0]?.revision) };
  await expect(step('unit_leader', confirmed)).rejects.toMatchObject({ status: 303, location: '/saker' });
  expect(await nextAtHome('unit_leader')).toBeNull();
});

it('leaves nothing in any table but the audit and the tombstone, which have no person', async () => {
  const { rows: tables } = await desk.db.owner.query<{ name: string }>(
    `select table_name as name
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await desk.db.owner.query(`select 1 from ${name} where ${name}::text like $1 limit 1`, [
      `%${file.id}%`
    ]);
    if (rows.length > 0) holding.push(name);
  }
  expect(holding.sort()).toEqual(['audit', 'case_tombstone']);
  for (const table of ['case_person', 'case_event', 'case_condition', 'case_notice', 'case_document', 'case_export']) {
    expect((await desk.db.owner.query(`select 1 from ${table} where case_id = $1`, [file.id])).rows, table).toEqual([]);
  }
  expect((await desk.db.owner.query(`select 1 from dispatch`)).rows).toEqual([]);
  expect((await desk.db.owner.query(`select 1 from dispatch_event`)).rows).toEqual([]);
  expect(await countOfCounts()).toBe(countsBefore + 1);
  const { rows } = await desk.db.owner.query<{ told: string }>(
    `select string_agg(audit::text, ' ') as told from audit where subject = $1`,
    [`case/${file.id}`]
  );
  expect(rows[0]?.told).not.toMatch(/Oppdiktet Person|Oppdiktveien|DEMO 10/);
});

it.each(['archivist', 'unit_leader'] as const)('is shown to the %s as what, when and by whom', async (role) => {
  const data = await gone(asked(desk, role, {}) as never);
  const [removal] = data?.removals ?? [];
  expect(removal).toEqual({
    ...{ caseId: file.id, municipalityNo: '4204', municipality: 'Kristiansand', closingCode: 'fulfilled' },
    ...{ ageBand: '18_24', backupsUntil: '2024-06-04', removedAt: expect.any(Date) as unknown },
    removed: { events: 7, documents: 1, messages: 1, notices: 1 },
    proposedBy: expect.stringMatching(/\p{L}/u) as unknown,
    confirmedBy: expect.stringMatching(/\p{L}/u) as unknown
  });
  expect(removal?.proposedBy).not.toBe(removal?.confirmedBy);
});

it.each(['case_officer', 'sampler', 'adviser', 'administrator'] as const)('is not shown to the %s', async (role) => {
  await expect(async () => gone(asked(desk, role, {}) as never)).rejects.toMatchObject({ status: 404 });
});
