import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { ChartFrame } from '#lib/charts/theme.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ChartPart } from '#lib/ui/statistics/chart-parts.ts';
import { figureText } from './release-figures.ts';
import { regionFigure } from './key-sentences.ts';

/** The charts of a release: who has answered by county and, where the release tells it, cases by county. */
export function releaseCharts(content: ReleaseContent, language: Language, document: Document): ChartPart[] {
  const received = receivedPart(content, language, document);
  return [...(received ? [received] : []), answeredPart(content, language, document)];
}

function answeredPart(content: ReleaseContent, language: Language, document: Document): ChartPart {
  const text = messagesIn(language).statistics;
  const rows = countiesIn(content).map(({ key, name }) => {
    const one = content.figures.find(({ indicator, area }) => indicator === 'answer_status' && area === key);
    return { county: name, answered: one?.reported ?? 0, expected: one?.expected ?? 0 };
  });
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [answered, expected] = [sum((row) => row.answered), sum((row) => row.expected)];
  const title = text.findings.answered(answered, expected);
  const number = (value: number) => formatNumber(value, language);
  return {
    ...{ id: 'svar', title, measure: text.measures.answered, base: text.base(answered, expected), key: [] },
    svg: renderResponsiveChart((frame) => answeredByCountyChart(rows, text.chart, frame), 'svar', document, { title }),
    table: {
      caption: text.measures.answered,
      columns: [text.county, text.headline.answered, text.csv.expected],
      rows: rows.map((row) => ({ header: row.county, cells: [number(row.answered), number(row.expected)] }))
    }
  };
}

function receivedPart(content: ReleaseContent, language: Language, document: Document): ChartPart | null {
  const { statistics: text, publication } = messagesIn(language);
  const total = regionFigure(content, 'cases_received', 'count');
  const rows = countiesIn(content).flatMap(({ key, name }) => {
    const one = content.figures.find(
      ({ indicator, area, measure }) => indicator === 'cases_received' && area === key && measure === 'count'
    );
    return one ? [{ county: name, figure: one }] : [];
  });
  if (rows.length === 0) return null;
  const bars = rows.map(({ county, figure: { value, reported, expected } }) => ({ county, value, reported, expected }));
  const isKnown = total !== undefined && total.value !== null;
  const title = isKnown ? text.findings.received(total.value ?? 0, total.reported) : text.findings.receivedNone;
  const words = { value: text.chart.value, base: text.base, noFigure: publication.chart.hidden };
  const chart = (frame: ChartFrame) => countByCountyChart(bars, words, frame);
  return {
    ...{ id: 'saker', title, measure: text.measures.received, key: [] },
    base: text.base(total?.reported ?? 0, total?.expected ?? 0),
    svg: renderResponsiveChart(chart, 'saker', document, { title }),
    table: {
      caption: text.measures.received,
      columns: [text.county, text.headline.received, text.csv.reported],
      rows: rows.map(({ county, figure }) => ({
        header: county,
        cells: [figureText(figure, language), text.base(figure.reported, figure.expected)]
      }))
    }
  };
}

function countiesIn({ areas }: ReleaseContent): { key: string; name: string }[] {
  return areas.filter(({ type }) => type === 'county').map(({ type, id, name }) => ({ key: `${type}:${id}`, name }));
}
