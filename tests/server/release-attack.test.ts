import readJsonStat from 'jsonstat-toolkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { readLedger } from '#lib/server/release-gate.ts';
import { importReport } from '#lib/server/opening.ts';
import { findPublicRelease } from '#lib/server/public-release.ts';
import { csvFiles, jsonStatFiles } from '#lib/server/release-files/tables.ts';
import { unionFailures, type PublishedTable } from '../support/ledger-audit.ts';
import { limitsOf, type Noted } from '../support/public-attack.ts';
import { releaseReadingOf } from '../support/release-content.ts';
import { at, openReleaseDesk } from '../support/release-desk.ts';
import { answersOf } from '../support/region.ts';
import { system } from '../support/people.ts';

/** The acceptance of a release: everything given out of Region Sør 2024, held together, by everybody and by each who answered. */
type Scene = Awaited<ReturnType<typeof openReleaseDesk>>;
let scene: Scene;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
  scene = await openReleaseDesk();
  await scene.release({ plan: 'counties' });
  await scene.release({ plan: 'municipality_totals', note: 'Viser kommunene.' });
  const late = {
    roundId: 'sor-2024',
    municipalityNo: '4223',
    answers: answersOf([3, 2, 1], 'yes'),
    source: 'sent svar'
  };
  await scene.db.transaction(system, (tx) => importReport(tx, late, at));
  await scene.release({ plan: 'counties', note: 'Ett svar til.' });
});
afterAll(async () => {
  await scene.gate.close();
  await scene.db.close();
});

const ledgerOf = () => scene.db.transaction(system, (tx) => readLedger(tx, 'sor-2024'));
const tables = async (): Promise<PublishedTable[]> => (await ledgerOf()).map(({ table, shown }) => ({ table, shown }));

describe('three versions of Region Sør 2024, the last with a late answer', () => {
  it('are protected together, says the engine: nothing that is public gives a small figure away', async () => {
    const [last, ...before] = (await ledgerOf()).toReversed();
    if (!last) throw new Error('no ledger');
    const again = protect({ table: last.table, ledger: before.toReversed() }, solver);
    expect(again.outcome).toBe('protected');
    const hidden = again.outcome === 'protected' ? [...again.hidden.keys()] : [];
    const told = last.table.cells.filter(({ isWithheld }) => !isWithheld).map(({ key }) => key);
    expect(told.filter((key) => !hidden.includes(key))).toEqual(last.shown);
  });

  it('tell no small figure to a reader with algebra of its own, nor to anyone who answered', async () => {
    expect(unionFailures(await tables())).toEqual([]);
  });

  it('would be found out by that reader, had one hidden figure more been given out', async () => {
    const published = await tables();
    const found = published.map(({ table, shown }, index) => {
      const more = table.cells.filter(({ isWithheld }) => !isWithheld).map(({ key }) => key);
      const others = published.filter((_, other) => other !== index);
      return unionFailures([...others, { table, shown: more }]).length + (more.length === shown.length ? 1 : 0);
    });
    expect(found.every((failures) => failures > 0)).toBe(true);
  });

  it('have the values that the ledger says are public, and no others', async () => {
    for (const [index, { table, shown }] of (await tables()).entries()) {
      const address = { region: 'sor', round: '2024', version: index + 1 };
      const release = await scene.db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
      const cases = release?.content?.figures.filter(
        ({ category, measure }) => category === null && measure === 'count'
      );
      const values = new Map(table.rows.map(({ key, value }) => [key, value]));
      for (const { key, value, status } of cases ?? []) {
        const cell = table.cells.find((one) => one.key === key);
        const sum = cell?.rows.reduce((total, row) => total + (values.get(row) ?? 0), 0);
        if (shown.includes(key)) expect(value, key).toBe(sum);
        else expect([key, value, ['hidden', 'missing', 'not_applicable'].includes(status)]).toEqual([key, null, true]);
      }
    }
  });
});

