import { funnelChart, type FunnelContent } from '#lib/charts/funnel-chart.ts';
import { funnelReading } from '#lib/charts/funnel-reading.ts';
import { funnelLimits } from '#lib/domain/funnel.ts';
import { spreadBeyondChance } from '#lib/domain/overdispersion.ts';
import { tellApart } from '#lib/domain/telling-apart.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { absenceOf, areaFigures, rowTexts, wholeFigure } from './area-figures.ts';
import type { Drawing } from './drawing.ts';

const bandSteps = 60;

/** Rates of municipalities by inhabitants, over the limits of chance, or of their spread where that is more. */
export function funnel(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const { texts, unit } = rowTexts(input);
  const figures = areaFigures(input);
  const counted = figures
    .filter(({ estimate, base }) => estimate !== null && base > 0)
    .map(({ area, events, base }) => ({ municipalityNo: area, count: events, population: base }));
  const common = {
    rate: wholeFigure(input, shownRound(input).id)?.value ?? 0,
    alpha: spreadBeyondChance(counted)
  };
  const content: FunnelContent = {
    measure: messagesIn(scene.language).analysis.measures[analysis.measure],
    mean: common.rate,
    limits: common.alpha === null ? 'chance' : 'spread',
    tellingApart: tellApart(counted, common),
    rows: figures.map(({ area, name, base, cell, estimate, isChosen }) => ({
      ...{ area, name, population: base, isOwn: isChosen },
      figure: estimate
        ? { rate: estimate.value, limits: funnelLimits(common, base) }
        : absenceOf(cell, analysis.measure)
    })),
    bands: populations(figures.map(({ base }) => base).filter((base) => base > 0)).map((population) => ({
      population,
      ...funnelLimits(common, population)
    }))
  };
  const text = { ...texts.funnel, ...unit };
  return { chart: (frame) => funnelChart(content, text, frame), reading: funnelReading(content, text) };
}

/** Inhabitants from the fewest to the most in even steps of their logarithm. */
function populations(bases: readonly number[]): number[] {
  const [fewest, most] = [Math.min(...bases), Math.max(...bases)];
  if (bases.length === 0) return [];
  return Array.from({ length: bandSteps + 1 }, (_, step) => fewest * (most / fewest) ** (step / bandSteps));
}
