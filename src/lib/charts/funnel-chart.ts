import * as Plot from '@observablehq/plot';
import { isAbsent, known, type Absence } from './absence.ts';
import type { ChartText } from './chart-reading.ts';
import { absentMarks, pointMarks, type FunnelScene } from './funnel-points.ts';
import { textWidth } from './text-width.ts';
import { frameWidth, ink, patternDefs, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import { pixelScale, zeroScale } from './zero-scale.ts';

/** Where the rate of a population of this size lies in 95 and in 99.8 of 100 cases. */
export type FunnelLimits = { low95: number; high95: number; low998: number; high998: number };

export type FunnelRow = {
  area?: string;
  name: string;
  population: number;
  figure: { rate: number; limits: FunnelLimits } | Absence;
  isOwn?: boolean;
};

/** Whether areas can be told apart, and how many would be outside the 95 % limits if all were alike. */
type Verdict = { verdict: 'too_few' | 'chance' | 'apart'; byChance: number };

/**
 * `bands` are the limits for a run of populations, from the smallest to the largest that is drawn; `limits` is what they
 * leave room for: chance alone (Poisson), or also how areas differ beyond it (negative binomial).
 */
export type FunnelContent = {
  measure: string;
  rows: FunnelRow[];
  bands: (FunnelLimits & { population: number })[];
  mean: number;
  limits: 'chance' | 'spread';
  tellingApart: Verdict;
};

export type FunnelText = ChartText & {
  population: string;
  inhabitants: (population: number) => string;
  mean: (value: string) => string;
  band95: string;
  band998: string;
  point: (name: string, value: string, standing: string) => string;
  absent: (name: string, absence: string) => string;
  standing: Record<Standing, string>;
  finding: (outside: number, farOutside: number, all: number) => string;
  findingOfSpread: (all: number) => string;
  limits: Record<FunnelContent['limits'], string>;
  findingByChance: Record<FunnelContent['limits'], (outside: number, all: number) => string>;
  byChance: (expected: number, all: number) => string;
  description: (known: number) => string;
  columns: { name: string; population: string; rate: string; low: string; high: string; standing: string };
};

/** Where a rate lies against the limits of its population; on a limit is within it. */
export type Standing = 'inside' | 'above95' | 'below95' | 'above998' | 'below998';

export function standingOf({ rate, limits }: { rate: number; limits: FunnelLimits }): Standing {
  if (rate > limits.high998) return 'above998';
  if (rate < limits.low998) return 'below998';
  if (rate > limits.high95) return 'above95';
  if (rate < limits.low95) return 'below95';
  return 'inside';
}

const height = 380;
const mostTick = 1_000_000;

/** Rates by population (logarithmic) over their limits as bands; only those outside are named. Rates start at zero. */
export function funnelChart(content: FunnelContent, text: FunnelText, frame: ChartFrame): Plot.PlotOptions {
  const absent = content.rows.filter(({ figure }) => isAbsent(figure));
  const scene = setScene(content, text, frame);
  const points = known(content.rows, ({ figure }) => figure).map(({ row, value }) => {
    const standing = standingOf(value);
    return {
      row,
      standing,
      x: scene.x(row.population),
      y: scene.y(value.rate),
      title: text.point(row.name, text.value(value.rate), text.standing[standing])
    };
  });
  return {
    width: frameWidth(frame),
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      absent.length > 0 && patternDefs(['missing'], frame),
      ...bandMarks(content, scene, text),
      ...axisMarks(scene, text),
      ...pointMarks(points, scene),
      ...absentMarks(absent, { scene, text, frame })
    ].filter((mark) => mark !== false)
  };
}

