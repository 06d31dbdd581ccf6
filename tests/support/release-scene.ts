import type { Entry } from '#lib/domain/figure.ts';
import { releaseTable, type PlannedArea, type ReleasePlan } from '#lib/domain/release-plan.ts';
import { releasedFigures, type ReleaseSource } from '#lib/domain/released-figures.ts';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Table } from '#lib/domain/disclosure/table.ts';
import { coreOf, loadQuestionnaires } from '#lib/server/questionnaires.ts';
import type { KnownSum } from './table-attack.ts';

const questionnaire = coreOf(loadQuestionnaires('data/questionnaires'), {
  questionnaireId: 'rer-core',
  questionnaireVersion: 1
});

/** The region of some entries, its counties and its municipalities. */
export function areasIn(entries: readonly Entry[]): PlannedArea[] {
  const numbers = entries.map(({ municipalityNo }) => municipalityNo);
  const counties = [...new Set(entries.map(({ countyNo }) => countyNo))];
  const membersOf = (county: string) => entries.filter(({ countyNo }) => countyNo === county);
  return [
    { type: 'korus_region', id: 'sor', name: 'Region Sør', members: numbers },
    ...counties.map((id): PlannedArea => ({
      ...{ type: 'county', id, name: `Fylke ${id}` },
      members: membersOf(id).map(({ municipalityNo }) => municipalityNo)
    })),
    ...numbers.map((id): PlannedArea => ({ type: 'municipality', id, name: `Kommune ${id}`, members: [id] }))
  ];
}

/** The round of some entries. */
export function sourceOf(entries: readonly Entry[]): ReleaseSource {
  return { entries, areas: areasIn(entries), questionnaire };
}

/** The table, what may not be shown of it, and the figures of a release. */
export function released(entries: readonly Entry[], plan: ReleasePlan, solver: Solver) {
  const source = sourceOf(entries);
  const table = releaseTable('liten-2024', entries, source.areas, plan);
  const protection = protect({ table }, solver);
  if (protection.outcome === 'refused') throw new Error('refused');
  return { source, table, hidden: protection.hidden, figures: releasedFigures(source, plan, protection.hidden) };
}

/** What everybody learns of a table: the sum of each cell that is shown. */
export function shownSums(table: Table, hidden: { has: (key: string) => boolean }): KnownSum[] {
  const values = new Map(table.rows.map(({ key, value }) => [key, value]));
  return table.cells
    .filter(({ key, isWithheld }) => !isWithheld && !hidden.has(key))
    .map(({ rows }) => ({ rows, value: rows.reduce((sum, key) => sum + (values.get(key) ?? 0), 0) }));
}
