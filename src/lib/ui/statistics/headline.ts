import { fewestBehindTotal } from '#lib/domain/disclosure.ts';
import { isPrepared, type Filter } from '#lib/domain/filter.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Cell } from '#lib/stats/cube.ts';
import { wordsOf } from './words.ts';
import { cellOf, type Rows, type Scene } from './scene.ts';

/** One large figure with its base. `value` is words where there is no figure; `reason` then says why. */
export type HeadlineFigure = {
  id: string;
  label: string;
  value: string;
  hasValue: boolean;
  share: string | null;
  base: string | null;
  populationShare: string | null;
  reason: string | null;
};

/** The four figures at the top: answered, received, handled, under 18. */
export function headlineFigures(rows: Rows, scene: Scene, filter: Filter): HeadlineFigure[] {
  const text = wordsOf(scene);
  return [
    answeredFigure(rows, scene),
    countFigure('cases_received', text.headline.received, { rows, scene, filter }),
    countFigure('cases_handled', text.headline.handled, { rows, scene, filter }),
    countFigure('cases_under_18', text.headline.under18, { rows, scene, filter })
  ];
}

function answeredFigure(rows: Rows, scene: Scene): HeadlineFigure {
  const text = wordsOf(scene);
  const cell = cellOf(rows, 'answer_status');
  const covered = coveredCount(rows);
  return {
    id: 'answered',
    label: text.headline.answered,
    value: formatNumber(cell?.reported ?? 0, scene.language),
    hasValue: true,
    share: covered > 0 ? messagesIn(scene.language).coverage.statistics.ofThem(covered) : null,
    base: text.base(cell?.reported ?? 0, cell?.expected ?? 0),
    populationShare: text.populationShare(cell?.populationReported ?? 0, cell?.population ?? 0),
    reason: null
  };
}

type Context = { rows: Rows; scene: Scene; filter: Filter };

function countFigure(id: string, label: string, { rows, scene, filter }: Context): HeadlineFigure {
  const text = wordsOf(scene);
  const cell = cellOf(rows, id);
  if (!cell || cell.value === null) return { id, label, ...withoutValue(cell, { rows, scene, filter }) };
  return {
    id,
    label,
    value: formatNumber(cell.value, scene.language),
    hasValue: true,
    share: cell.denominator ? text.ofReceived(cell.numerator ?? 0, cell.denominator) : null,
    ...baseOf(cell, scene),
    reason: null
  };
}

function withoutValue(cell: Cell | undefined, { rows, scene, filter }: Context): Omit<HeadlineFigure, 'id' | 'label'> {
  const text = wordsOf(scene);
  const isHidden = !cell || cell.reported > 0;
  const isWhole = filter.county === null && isPrepared(filter);
  return {
    value: isHidden ? text.withheld : text.noFigure,
    hasValue: false,
    share: null,
    ...(cell ? baseOf(cell, scene) : { base: null, populationShare: null }),
    reason: !isHidden ? null : isWhole ? wholeReason(cell, { rows, scene }) : text.withheldReason
  };
}

function wholeReason(cell: Cell | undefined, { rows, scene }: Pick<Context, 'rows' | 'scene'>): string {
  const text = wordsOf(scene);
  const answers = (cell?.reported ?? 0) - coveredCount(rows);
  return answers < fewestBehindTotal ? text.tooFewReason : text.notYetReason;
}

function coveredCount(rows: Rows): number {
  return cellOf(rows, 'answer_status', { category: 'covered_by_host' })?.value ?? 0;
}

function baseOf(cell: Cell, scene: Scene): Pick<HeadlineFigure, 'base' | 'populationShare'> {
  const text = wordsOf(scene);
  return {
    base: text.base(cell.reported, cell.expected),
    populationShare: text.populationShare(cell.populationReported, cell.population)
  };
}
