import { standaloneSvg, type Caption } from '#lib/charts/standalone-svg.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { wideWidth, type ChartFrame } from '#lib/charts/theme.ts';
import type { ReleasePicture } from '#lib/domain/release-reading.ts';
import { sourceOf } from './cubes.ts';
import { textOf, type ReleaseInput } from './input.ts';

type Options = Parameters<typeof renderChart>[0];
/** A chart with what stands around it when it leaves the release. */
export type Drawn = {
  name: string;
  title: string;
  measure: string;
  base: string;
  notes?: string[];
  chart: (frame: ChartFrame) => Options;
};

/** The picture with its title, measure, base, kind of figures, notes and source in it. */
export function pictureOf(
  { name, title, measure, base, notes = [], chart }: Drawn,
  input: ReleaseInput
): ReleasePicture {
  const { dataKind } = input.content.round;
  const kind = dataKind === 'reported' ? [] : [{ label: textOf(input).kinds[dataKind], isWarning: true }];
  const chips: Caption['chips'] = [{ label: base, isWarning: false }, ...kind];
  const drawing = renderChart(chart({ id: name, width: wideWidth }), input.document, { title });
  const svg = standaloneSvg(drawing, {
    title,
    measure,
    chips,
    key: [],
    notes,
    source: textOf(input).sourceLine(sourceOf(input))
  });
  if (svg === null) throw new Error(`no chart in the picture ${name}`);
  return { name, title, svg };
}
