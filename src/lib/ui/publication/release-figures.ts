import type { Language } from '#lib/domain/language.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
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

/** Every figure of cases as a table; `reasons` adds why each hidden one is, for advisers. */
export function figureTable(
  content: ReleaseContent,
  language: Language,
  reasons: Readonly<Record<string, Reason>> | null = null
): Table {
  const { release, publication } = messagesIn(language);
  const text = publication.table;
  const areas = new Map(content.areas.map(({ type, id, name }) => [`${type}:${id}`, name]));
  return {
    caption: text.caption,
    columns: [text.figure, text.value, text.interval, text.base, ...(reasons ? [release.figures.why] : [])],
    rows: caseFigures(content).map((figure) => {
      const reason = reasons?.[figure.key];
      return {
        header: release.figures.in(figureName(figure, language), areas.get(figure.area) ?? figure.area),
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
