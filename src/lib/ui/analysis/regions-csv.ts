import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { csvFile, csvNumber } from '#lib/ui/csv-file.ts';
import { absenceText, regionIndicators, regionLines, type RegionLine, type RegionsInput } from './regions.ts';
import { sourcesOf } from './scene.ts';
import { dataKindChips } from './selection.ts';

/** The regions side by side, one line a region and figure; where there is none, the status says why. */
export function regionsCsv(input: RegionsInput): string {
  const { scene, analysis } = input;
  const { csv } = messagesIn(scene.language).analysis;
  const { regions: text } = messagesIn(scene.language).country;
  const heads = [
    ...[text.region, text.round, csv.indicator, csv.value, text.rate, csv.low, csv.high, csv.status],
    ...[csv.reported, csv.expected, csv.population, csv.populationReported, csv.kind]
  ];
  const sources = sourcesOf(scene, analysis);
  const lines = regionLines(input).flatMap((line) =>
    regionIndicators.map((indicator, index) => {
      const source = sources.filter(({ name }) => name === line.round);
      const named = [line.name, line.round ?? '', indicatorOf(indicator).name[scene.language]];
      return [...named, ...cellsOf(line, index, input), dataKindChips(source, scene.language).join()];
    })
  );
  return csvFile([heads, ...lines]);
}

/** A figure with its rate, interval, status and base. */
function cellsOf(line: RegionLine, index: number, { scene }: RegionsInput): string[] {
  const { csv } = messagesIn(scene.language).analysis;
  const cell = line.cells[index];
  const value = cell?.value ?? null;
  const rate = index === 0 ? line.rate : null;
  const base = cell ? [cell.reported, cell.expected, cell.population, cell.populationReported] : [null, null, null, null];
  return [
    ...[value, rate?.value ?? null, rate?.low ?? null, rate?.high ?? null].map(csvNumber),
    value === null ? absenceText(line, index, scene) : csv.shown,
    ...base.map(csvNumber)
  ];
}
