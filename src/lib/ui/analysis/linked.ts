import type { Analysis, Dimension } from '#lib/domain/analysis.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { linkedViews } from '#lib/domain/picture.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisRows } from '#lib/stats/analysis-rows.ts';
import { areaLinks, type AreaLink } from './brush.ts';
import { shownText } from './country.ts';
import type { DrawnPicture } from './pictures/drawing.ts';
import { drawPicture } from './pictures/pictures.ts';
import { cellOf, shownRound, type AnalysisScene } from './scene.ts';
import { areasOf } from './table.ts';
import { baseText, findingOf } from './view.ts';

/** A small picture of the same selection; what is chosen in it narrows the others. */
export type LinkedPicture = DrawnPicture & {
  id: string;
  heading: string;
  base: string;
  dimension: Dimension;
  areas: AreaLink[];
};
type LinkedInput = { beside: readonly AnalysisRows[]; scene: AnalysisScene; analysis: Analysis };

/** The small pictures beside a view; one of nobody is left out. */
export function linkedPictures({ beside, scene, analysis }: LinkedInput, document: Document): LinkedPicture[] {
  const { pictures } = messagesIn(scene.language);
  const name = indicatorOf(analysis.indicator).name[scene.language];
  return linkedViews(analysis).flatMap((view, index) => {
    const rows = beside[index];
    if (!rows) throw new Error(`no rows for the picture ${view.picture}`);
    const input = { rows, scene, analysis: view };
    const whole = cellOf(rows, { round: shownRound(input).id });
    if (!whole) return [];
    const role = view.picture === 'line' || view.picture === 'map' ? view.picture : 'county';
    const heading = pictures.linked[role](name);
    const finding = findingOf(input);
    const drawn = drawPicture(input, finding, { id: `analyse-${role}`, isSmall: true, document });
    const shown = drawn.title === finding ? null : shownText(input);
    return {
      ...drawn,
      ...{
        id: role,
        heading,
        base: shown ?? baseText(whole, { ...input, isOfMany: analysis.rounds.length > 1 }),
        dimension: view.dimension
      },
      areas: role === 'line' ? [] : areaLinks(areasOf(input), view.dimension, { scene, analysis })
    };
  });
}