function setScene({ rows, bands, mean }: FunnelContent, text: FunnelText, frame: ChartFrame): FunnelScene {
  const rates = known(rows, ({ figure }) => figure).map(({ value }) => value.rate);
  const { max, ticks } = zeroScale([...rates, mean * 3]);
  const populations = [...rows, ...bands].map(({ population }) => Math.max(1, population));
  const widest = Math.max(...ticks.map((tick) => textWidth(text.tick(tick), smallFontSize)));
  const labels = Math.max(...[text.band95, text.band998].map((label) => textWidth(label, smallFontSize)));
  const area = {
    left: Math.ceil(widest) + 8,
    right: frameWidth(frame) - Math.ceil(labels) - 8,
    top: 26,
    bottom: height - (rows.some(({ figure }) => isAbsent(figure)) ? 84 : 46)
  };
  const log = pixelScale(
    [Math.log10(Math.min(...populations)), Math.log10(Math.max(...populations))],
    [area.left + 6, area.right - 6]
  );
  return {
    area,
    ticks,
    x: (population) => log(Math.log10(Math.max(1, population))),
    y: pixelScale([0, max], [area.bottom, area.top])
  };
}

function bandMarks({ bands, mean }: FunnelContent, { area, x, y }: FunnelScene, text: FunnelText): Plot.Markish[] {
  const rows = [...bands].sort((a, b) => a.population - b.population);
  const within = (rate: number) => Math.max(area.top, y(rate));
  const band = (low: keyof FunnelLimits, high: keyof FunnelLimits, opacity: number) =>
    Plot.areaY(rows, {
      x: (row) => x(row.population),
      y1: (row) => within(row[low]),
      y2: (row) => within(row[high]),
      fill: toneFill('main', { id: '' }),
      fillOpacity: opacity
    });
  const last = rows.at(-1);
  const end = last ? spreadEnds(within(last.high95), within(last.high998)) : null;
  const label = { textAnchor: 'start', fill: ink.subtle, fontSize: smallFontSize } as const;
  return [
    band('low998', 'high998', 0.1),
    band('low95', 'high95', 0.14),
    Plot.ruleY([mean], { y: within(mean), x1: area.left, x2: area.right, stroke: ink.text, strokeDasharray: '3,3' }),
    Plot.text([text.mean(text.value(mean))], {
      ...{ x: area.left, y: area.top - 14, text: (name: string) => `┄ ${name}`, textAnchor: 'start', fill: ink.text }
    }),
    ...(end
      ? [
          Plot.text([text.band998], { ...label, x: area.right + 4, y: end.outer }),
          Plot.text([text.band95], { ...label, x: area.right + 4, y: end.inner })
        ]
      : [])
  ];
}

function spreadEnds(inner: number, outer: number): { inner: number; outer: number } {
  const room = Math.max(0, 15 - (inner - outer)) / 2;
  return { inner: inner + room, outer: outer - room };
}

function axisMarks({ area, x, y, ticks }: FunnelScene, text: FunnelText): Plot.Markish[] {
  const small = { fill: ink.subtle, fontSize: smallFontSize };
  return [
    Plot.ruleY(ticks, { y: (tick: number) => y(tick), x1: area.left, x2: area.right, stroke: ink.grid }),
    Plot.text(ticks, { x: area.left - 6, y: (tick: number) => y(tick), text: text.tick, textAnchor: 'end', ...small }),
    Plot.text(populationTicks({ area, x }, text), { x: 'x', y: area.bottom + 14, text: 'label', ...small }),
    Plot.text([text.population], { x: (area.left + area.right) / 2, y: area.bottom + 34, text: String, ...small })
  ];
}

function populationTicks(
  { area, x }: Pick<FunnelScene, 'area' | 'x'>,
  text: FunnelText
): { x: number; label: string }[] {
  const placed: { x: number; label: string }[] = [];
  let taken = area.left - 12;
  for (let power = 100; power <= mostTick; power *= 10) {
    for (const tick of [power, power * 3]) {
      const label = text.inhabitants(tick);
      const half = textWidth(label, smallFontSize) / 2;
      const at = x(tick);
      if (at - half < taken + 10 || at < area.left || at + half > area.right) continue;
      placed.push({ x: at, label });
      taken = at + half;
    }
  }
  return placed;
}