/**
 * A reader who saves the files of every version, writes down what they say of whom, and asks a solver of their own for the
 * limits of what they do not say. That all but late answers are the same in every version is taken for granted.
 */
describe('a reader of the files with a solver of their own', () => {
  const parts = ['handled/under', 'handled/over', 'open/under', 'open/over'];
  const within: Record<string, (part: string) => boolean> = {
    cases_received: () => true,
    cases_handled: (part) => part.startsWith('handled'),
    cases_under_18: (part) => part.endsWith('under')
  };
  const termsOf = (answered: readonly string[], area: string, indicator: string) => {
    const isIn = (no: string) => area === 'sor' || no === area || (area.length === 2 && no.startsWith(area));
    return answered.filter(isIn).flatMap((no) => parts.filter(within[indicator]!).map((part) => `${no}/${part}`));
  };

  async function readVersion(version: number) {
    const address = { region: 'sor', round: '2024', version };
    const release = await scene.db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
    if (!release?.content) throw new Error(`no version ${version}`);
    const reading = releaseReadingOf(release.content);
    const text = (name: string) => String(csvFiles(reading, 'plain').find(({ part }) => part === name)?.bytes);
    const lines = Buffer.from(text('kommuner')).toString().split('\r\n');
    const answered = lines
      .filter((line) => line.includes(',answered,'))
      .map((line) => /\b\d{4}\b/.exec(line)?.[0] ?? '');
    const file = jsonStatFiles(reading).find(({ part }) => part === 'saker');
    const cube = readJsonStat(JSON.parse(String(file?.bytes)));
    const noted: Noted[] = [];
    for (const area of cube.Dimension('omraade').id) {
      for (const indicator of Object.keys(within)) {
        const { value } = cube.Data({ omraade: area, indikator: indicator, maal: 'antall', runde: '2024' });
        if (value !== null) noted.push({ terms: termsOf(answered, area, indicator), value });
      }
    }
    return { answered, noted };
  }

  /** The small ones that no version tells, with whom they are of. */
  async function smallOnes(answered: readonly string[]) {
    const published = await tables();
    const small = published.flatMap(({ table, shown }) => {
      const values = new Map(table.rows.map(({ key, value }) => [key, value]));
      return table.cells.flatMap(({ key, rows }) => {
        const [, indicator = '', area = ''] = /^(cases_received)\|\w+:(\w+)\|count$/.exec(key) ?? [];
        const value = rows.reduce((sum, row) => sum + (values.get(row) ?? 0), 0);
        return indicator === '' || shown.includes(key) || value > 4
          ? []
          : [{ key, value, terms: termsOf(answered, area, indicator) }];
      });
    });
    return [...new Map(small.map((one) => [one.key, one])).values()];
  }

  it('finds every small figure as open as it has to be', async () => {
    const versions = await Promise.all([1, 2, 3].map(readVersion));
    const small = await smallOnes(versions.at(-1)!.answered);
    expect(small.length).toBeGreaterThan(30);
    const limits = await limitsOf(
      versions.flatMap(({ noted }) => noted),
      small.map(({ terms }) => terms)
    );
    const narrow = small.filter(({ value }, index) => {
      const { least, greatest } = limits[index]!;
      return least > 0 || greatest < Math.max(4, value + 1);
    });
    expect(narrow.map(({ key }) => key)).toEqual([]);
  });

  it('finds the late answer once the last version tells the region as well', async () => {
    const versions = await Promise.all([1, 2, 3].map(readVersion));
    const { answered } = versions.at(-1)!;
    const careless = { terms: termsOf(answered, 'sor', 'cases_received'), value: 71 + 3 };
    const all = [...versions.flatMap((one) => one.noted), careless];
    expect(await limitsOf(all, [termsOf(answered, '4223', 'cases_received')])).toEqual([{ least: 3, greatest: 3 }]);
  });
});
