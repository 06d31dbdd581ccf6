import { smallMultiplesChart, type SmallMultiplesContent } from '#lib/charts/small-multiples-chart.ts';
import { smallMultiplesReading } from '#lib/charts/small-multiples-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { isWithheld } from '#lib/ui/analysis/estimate.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areasOf, figureIn, partsOf } from '#lib/ui/analysis/table.ts';
import { isChosen, unitOf, valueOf } from './area-figures.ts';
import type { Drawing } from './drawing.ts';
import { changeReading, roundsInOrder } from './rounds.ts';

/** The same small bars for every area: over the rounds, or by the second dimension. */
export function multiples(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const columns = analysis.columns === null ? byRound(input) : byPart(input);
  const content: SmallMultiplesContent = {
    measure: messagesIn(scene.language).analysis.measures[analysis.measure],
    across: analysis.columns === null ? 'rounds' : 'parts',
    labels: columns.map(({ label }) => label),
    panels: areasOf(input).map(({ id, label }) => ({
      ...{ area: id, name: label, isOwn: isChosen(input, id) },
      ...(analysis.columns === null ? {} : { base: baseOfArea(input, id) }),
      figures: columns.map(({ round, part }) => {
        const { cell, estimate } = figureIn(input, id, { label: '', round, part, category: null });
        return {
          value: valueOf({ estimate, cell }, analysis.measure),
          reported: cell?.reported ?? 0,
          expected: cell?.expected ?? 0
        };
      })
    }))
  };
  const text = { ...messagesIn(scene.language).charts.smallMultiples, ...unitOf(input) };
  const reading = smallMultiplesReading(content, text);
  return {
    chart: (frame) => smallMultiplesChart(content, text, frame),
    reading: analysis.columns === null ? changeReading(input, reading) : { ...reading, title: null, caution: null }
  };
}

function byRound(input: AnalysisInput) {
  return roundsInOrder(input).map(({ id, label }) => ({ label, round: id, part: null }));
}

function byPart(input: AnalysisInput) {
  const round = shownRound(input).id;
  return partsOf(input).map(({ id, label }) => ({ label, round, part: id }));
}

/** What an area rests on in all of its parts together. */
function baseOfArea({ rows, scene, analysis }: AnalysisInput, area: string): string {
  const { asked, base } = messagesIn(scene.language).analysis;
  const whole = cellOf(rows, { round: shownRound({ scene, analysis }).id, area });
  if (!whole) return '';
  return isWithheld(whole) ? asked(whole.expected) : base(whole.reported, whole.expected);
}
