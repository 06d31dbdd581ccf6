import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { addReferral, type Referral } from '#lib/server/case/referral.ts';
import { listCases } from '#lib/server/case/file.ts';
import { listUnits } from '#lib/server/case/unit.ts';
import { actions, load } from '../../src/routes/saker/enhet/[unit]/kommuner/+page.server.ts';
import { asked, masters, openCaseDesk, type CaseDesk } from '../support/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
}, 60_000);
afterAll(() => desk.db.close());

const params = { unit: '4204' };
type Answer = { status?: number; done?: boolean; data?: Record<string, unknown> };
const send = async (name: 'inn' | 'ut', typed: Record<string, string>, role: Role = 'unit_leader') =>
  (await actions[name]?.(asked(desk, role, { typed, params }) as never)) as Answer;
const page = async (role: Role = 'case_officer') => {
  const data = await load(asked(desk, role, { params }) as never);
  if (!data) throw new Error('no page');
  return data;
};
const servedOn = async (day: string) => {
  const [unit] = await desk.db.transaction(desk.actorOf('case_officer'), (tx) => listUnits(tx, day));
  return unit?.municipalities;
};
const refer = (reference: string, at: Date) => {
  const officer = desk.actorOf('case_officer');
  const referral: Referral = {
    ...{ unitNo: '4204', municipalityNo: '4215', receivedOn: '2024-03-05', decidedOn: '2024-02-01' },
    ...{ probationUntil: null, channel: 'letter', legalGround: 'conditional_waiver', policeDistrict: 'agder' },
    person: {
      ...{ reference, name: 'Oppdiktet Nabo', nationalId: null, born: '2000-01-01', address: null, mobile: null },
      ...{ language: 'nb', interpreter: null, guardianName: null, guardianAddress: null, guardianMobile: null }
    }
  };
  const doer = { part: 'case_officer', personId: officer.personId } as const;
  return desk.db.transaction(officer, (tx) => addReferral({ tx, masters, at }, referral, doer));
};
const lillesand = { municipality: '4215', from: '10.3.2024', agreement: 'Avtale 2024/7' };

