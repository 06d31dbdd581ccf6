import { messagesIn } from '#lib/i18n/messages.ts';
import type { Analysis } from '#lib/domain/analysis.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { chosenRounds, roundsInTime, shownRound, type AnalysisScene, type Area } from './scene.ts';
import { dataKindChips, selectionText } from './selection.ts';

/** What a page about one topic of the workbench is made from: the rows of its own statement. */
export type TopicInput<Row> = { rows: readonly Row[]; scene: AnalysisScene; analysis: Analysis };
type AreaRow = { roundId: string; area: string | null };

/** The body of such a page; `svg` is null where nothing is drawn, `rounds` where only one round is chosen. */
export type TopicView = {
  title: string;
  measure: string;
  /** How many municipalities are behind it; empty where the title says so. */
  base: string;
  chips: string[];
  notes: string[];
  isEmpty: boolean;
  svg: string | null;
  table: Table;
  rounds: Table | null;
  source: string;
};

/** The row of a round, for all or one area; undefined where nobody is. */
export function rowOf<Row extends AreaRow>(rows: readonly Row[], round: string, area: string | null): Row | undefined {
  return rows.find((row) => row.roundId === round && row.area === area);
}

/** The areas of a round that have anybody in the selection, with their rows, in their fixed order. */
export function areaRows<Row extends AreaRow>(
  { rows, scene, analysis }: TopicInput<Row>,
  round: string
): { area: Area; row: Row }[] {
  return scene.areas[analysis.dimension].flatMap((area) => {
    const row = rowOf(rows, round, area.id);
    return row ? [{ area, row }] : [];
  });
}

/** The wholes of the chosen rounds, the page's own last. */
export function roundRows<Row extends AreaRow>({
  rows,
  scene,
  analysis
}: TopicInput<Row>): { name: string; row: Row }[] {
  return roundsInTime(scene, analysis).flatMap(({ id, name }) => {
    const row = rowOf(rows, id, null);
    return row ? [{ name, row }] : [];
  });
}

/** What stands around every topic: the measure with the round and the selection, what kind of figures, and the source. */
export function frameOf<Row>({ scene, analysis }: TopicInput<Row>, measure: string) {
  const text = messagesIn(scene.language).analysis;
  const rounds = chosenRounds(scene, analysis);
  const line = text.measureLine(measure, shownRound({ scene, analysis }).name);
  const selection = selectionText(scene, analysis);
  return {
    measure: selection === null ? line : `${line}. ${selection}`,
    chips: dataKindChips(rounds, scene.language),
    source: text.source(
      roundsInTime(scene, analysis)
        .map(({ name }) => name)
        .join(', ')
    )
  };
}
