import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { findCase, type StoredCase } from '#lib/server/case/file.ts';
import { addKey } from '#lib/server/case/data-key.ts';
import { readPerson } from '#lib/server/case/person.ts';
import { actions, load } from '../../src/routes/saker/[municipality]/[case]/person/+page.server.ts';
import { asked, masters, openCaseDesk, type CaseDesk } from '../support/case-desk.ts';

let desk: CaseDesk;
let minor: StoredCase;

beforeAll(async () => {
  desk = await openCaseDesk();
  const found = desk.cases.find(({ ageBand, attendance }) => ageBand === '15_17' && attendance === 'not_summoned');
  if (!found) throw new Error('nobody under 18');
  minor = found;
}, 60_000);
afterAll(() => desk.db.close());

const page = async (role: Role = 'case_officer', file = minor) => {
  const data = await load(asked(desk, role, { file }) as never);
  if (!data?.kept) throw new Error('not open');
  return data as typeof data & { kept: NonNullable<typeof data.kept> };
};
const typedOf = ({ kept }: Awaited<ReturnType<typeof page>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(kept.person).map(([field, value]) => [field, value ?? ''])),
  seenAt: kept.seenAt
});
type Answer = { status?: number; data?: Record<string, unknown>; done?: string };
const send = async (typed: Record<string, string>, role: Role = 'case_officer', file = minor) =>
  (await actions['default']?.(asked(desk, role, { file, typed }) as never)) as Answer;
const kept = (file = minor) =>
  desk.db.transaction(desk.actorOf('case_officer'), (tx) => readPerson({ tx, masters, at: desk.at }, file, 'page'));
const fileNow = () => desk.db.transaction(desk.actorOf('case_officer'), (tx) => findCase(tx, minor));

describe('whom a case is about', () => {
  it('is changed by a case officer; the audit names the fields, and nothing of what they hold', async () => {
    const typed = { ...typedOf(await page()), address: 'Nyveien 9', mobile: '90 00 00 01', interpreter: 'somali' };
    expect(await send({ ...typed, guardianAddress: 'Nyveien 9' })).toMatchObject({ done: 'changed' });
    expect(await kept()).toMatchObject({ address: 'Nyveien 9', mobile: '90 00 00 01', guardianAddress: 'Nyveien 9' });
    const { rows } = await desk.db.owner.query<{ told: string; detail: object }>(
      `select audit::text as told, detail from audit where action = 'case_person_changed' and subject = $1`,
      [`case/${minor.id}`]
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { key: 1, fields: ['address', 'mobile', 'interpreter', 'guardianAddress'] }
    ]);
    expect(rows[0]?.told).not.toMatch(/Nyveien|90 00|somali/);
  });

  it('keeps the reference of the prosecution, whatever is sent', async () => {
    const before = await kept();
    const typed = { ...typedOf(await page()), reference: 'FALSK 1', name: 'Oppdiktet Navn' };
    expect(await send(typed)).toMatchObject({ done: 'changed' });
    expect(await kept()).toMatchObject({ reference: before?.reference, name: 'Oppdiktet Navn' });
  });

  it('is left alone, with what was typed, when a field cannot be used', async () => {
    const before = await kept();
    const typed = { ...typedOf(await page()), mobile: 'ring meg', name: '' };
    const answer = await send(typed);
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      ...{ typed: { mobile: 'ring meg', name: '' } },
      problems: [
        { field: 'name', value: '' },
        { field: 'mobile', value: 'ring meg' }
      ]
    });
    expect(await kept()).toEqual(before);
  });

  it('is not overwritten unseen: what others wrote meanwhile stands beside what was typed, and can then be replaced', async () => {
    const [mine, theirs] = [typedOf(await page()), typedOf(await page())];
    expect(await send({ ...theirs, address: 'Den andres vei 2' })).toMatchObject({ done: 'changed' });
    const answer = await send({ ...mine, name: 'Mitt Navn' });
    expect(answer.status).toBe(409);
    const conflict = answer.data?.['conflict'] as { now: [string, string][]; seenAt: string; by: string };
    expect(conflict.now).toEqual([
      ['name', 'Oppdiktet Navn'],
      ['address', 'Den andres vei 2']
    ]);
    expect(conflict.by).toMatch(/\p{L}/u);
    expect(answer.data).toMatchObject({ typed: { name: 'Mitt Navn', address: 'Nyveien 9' } });
    const again = { ...mine, name: 'Mitt Navn', address: 'Den andres vei 2', seenAt: conflict.seenAt };
    expect(await send(again)).toMatchObject({ done: 'changed' });
    expect(await kept()).toMatchObject({ name: 'Mitt Navn', address: 'Den andres vei 2' });
  });

  it('moves the age band with the day of birth, and is refused below 15', async () => {
    expect(await page()).toMatchObject({ isMinor: true });
    const typed = typedOf(await page());
    expect(await send({ ...typed, born: '2.3.2015' })).toMatchObject({ status: 400, data: { isTooYoung: true } });
    expect(await fileNow()).toMatchObject({ ageBand: '15_17' });
    expect(await send({ ...typed, born: '2.3.2000' })).toMatchObject({ done: 'changed' });
    expect(await fileNow()).toMatchObject({ ageBand: '18_24' });
    expect(await page()).toMatchObject({ isMinor: false });
  });

  it.each(['unit_leader', 'sampler', 'archivist', 'adviser', 'administrator'] as const)(
    'is neither shown to be changed nor changed by %s',
    async (role) => {
      const typed = typedOf(await page());
      await expect(async () => load(asked(desk, role, { file: minor }) as never)).rejects.toMatchObject({
        status: 404
      });
      await expect(send({ ...typed, name: 'En Annen' }, role)).rejects.toMatchObject({ status: 404 });
      expect(await kept()).not.toMatchObject({ name: 'En Annen' });
    }
  );

  it('stands when the case is closed, for the store as well; only its key may change', async () => {
    const closed = desk.cases.find(({ state }) => state === 'closed');
    if (!closed) throw new Error('no closed case');
    expect(await load(asked(desk, 'case_officer', { file: closed }) as never)).toMatchObject({ kept: null });
    const typed = { ...typedOf(await page()), seenAt: '' };
    await expect(send(typed, 'case_officer', closed)).rejects.toMatchObject({ status: 409 });
    const write = `update case_person set changed_at = now() where case_id = $1 returning case_id`;
    const written = (actor: Parameters<typeof desk.db.transaction>[0]) =>
      desk.db.transaction(actor, (tx) => tx.query(write, [closed.id]));
    expect(await written(desk.actorOf('case_officer'))).toEqual([]);
    expect(await written({ kind: 'system', task: 'case_key' })).toHaveLength(1);
  });

  it('is encrypted with the newest key when it is changed', async () => {
    await desk.db.transaction({ kind: 'system', task: 'case_key' }, (tx) =>
      addKey({ tx, masters, at: desk.at }, minor.municipalityNo)
    );
    expect(await send({ ...typedOf(await page()), language: 'nn' })).toMatchObject({ done: 'changed' });
    const { rows } = await desk.db.owner.query(`select key_edition from case_person where case_id = $1`, [minor.id]);
    expect(rows).toEqual([{ key_edition: 2 }]);
  });
});
