import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { seriesPart } from '#lib/ui/analysis/series.ts';
import { chosenRounds, type AnalysisInput, type AnalysisScene } from '#lib/ui/analysis/scene.ts';
import type { Drawing } from './drawing.ts';

type RoundInOrder = AnalysisScene['rounds'][number] & { label: string; breakBefore: string | null };

/** The chosen rounds, the oldest first, called by their year where that tells them apart, with what broke off since the last. */
export function roundsInOrder({ scene, analysis }: AnalysisInput): RoundInOrder[] {
  const rounds = chosenRounds(scene, analysis).toSorted((one, other) => one.periodEnd.localeCompare(other.periodEnd));
  const years = rounds.map(({ periodEnd }) => periodEnd.slice(0, 4));
  const hasOwnYears = new Set(years).size === rounds.length;
  return rounds.map((round, index) => {
    const before = rounds[index - 1];
    const label = (hasOwnYears && years[index]) || round.name;
    return { ...round, label, breakBefore: before ? breakBetween(before, round, { scene, analysis }) : null };
  });
}

/**
 * What a picture over rounds says of a count: how it went in the municipalities that gave it both times, as sums of others
 * tell of no change. Shares and rates may rise by chance, so nothing is said of theirs.
 */
export function changeReading(
  input: AnalysisInput,
  { description, caution }: { description: string; caution: string | null }
): NonNullable<Drawing['reading']> {
  if (input.analysis.measure !== 'count') return { title: null, description, caution };
  const { series } = messagesIn(input.scene.language).analysis;
  return { title: seriesPart(input)?.finding ?? null, description, caution: caution ?? series.note };
}

/** New counties break what is told of counties, a divided municipality what is told of municipalities. */
function breakBetween(
  before: { periodEnd: string },
  after: { periodEnd: string },
  { scene, analysis }: Pick<AnalysisInput, 'scene' | 'analysis'>
): string | null {
  const text = messagesIn(scene.language).pictures;
  const isBetween = ({ date }: { date: string }) => before.periodEnd < date && date <= after.periodEnd;
  const isByMunicipality = analysis.dimension === 'municipality';
  const isShown = ({ municipalityNo }: { municipalityNo: string }) =>
    scene.areas.municipality.some(({ id }) => id === municipalityNo);
  const divisions = isByMunicipality ? scene.divisions.filter((one) => isBetween(one) && isShown(one)) : [];
  const divided = divisions.map(({ name }) => name);
  const hasNewCounties = analysis.dimension === 'county' && scene.newCounties.some((date) => isBetween({ date }));
  const told = [
    ...(hasNewCounties ? [text.newCounties] : []),
    ...(divided.length > 0 ? [text.divided(listInText(divided, scene.language))] : [])
  ];
  return told.length === 0 ? null : listInText(told, scene.language);
}
