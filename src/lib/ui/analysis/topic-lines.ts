import { messagesIn } from '#lib/i18n/messages.ts';
import type { ResponseRow } from '#lib/stats/response.ts';
import type { ZeroReferralRow } from '#lib/stats/zero-referral.ts';
import { fileNumber, type FileCell } from './file-lines.ts';
import { referralText, type ReferralInput } from './referral.ts';
import { areTimesKnown, type ResponseInput } from './response.ts';
import { dataKindChips } from './selection.ts';
import { areaRows, rowOf, type TopicInput } from './topic.ts';

/** How the chosen rounds were answered, one line an area; times that are not told are empty. */
export function responseLines(input: ResponseInput): FileCell[][] {
  const { response: text, analysis } = messagesIn(input.scene.language);
  const heads = [
    ...[text.csv.answered, analysis.csv.expected, text.csv.declined, analysis.csv.population],
    ...[text.csv.populationAnswered, text.csv.onTime, text.csv.late, text.csv.medianDays]
  ];
  const cellsOf = (row: ResponseRow) => {
    const { answered, expected, declined, population, populationAnswered } = row;
    const times = areTimesKnown(row) ? [row.onTime, row.late, row.medianDays] : [null, null, null];
    return [answered, expected, declined, population, populationAnswered, ...times].map(fileNumber);
  };
  return areaLines(input, heads, cellsOf);
}

/** Where nobody was referred in the chosen rounds, one line an area. */
export function referralLines(input: ReferralInput): FileCell[][] {
  const { referral: text, analysis } = messagesIn(input.scene.language);
  const heads = [
    ...[text.columns.state, text.columns.cases, text.columns.none, analysis.csv.reported],
    ...[analysis.csv.expected, analysis.csv.population, text.columns.population]
  ];
  const cellsOf = (row: ZeroReferralRow) => {
    const { value, none, reported, expected, population, populationNone } = row;
    return [referralText(row, input), ...[value, none, reported, expected, population, populationNone].map(fileNumber)];
  };
  return areaLines(input, heads, cellsOf);
}

function areaLines<Row extends { roundId: string; area: string | null }>(
  input: TopicInput<Row>,
  heads: readonly string[],
  cellsOf: (row: Row) => FileCell[]
): FileCell[][] {
  const { rows, scene, analysis } = input;
  const { csv, dimensions, whole } = messagesIn(scene.language).analysis;
  const rounds = scene.rounds.filter(({ id }) => analysis.rounds.includes(id));
  const lines = rounds.flatMap((round) => {
    const all = rowOf(rows, round.id, null);
    const areas = areaRows(input, round.id).map(({ area, row }) => ({ label: area.label, row }));
    return [...areas, ...(all ? [{ label: whole, row: all }] : [])].map(({ label, row }) => [
      ...[round.name, dimensions[analysis.dimension], label],
      ...cellsOf(row),
      dataKindChips([round], scene.language).join() || null
    ]);
  });
  return [[csv.round, csv.dimension, csv.area, ...heads, csv.kind], ...lines];
}
