import { categoryIndicators } from '#lib/domain/indicator.ts';
import type { ReleasedFigure, ReleasedMunicipality } from '#lib/domain/release-content.ts';
import {
  releaseSymbols,
  shownOf,
  type FileColumn,
  type FileTable,
  type FileValue
} from '#lib/domain/release-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { labelOf, wordsOf } from '#lib/ui/statistics/words.ts';
import { areaKey, indicatorName, textOf, type ReleaseInput } from './input.ts';

type ColumnName = keyof ReturnType<typeof textOf>['columns'];
type Named = { name: ColumnName; type: FileColumn['type'] };

const figureColumns = [
  ...texts('indikator', 'indikator_tekst', 'kategori', 'kategori_tekst', 'omraade_type', 'omraade', 'omraade_tekst'),
  ...texts('maal', 'maal_tekst', 'andel_av'),
  ...numbers('verdi', 'nedre', 'oevre'),
  ...texts('status', 'status_tekst'),
  ...integers('kommuner_svart', 'kommuner', 'innbyggere_svart', 'innbyggere')
];
const municipalityColumns = [
  ...texts('kommunenummer', 'kommune', 'fylke', 'fylke_tekst'),
  ...integers('innbyggere'),
  ...texts('svar', 'svar_tekst', 'vertskommune')
];
const estimateColumns = [
  ...texts('indikator', 'indikator_tekst'),
  ...integers('observert'),
  ...numbers('anslag', 'nedre', 'oevre'),
  ...texts('status_tekst', 'metode', 'metode_tekst', 'begrunnelse', 'vurdert_av')
];
const lastColumns = [...texts('runde', 'periode_fra', 'periode_til', 'datatype'), ...integers('versjon')];

/** The tables of a release with codes and labels, one row a figure, a municipality or an estimate. */
export function dataTables(input: ReleaseInput): FileTable[] {
  const tables = [figureTable(input), municipalityTable(input)];
  return input.content.estimates.length > 0 ? [...tables, estimateTable(input)] : tables;
}

function figureTable(input: ReleaseInput): FileTable {
  const { tables } = textOf(input);
  return {
    name: 'tall',
    title: tables.tall,
    columns: described([...figureColumns, ...lastColumns], input),
    rows: input.content.figures.map((figure) => [...figureRow(figure, input), ...lastCells(input)])
  };
}

function figureRow(figure: ReleasedFigure, input: ReleaseInput): FileValue[] {
  const { areaTypes, measures, status } = textOf(input);
  const { indicator, category, measure, base } = figure;
  const area = input.content.areas.find((one) => areaKey(one) === figure.area);
  if (!area) throw new Error(`unknown area in a release: ${figure.area}`);
  const { value, low, high } = shownOf(figure);
  return [
    ...[indicator, indicatorName(indicator, input)],
    ...[category, category === null ? null : labelOf(indicator, category, named(input))],
    ...[areaTypes[area.type], area.id, area.name],
    ...[measure, base === null ? measures[measure] : measures.shareOf(indicatorName(base, input).toLowerCase()), base],
    ...[value, low, high],
    ...[releaseSymbols[figure.status] || null, status[figure.status]],
    ...[figure.reported, figure.expected, figure.populationReported, figure.population]
  ];
}

/** Facts of municipalities are public; what one that has not answered would say is not known. */
function municipalityTable(input: ReleaseInput): FileTable {
  const text = textOf(input);
  const facts = factsOf(input);
  const factColumns = facts.flatMap((id): FileColumn[] => {
    const name = indicatorName(id, input);
    return [
      { name: id, type: 'string', title: text.factCode.title(name), description: text.factCode.means },
      { name: `${id}_tekst`, type: 'string', title: name, description: text.factText.means }
    ];
  });
  return {
    name: 'kommuner',
    title: text.tables.kommuner,
    columns: [
      ...described(municipalityColumns, input),
      ...factColumns,
      ...described([...texts('nettadresse'), ...lastColumns], input)
    ],
    rows: input.content.municipalities.map((municipality) => [
      ...municipalityRow(municipality, input),
      ...facts.flatMap((id) => [municipality.facts[id] ?? null, factText(municipality, id, input)]),
      municipality.webAddress,
      ...lastCells(input)
    ])
  };
}

function municipalityRow(
  { number, name, county, population, status, host }: ReleasedMunicipality,
  input: ReleaseInput
) {
  const known = input.content.areas.find(
    ({ type, id, ...area }) => type === 'county' && [id, area.name].includes(county)
  );
  return [
    ...[number, name, known?.id ?? null, known?.name ?? county, population],
    ...[status, labelOf('answer_status', status, named(input)), host]
  ];
}

/** The institutional facts that a release tells of municipalities, in the order of the list of indicators. */
export function factsOf({ content }: Pick<ReleaseInput, 'content'>): string[] {
  const told = new Set(content.municipalities.flatMap(({ facts }) => Object.keys(facts)));
  return categoryIndicators.map(({ id }) => id).filter((id) => told.has(id));
}

/** What a municipality has said, ".." when it has not answered. */
export function factText({ facts, status }: ReleasedMunicipality, id: string, input: ReleaseInput): string {
  const said = facts[id] ?? null;
  if (said !== null) return labelOf(id, said, named(input));
  return status === 'answered' || status === 'covered_by_host'
    ? wordsOf(named(input)).notGiven
    : releaseSymbols.missing;
}

function estimateTable(input: ReleaseInput): FileTable {
  const text = textOf(input);
  return {
    name: 'anslag',
    title: text.tables.anslag,
    columns: described([...estimateColumns, ...lastColumns], input),
    rows: input.content.estimates.map(({ indicator, observed, outcome }) => [
      ...[indicator, indicatorName(indicator, input), observed],
      ...(outcome.kind === 'interval'
        ? [
            outcome.value,
            outcome.low,
            outcome.high,
            text.sections.estimates,
            outcome.rung,
            rungName(outcome.rung, input),
            outcome.reason,
            outcome.signedBy
          ]
        : [null, null, null, text.estimate.refusedShort, null, null, null, null]),
      ...lastCells(input)
    ])
  };
}

/** What the way of estimating is called on the screens. */
function rungName(rung: string, { language }: ReleaseInput): string | null {
  const names: Record<string, string> = messagesIn(language).estimate.rungs;
  return names[rung] ?? null;
}

/** How the texts of the statistics are asked for. */
export function named({ content, language, questionnaire }: ReleaseInput) {
  return { language, questionnaire, dataKind: content.round.dataKind };
}

function lastCells({ content, language }: ReleaseInput): FileValue[] {
  const { name, periodStart, periodEnd, dataKind } = content.round;
  return [name, periodStart, periodEnd, textOf({ language }).kinds[dataKind], content.version];
}

function described(columns: readonly Named[], input: ReleaseInput): FileColumn[] {
  const text = textOf(input).columns;
  return columns.map(({ name, type }) => ({ name, type, ...words(text[name]) }));
}

function words({ title, means }: { title: string; means: string }) {
  return { title, description: means };
}

function texts(...names: ColumnName[]): Named[] {
  return names.map((name) => ({ name, type: 'string' }));
}

function numbers(...names: ColumnName[]): Named[] {
  return names.map((name) => ({ name, type: 'number' }));
}

function integers(...names: ColumnName[]): Named[] {
  return names.map((name) => ({ name, type: 'integer' }));
}
