import { daysOf } from '#lib/domain/round.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { areLikeDays, seriesPart } from '#lib/ui/analysis/series.ts';
import { roundsInTime, type AnalysisInput, type AnalysisScene } from '#lib/ui/analysis/scene.ts';
import type { Drawing } from './drawing.ts';

type RoundInOrder = AnalysisScene['rounds'][number] & { label: string; breakBefore: string | null };

/** The chosen rounds, the oldest first, called by their year where that tells them apart, with what broke off since the last. */
export function roundsInOrder({ scene, analysis }: AnalysisInput): RoundInOrder[] {
  const rounds = roundsInTime(scene, analysis);
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
  const { series } = messagesIn(input.scene.language).analysis;
  const isCount = input.analysis.measure === 'count';
  const cautions = [caution ?? (isCount ? series.note : null), otherDays(input)].filter((one) => one !== null);
  return {
    ...{ title: isCount ? (seriesPart(input)?.finding ?? null) : null, description },
    caution: cautions.length > 0 ? cautions.join(' ') : null
  };
}

/** That the rounds are not as long, which makes counts and rates grow with the days; null of shares and of like rounds. */
export function otherDays({ rows, scene, analysis }: AnalysisInput): string | null {
  const days = rows.series.map((row) => daysOf(row));
  const [shortest, longest] = [Math.min(...days), Math.max(...days)];
  if (analysis.measure === 'share' || days.length === 0 || areLikeDays(shortest, longest)) return null;
  return messagesIn(scene.language).pictures.otherDays(shortest, longest);
}

/** A divided municipality breaks what is told of municipalities; every other area is the newest round's in all rounds. */
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
  return divided.length === 0 ? null : text.divided(listInText(divided, scene.language));
}
