import type { Language } from '#lib/domain/language.ts';
import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Reason } from '#lib/domain/disclosure/table.ts';
import type { ReleaseContent, ReleasedFigure } from '#lib/domain/release-content.ts';
import { formatNumber, formatRate, formatShare } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

/** The sign for a figure that is hidden. */
const hiddenSign = ':';

/** A value of a measure as text. */
export function formatMeasure(measure: ReleasedFigure['measure'], value: number, language: Language): string {
  if (measure === 'share') return formatShare(value, 1, language) ?? '';
  return measure === 'rate' ? formatRate(value, language) : formatNumber(value, language);
}

/** A figure as text: its value, `:` where it is hidden, and a word where there is none. */
export function figureText(figure: ReleasedFigure, language: Language): string {
  const text = messagesIn(language).publication.table;
  if (figure.status === 'hidden') return hiddenSign;
  if (figure.value === null) return figure.status === 'missing' ? text.missing : text.notApplicable;
  return formatMeasure(figure.measure, figure.value, language);
}

function intervalText({ measure, low, high }: ReleasedFigure, language: Language): string {
  if (low === null || high === null) return '';
  return `${formatMeasure(measure, low, language)}–${formatMeasure(measure, high, language)}`;
}

/** The figures of cases, without those of how municipalities have arranged their duty. */
function caseFigures({ figures }: ReleaseContent): ReleasedFigure[] {
  return figures.filter(({ category }) => category === null);
}

/** What a figure is called: its indicator, and its measure. */
function figureName({ indicator, measure }: ReleasedFigure, language: Language): string {
  const { measures } = messagesIn(language).publication.table;
  return `${indicatorOf(indicator).name[language]}, ${measures[measure]}`;
}

type Shown = {
  /** Why each hidden figure is, for advisers. */
  reasons?: Readonly<Record<string, Reason>> | null;
  /** Of one area alone, as `type:id`; of all when it is not given. */
  area?: string | null;
};

/** The figures of cases as a table. */
export function figureTable(
  content: ReleaseContent,
  language: Language,
  { reasons = null, area = null }: Shown = {}
): Table {
  const { release, publication } = messagesIn(language);
  const text = publication.table;
  const areas = new Map(content.areas.map(({ type, id, name }) => [`${type}:${id}`, name]));
  const figures = caseFigures(content).filter((figure) => area === null || figure.area === area);
  return {
    caption: area === null ? text.caption : text.captionOf(areas.get(area) ?? ''),
    columns: [text.figure, text.value, text.interval, text.base, ...(reasons ? [release.figures.why] : [])],
    rows: figures.map((figure) => {
      const reason = reasons?.[figure.key];
      const name = figureName(figure, language);
      return {
        header: area === null ? release.figures.in(name, areas.get(figure.area) ?? figure.area) : name,
        cells: [
          figureText(figure, language),
          intervalText(figure, language),
          release.figures.ofAll(figure.reported, figure.expected),
          ...(reasons ? [reason ? release.reasons[reason] : ''] : [])
        ]
      };
    })
  };
}

/** How the municipalities of an area have arranged their duty, as a table: these figures are always told. */
export function factTable(
  content: ReleaseContent,
  area: string,
  questionnaire: Questionnaire,
  language: Language
): Table {
  const { publication, release } = messagesIn(language);
  const name = content.areas.find(({ type, id }) => `${type}:${id}` === area)?.name ?? '';
  const number = (value: number) => formatNumber(value, language);
  return {
    caption: publication.facts.caption(name),
    columns: [publication.facts.answer, publication.facts.number, publication.table.base],
    rows: content.figures
      .filter((figure) => figure.category !== null && figure.area === area)
      .map(({ indicator: id, category, value, reported, expected }) => {
        const indicator = indicatorOf(id);
        const option = categoriesOf(indicator, questionnaire).find((one) => one.id === category);
        // Where a municipality stands is known of all of them, also of those who have not answered.
        const behind = indicator.source === 'assignment' ? expected : reported;
        return {
          header: `${indicator.name[language]}: ${option?.text[language] ?? category ?? ''}`,
          cells: [number(value ?? 0), release.figures.ofAll(behind, expected)]
        };
      })
  };
}
