import type { Analysis, Choices, Dimension } from '#lib/domain/analysis.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Division as MapDivision } from '#lib/domain/picture.ts';
import type { DataKind } from '#lib/domain/round.ts';
import type { AnalysisRows } from '#lib/stats/analysis-rows.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import type { SceneCountry } from './country.ts';
import type { Division } from './division.ts';

export type Area = { id: string; label: string };

/** What stays the same in the workbench as long as the rounds do. */
export type AnalysisScene = {
  roundId: string;
  roundName: string;
  dataKind: DataKind;
  language: Language;
  choices: Choices;
  /** The rounds there are to choose from, the page's own first. */
  rounds: (SceneSource & { id: string; periodEnd: string; sources: readonly SceneSource[] })[];
  /** Who has a round, where the view is of the country; null where it is of the region. */
  country: SceneCountry | null;
  /** The areas of each dimension in the order in which they are told, never by how much they have. */
  areas: Record<Dimension, Area[]>;
  /** The municipalities on the map, with what each belongs to. */
  tiles: { number: string; name: string; x: number; y: number; areas: Record<MapDivision, string> }[];
  /** What was divided between the chosen rounds: a series breaks there. */
  divisions: Division[];
};

/** A round that figures come from: its own, or one of several that make the country. */
type SceneSource = { name: string; dataKind: DataKind };

export type AnalysisInput = { rows: AnalysisRows; scene: AnalysisScene; analysis: Analysis };
type CellKey = { round: string; area?: string | null; part?: string | null; category?: string | null };

/** The cell of a view in a round, for all or one area, part and category; undefined where nobody is. */
export function cellOf(
  { cells }: AnalysisRows,
  { round, area = null, part = null, category = null }: CellKey
): ComparisonRow | undefined {
  return cells.find(
    (cell) => cell.roundId === round && cell.area === area && cell.part === part && cell.category === category
  );
}

/** The chosen rounds, the page's own first and then the newest. */
export function chosenRounds(scene: AnalysisScene, { rounds }: Analysis): AnalysisScene['rounds'] {
  return scene.rounds.filter(({ id }) => rounds.includes(id));
}

/** The rounds that the figures of chosen ones come from, the oldest first. */
export function sourcesOf(scene: AnalysisScene, analysis: Analysis): SceneSource[] {
  return roundsInTime(scene, analysis).flatMap(({ sources }) => sources);
}

/** The chosen rounds, the oldest first, as they stand in tables and along a line. */
export function roundsInTime(scene: AnalysisScene, analysis: Analysis): AnalysisScene['rounds'] {
  return chosenRounds(scene, analysis).toSorted((one, other) => one.periodEnd.localeCompare(other.periodEnd));
}

/** The first of the chosen rounds, which the chart shows. */
export function shownRound({ scene, analysis }: Pick<AnalysisInput, 'scene' | 'analysis'>) {
  const [round] = chosenRounds(scene, analysis);
  if (!round) throw new Error('no round is chosen');
  return round;
}
