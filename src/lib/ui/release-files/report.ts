import type { Indicator } from '#lib/domain/indicator.ts';
import type { ReleasedEstimate, ReleasedFigure } from '#lib/domain/release-content.ts';
import type { ReleasePicture, ReportBlock } from '#lib/domain/release-reading.ts';
import { formatDate, formatMoment, formatNumber } from '#lib/i18n/format.ts';
import { categoryLabels, labelOf } from '#lib/ui/statistics/words.ts';
import { sourceOf } from './cubes.ts';
import { factsOf, factText, named } from './data-tables.ts';
import {
  areaKey,
  figureFinder,
  figureText,
  indicatorName,
  regionOf,
  releasedIndicators,
  textOf,
  type ReleaseInput
} from './input.ts';

/** Reasons that lie with the advisers; all others are rules, and which of them is not told: it could tell of the count. */
const notRefusedByRule: ReadonlySet<string> = new Set(['not_signed', 'data_changed', 'only_counted']);

type Part = { title: string; blocks: ReportBlock[] };

/** The report in the order it is read: findings, pictures, tables, estimates, and all that one must know to trust them. */
export function reportBlocks(input: ReleaseInput, pictures: readonly ReleasePicture[]): ReportBlock[] {
  const { sections, symbols, blank } = textOf(input);
  const { content, language } = input;
  const parts: Part[] = [
    { title: sections.correction, blocks: content.note === null ? [] : [{ kind: 'paragraph', text: content.note }] },
    { title: sections.findings, blocks: paragraphs(content.sentences[language].map(({ text }) => text)) },
    { title: sections.estimates, blocks: content.estimates.flatMap((estimate) => estimateBlocks(estimate, input)) },
    { title: sections.pictures, blocks: pictures.map((picture) => ({ kind: 'picture', picture })) },
    { title: sections.figures, blocks: figureTables(input) },
    { title: sections.municipalities, blocks: municipalityTable(input) },
    { title: sections.footnotes, blocks: listed(content.footnotes[language]) },
    { title: sections.symbols, blocks: [{ kind: 'facts', rows: Object.entries(symbols) }, ...paragraphs([blank])] },
    { title: sections.method, blocks: paragraphs(methodTexts(input)) },
    { title: sections.about, blocks: [{ kind: 'facts', rows: aboutRows(input) }] }
  ];
  return parts.flatMap(({ title, blocks }) =>
    blocks.length === 0 ? [] : [{ kind: 'heading', text: title }, ...blocks]
  );
}

/** How the figures were made and what may be read out of them. */
export function methodTexts(input: ReleaseInput): string[] {
  const { method } = textOf(input);
  const { dataKind } = input.content.round;
  const measures = new Set(input.content.figures.map(({ measure }) => measure));
  return [
    ...(dataKind === 'synthetic' ? [method.synthetic] : []),
    dataKind === 'published' ? method.published : method.asked,
    ...[method.missing, method.hidden, method.host],
    ...(measures.has('share') ? [method.share] : []),
    ...(measures.has('rate') ? [method.rate] : [])
  ];
}

/** What the release is, and what it was made by. */
export function aboutRows(input: ReleaseInput): [string, string][] {
  const { about, kinds, version } = textOf(input);
  const { content, language, address, at } = input;
  const { round, madeBy } = content;
  return [
    [about.region, content.areas[0]?.name ?? content.korusRegion],
    [about.round, round.name],
    [about.period, `${formatDate(round.periodStart, language)} – ${formatDate(round.periodEnd, language)}`],
    [about.version, version(content.version)],
    [about.kind, kinds[round.dataKind]],
    [about.source, sourceOf(input)],
    [about.address, address],
    [about.made, formatMoment(at, language)],
    [about.questionnaire, madeBy.questionnaire],
    [about.method, madeBy.method],
    [about.code, madeBy.code]
  ];
}

function figureTables(input: ReleaseInput): ReportBlock[] {
  return [
    ...releasedIndicators(input, 'count').map((indicator) => countTable(indicator, input)),
    ...releasedIndicators(input, 'category').map((indicator) => categoryTable(indicator, input))
  ];
}

