import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { answerRows, type AnsweredCounts, type Dimension } from '#lib/domain/disclosure/answer-rows.ts';
import { areaCells, areasOf, type Shape } from '#lib/domain/disclosure/area-cells.ts';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Table } from '#lib/domain/disclosure/table.ts';
import { municipalitiesAt, populationAt } from '#lib/domain/geography.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { loadReference } from '#lib/server/reference.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import { primaryReason } from '#lib/domain/disclosure/primary-rule.ts';
import { referenceRuns, referenceTable } from '../../tests/support/reference-tables.ts';

/**
 * How long it takes to protect a table and to prove it, for the public and for everyone who answered. The budgets: a
 * region of 66 municipalities 1 s, the country of 357 in 15 counties and 7 regions 10 s. Run by
 * `npm run bench -- disclosure`. The answers are made up: about one case for 7,500 inhabitants, a third under 18.
 */
const date = '2024-03-31';
const runs = 3;
const referenceTables = 10;
const dimensions: Dimension[] = [
  { key: 'age', categories: ['under18', 'over18'] },
  { key: 'handling', categories: ['handled', 'not'] }
];
const { geography } = loadReference('data');
const country = municipalitiesAt(geography, date);
const south = country.filter(({ korusRegion }) => korusRegion === 'sor');
const solver = await loadSolver();

measure('region, stjerne', tableOf(south, 'star'));
measure('region, alle kryss', tableOf(south, 'full'));
measure('landet, stjerne', tableOf(country, 'star'));
for (const run of referenceRuns) compare(run);
console.log(`${cpus().length} kjerner; belastning ${loadavg()[0]?.toFixed(1)}`);

function tableOf(places: typeof country, shape: Shape): Table {
  const numbers = places.map(({ number }) => number);
  const placeOf = new Map(places.map((place) => [place.number, place]));
  const rows = numbers.flatMap((number) => answerRows(answerOf(number), dimensions));
  const regions = areasOf(numbers, 'region', (number) => `region ${placeOf.get(number)?.korusRegion}`);
  const areas = [
    ...(regions.length > 1 ? areasOf(numbers, 'country', () => 'country') : []),
    ...regions,
    ...areasOf(numbers, 'county', (number) => `county ${placeOf.get(number)?.countyNumber}`),
    ...areasOf(numbers, 'municipality', (number) => number)
  ];
  return { rows, cells: areaCells(rows, areas, dimensions, shape) };
}

function answerOf(municipalityNo: string): AnsweredCounts {
  const { total: inhabitants } = populationAt(geography, municipalityNo, date);
  const total = Math.floor(inhabitants / 7500 + (Number(municipalityNo) % 10) / 10);
  const [young, open] = [Math.floor(total / 3), Math.floor(total / 8)];
  const split = new Map([
    ['age', [young, total - young]],
    ['handling', [total - open, open]]
  ]);
  return { release: date, contributor: municipalityNo, municipalityNo, total, split };
}

/** The best of some runs: what else the machine does makes a run slower, never quicker. */
function measure(name: string, table: Table): void {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const used = process.cpuUsage();
    const protection = protect({ table }, solver);
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - start, busy: (user + system) / 1000, protection };
  });
  times.sort((a, b) => a.wall - b.wall);
  const [best] = times;
  const hidden = best?.protection.outcome === 'protected' ? best.protection.hidden.size : 'ikke mulig';
  const figures = `${table.cells.length} tall, ${hidden} skjult`;
  console.log(
    `${name.padEnd(20)} ${figures.padEnd(26)} ${best?.wall.toFixed(0).padStart(6)} ms, ${best?.busy.toFixed(0).padStart(6)} ms av prosessoren`
  );
}

/** How much is hidden of tables as those of the reference, beside what it hid. */
function compare({ shape, zeros, most, small, hidden }: (typeof referenceRuns)[number]): void {
  const policy = { most, zeros, fewestContributors: 0 };
  const found = Array.from({ length: referenceTables }, (_, index) => {
    const table = referenceTable(index + 1, { cases: 71, shape });
    const model = modelOf(table);
    const protection = protect({ table, policy }, solver);
    if (protection.outcome === 'refused') throw new Error('refused');
    const few = model.cells.filter((cell) => primaryReason(model, cell, policy) !== null);
    return { hidden: protection.hidden.size, small: few.length };
  });
  const mean = (key: 'hidden' | 'small') => found.reduce((all, one) => all + one[key], 0) / found.length;
  const ratio = mean('hidden') / mean('small') / (hidden / small);
  const name = `${shape}, nuller ${zeros}, til ${most}`;
  console.log(
    `${name.padEnd(28)} ${mean('small').toFixed(1)} små, ${mean('hidden').toFixed(1)} skjult; referansen ${small}, ${hidden}; forhold ${ratio.toFixed(2)}`
  );
}