describe('the municipalities of a joint unit', () => {
  it('are added by the leader from a day on, with the agreement; both audits tell', async () => {
    expect(await send('inn', lillesand)).toMatchObject({ done: true });
    expect(await page()).toMatchObject({
      areas: [
        { municipalityNo: '4204' },
        { municipalityNo: '4215', validFrom: '2024-03-10', agreement: 'Avtale 2024/7' }
      ]
    });
    const { rows } = await desk.db.owner.query(
      `select chain, subject, detail from audit where action = 'case_area_added' order by chain`
    );
    const detail = { municipalityNo: '4215', from: '2024-03-10', agreement: 'Avtale 2024/7' };
    expect(rows).toEqual(['4215', 'unit-4204'].map((chain) => ({ chain, subject: '4204', detail })));
    expect(await servedOn('2024-03-09')).toEqual(['4204']);
    expect(await servedOn('2024-03-10')).toEqual(['4204', '4215']);
  });

  it.each([
    [{ municipality: '9999' }, 'municipality'],
    [{ from: '1.3.2024' }, 'from'],
    [{ from: 'snart' }, 'from'],
    [{ agreement: '' }, 'agreement']
  ])('are named when they cannot be added: %o', async (wrong, field) => {
    const typed = { municipality: '4213', from: '10.3.2024', agreement: 'Avtale 1', ...wrong };
    const answer = await send('inn', typed);
    expect(answer).toMatchObject({ status: 400, data: { typed } });
    expect(answer.data?.['problems']).toEqual([{ field, value: Object.values(wrong)[0] }]);
  });

  it('are one unit’s at a time, whoever asks', async () => {
    await desk.db.owner.query(`insert into case_unit (unit_no, opened_at) values ('4203', '2024-01-01')`);
    await desk.db.owner.query(
      `insert into case_unit_area (municipality_no, unit_no, valid_from, valid_until, agreement)
      values ('4203', '4203', '2024-01-01', null, null), ('4212', '4203', '2024-01-01', '2024-06-01', 'Avtale 9')`
    );
    const typed = { ...lillesand, municipality: '4212' };
    for (const taken of [{ ...typed, municipality: '4203' }, typed, lillesand]) {
      expect(await send('inn', taken)).toMatchObject({ status: 409, data: { isTaken: true, typed: taken } });
    }
    expect(await send('inn', { ...typed, from: '1.6.2024' })).toMatchObject({ done: true });
  });

  it('have cases from their day on only, and none after they end; what is there stays with the unit', async () => {
    await expect(refer('NABO 1', new Date('2024-03-09T10:00:00Z'))).rejects.toMatchObject({ status: 404 });
    expect(await refer('NABO 2', new Date('2024-03-10T10:00:00Z'))).toMatchObject({ kind: 'added' });
    expect((await page()).areas[1]).toMatchObject({ openCases: 1 });
    for (const until of ['1.3.2024', '10.3.2024', '']) {
      const typed = { municipality: '4215', until };
      expect(await send('ut', typed)).toMatchObject({ status: 400, data: { ended: '4215', typed } });
    }
    expect(await send('ut', { municipality: '4215', until: '20.3.2024' })).toMatchObject({ done: true });
    expect(await servedOn('2024-03-19')).toEqual(['4204', '4215']);
    expect(await servedOn('2024-03-20')).toEqual(['4204']);
    await expect(refer('NABO 3', new Date('2024-03-20T10:00:00Z'))).rejects.toMatchObject({ status: 404 });
    const seen = await desk.db.transaction(desk.actorOf('case_officer'), (tx) => listCases(tx, '4204'));
    expect(seen.filter(({ municipalityNo }) => municipalityNo === '4215')).toHaveLength(1);
    const { rows } = await desk.db.owner.query(
      `select chain from audit where action = 'case_area_ended' order by chain`
    );
    expect(rows).toEqual([{ chain: '4215' }, { chain: 'unit-4204' }]);
  });

  it('can come back after they have ended, by a new agreement', async () => {
    const again = { ...lillesand, agreement: 'Avtale 2025/1' };
    expect(await send('inn', { ...again, from: '19.3.2024' })).toMatchObject({ status: 409 });
    expect(await send('inn', { ...again, from: '1.4.2024' })).toMatchObject({ done: true });
    expect(await servedOn('2024-04-01')).toContain('4215');
  });

  it('are neither added nor ended by anybody else, and the host is never ended, for the store as well', async () => {
    for (const role of ['case_officer', 'sampler', 'archivist', 'adviser', 'administrator'] as const) {
      await expect(send('inn', { ...lillesand, municipality: '4213' }, role)).rejects.toMatchObject({ status: 404 });
      await expect(send('ut', { municipality: '4215', until: '1.5.2024' }, role)).rejects.toMatchObject({
        status: 404
      });
    }
    await expect(send('ut', { municipality: '4204', until: '1.5.2024' })).rejects.toMatchObject({ status: 404 });
    const end = (role: Role, municipality: string) =>
      desk.db.transaction(desk.actorOf(role), (tx) =>
        tx.query(`update case_unit_area set valid_until = '2030-01-01' where municipality_no = $1 returning unit_no`, [
          municipality
        ])
      );
    expect(await end('case_officer', '4215')).toEqual([]);
    expect(await end('unit_leader', '4204')).toEqual([]);
    const bare = `insert into case_unit_area (municipality_no, unit_no, valid_from) values ('4213', '4204', '2024-04-01')`;
    await expect(desk.db.transaction(desk.actorOf('unit_leader'), (tx) => tx.query(bare))).rejects.toMatchObject({
      status: 404
    });
  });
});