/** An indicator by area in each of its measures, with how many stand behind. */
function countTable({ id }: Indicator, input: ReleaseInput): ReportBlock {
  const { dimensions, given, measures } = textOf(input);
  const own = input.content.figures.filter((figure) => figure.indicator === id);
  const told = (['count', 'share', 'rate'] as const).flatMap((measure) => {
    const found = own.find((figure) => figure.measure === measure);
    if (!found) return [];
    const { base } = found;
    return [
      { measure, label: base === null ? measures[measure] : measures.shareOf(indicatorName(base, input).toLowerCase()) }
    ];
  });
  const find = figureFinder(input);
  const rows = input.content.areas.flatMap((area) => {
    const at = (measure: ReleasedFigure['measure']) => {
      return find({ indicator: id, category: null, area: areaKey(area), measure });
    };
    const base = at('count') ?? at('share') ?? at('rate');
    return base
      ? [[area.name, ...told.map(({ measure }) => figureText(at(measure), input)), ...baseOf(base, input)]]
      : [];
  });
  const headings = [
    dimensions.area,
    ...told.map(({ label }) => label),
    given.municipalitiesWithFigure,
    given.inhabitants
  ];
  return { kind: 'table', caption: indicatorName(id, input), headings, rows };
}

function categoryTable({ id }: Indicator, input: ReleaseInput): ReportBlock {
  const { categoryTable: caption, dimensions, given } = textOf(input);
  const categories = categoryLabels(id, named(input));
  const find = figureFinder(input);
  const rows = input.content.areas.flatMap((area) => {
    const found = categories.map((category) => {
      return find({ indicator: id, category: category.id, area: areaKey(area), measure: 'count' });
    });
    const base = found.find((figure) => figure !== undefined);
    return base ? [[area.name, ...found.map((figure) => figureText(figure, input)), ...baseOf(base, input)]] : [];
  });
  const headings = [
    dimensions.area,
    ...categories.map(({ label }) => label),
    given.municipalitiesWithFigure,
    given.inhabitants
  ];
  return { kind: 'table', caption: caption(indicatorName(id, input)), headings, rows };
}

function baseOf({ reported, expected, populationReported, population }: ReleasedFigure, input: ReleaseInput): string[] {
  const text = textOf(input);
  return [text.of(reported, expected), text.inhabitants(populationReported, population)];
}

function municipalityTable(input: ReleaseInput): ReportBlock[] {
  const { municipalities, areas } = input.content;
  if (municipalities.length === 0) return [];
  const { given, municipalityTable: caption } = textOf(input);
  const facts = factsOf(input);
  const countyName = (county: string) =>
    areas.find(({ type, id }) => type === 'county' && id === county)?.name ?? county;
  return [
    {
      kind: 'table',
      caption,
      headings: [given.municipality, given.county, given.answer, ...facts.map((id) => indicatorName(id, input))],
      rows: municipalities.map((one) => [
        ...[one.name, countyName(one.county), labelOf('answer_status', one.status, named(input))],
        ...facts.map((id) => factText(one, id, input))
      ])
    }
  ];
}

/** What was counted comes first; the estimate never stands among the counts. */
function estimateBlocks({ indicator, observed, outcome }: ReleasedEstimate, input: ReleaseInput): ReportBlock[] {
  const { estimate, base } = textOf(input);
  const name = indicatorName(indicator, input);
  const number = (value: number) => formatNumber(value, input.language);
  const whole = figureFinder(input)({ indicator, category: null, area: regionOf(input), measure: 'count' });
  const behind = whole ? base(whole.reported, whole.expected) : '';
  const counted = observed === null ? estimate.notShown(name) : estimate.observed(name, number(observed), behind);
  if (outcome.kind === 'refused') {
    const isChoice = outcome.reasons.some((reason) => notRefusedByRule.has(reason));
    return paragraphs([`${counted} ${isChoice ? estimate.none : estimate.refused}`]);
  }
  const { low, high, reason, signedBy } = outcome;
  const told = [counted, estimate.interval(number(low), number(high)), estimate.notCounted].join(' ');
  return paragraphs([told, estimate.unknown, estimate.reason(reason, signedBy)]);
}

function paragraphs(texts: readonly string[]): ReportBlock[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

function listed(items: readonly string[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
