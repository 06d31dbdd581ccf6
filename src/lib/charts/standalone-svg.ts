import { xmlText } from '#lib/domain/xml-text.ts';
import { onPaper, paperColours, paperInk } from './paper-colour.ts';
import { textWidth } from './text-width.ts';
import { fontSize, smallFontSize, toneFill, toneOutline, type Tone } from './theme.ts';
import { wrappedText } from './wrapped-text.ts';

/** What stands around a chart that leaves its page, so that it can be understood alone. */
export type Caption = {
  title: string;
  measure: string;
  chips: readonly { label: string; isWarning: boolean }[];
  /** The key of a chart that holds none; `strength` as in `theme.ts`. */
  key: readonly { label: string; tone: Tone; strength?: number }[];
  notes: readonly string[];
  source: string;
};

type Drawing = { width: number; height: number; content: string };
/** A part of the picture from its own top edge, with its height. */
type Part = { height: number; draw: (top: number) => string };

const margin = 24;
const titleSize = 19;
const face = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** Charts as one SVG file with all that belongs to them in the picture: no style sheet, no names of colours. Null without a chart. */
export function standaloneSvg(charts: string, caption: Caption): string | null {
  const drawings = wideDrawings(charts);
  if (drawings.length === 0) return null;
  const width = Math.max(...drawings.map((drawing) => drawing.width));
  const parts: Part[] = [
    lines(caption.title, { width, size: titleSize, weight: 600 }),
    lines(caption.measure, { width, size: fontSize, ink: paperColours['--chart-text'] }),
    chipLine(caption.chips, width),
    keyLines(caption.key, width, drawings[0]?.content ?? ''),
    ...drawings.map(({ height, content }) => ({
      height: height + 12,
      draw: (top: number) => `<g transform="translate(${margin},${top})">${content}</g>`
    })),
    ...caption.notes.map((note) => lines(note, { width, size: smallFontSize })),
    lines(caption.source, { width, size: smallFontSize, ink: paperColours['--chart-text'] })
  ];
  let height = margin;
  const drawn = parts.map((part) => {
    const top = height;
    height += part.height;
    return part.draw(top);
  });
  const size = { width: width + 2 * margin, height: Math.ceil(height + margin / 2) };
  const box = `viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${box} font-family="${face}" fill="${paperInk}">`;
  const ground = `<rect width="${size.width}" height="${size.height}" fill="${paperColours['--chart-surface']}"/>`;
  return `${open}<title>${xmlText(caption.title)}</title>${ground}${onPaper(drawn.join(''))}</svg>`;
}

/** The drawings for wide screens among charts for both. */
function wideDrawings(charts: string): Drawing[] {
  const found = charts.matchAll(/<svg class="([^"]*)"[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*?)<\/svg>/gs);
  return Array.from(found).flatMap(([, name = '', width, height, content = '']) => {
    if (name.split(' ').includes('chart-narrow')) return [];
    const type = `font-size="${fontSize}" text-anchor="middle"`;
    const shown = content.replaceAll('class="map-narrow"', 'display="none"');
    return [{ width: Number(width), height: Number(height), content: `<g ${type}>${shown}</g>` }];
  });
}

type Type = { width: number; size: number; weight?: number; ink?: string | undefined };

function lines(text: string, { width, size, weight = 400, ink = paperInk }: Type): Part {
  const wrapped = text === '' ? [] : wrappedText(text, width, size);
  const step = Math.round(size * 1.35);
  const font = `font-size="${size}" font-weight="${weight}" fill="${ink}"`;
  return {
    height: wrapped.length === 0 ? 0 : wrapped.length * step + 6,
    draw: (top) =>
      wrapped
        .map((line, index) => `<text x="${margin}" y="${top + index * step + size}" ${font}>${xmlText(line)}</text>`)
        .join('')
  };
}

function chipLine(chips: Caption['chips'], width: number): Part {
  const step = 26;
  const placed = inLines(
    chips.map((chip) => ({ ...chip, width: Math.ceil(textWidth(chip.label, smallFontSize) + 26) })),
    width
  );
  return {
    height: placed.length === 0 ? 0 : ((placed.at(-1)?.line ?? 0) + 1) * step + 6,
    draw: (top) => placed.map((chip) => drawChip(chip, top + chip.line * step)).join('')
  };
}

function drawChip(chip: Caption['chips'][number] & { left: number; width: number }, top: number): string {
  const ink = paperColours[chip.isWarning ? '--chart-warning' : '--chart-text'];
  const width = chip.width - 8;
  const shape = `<rect x="${chip.left + 0.5}" y="${top + 0.5}" width="${width - 1}" height="20" rx="10" fill="none" stroke="${ink}"/>`;
  const middle = `x="${chip.left + width / 2}" y="${top + 15}" text-anchor="middle"`;
  return `${shape}<text ${middle} font-size="${smallFontSize}" fill="${ink}">${xmlText(chip.label)}</text>`;
}

function keyLines(key: Caption['key'], width: number, drawing: string): Part {
  const step = 20;
  const [, id = ''] = / id="([^"]+)-(?:missing|none|third)"/.exec(drawing) ?? [];
  const placed = inLines(
    key.map((one) => ({ ...one, width: Math.ceil(textWidth(one.label, fontSize) + 34) })),
    width
  );
  return {
    height: placed.length === 0 ? 0 : ((placed.at(-1)?.line ?? 0) + 1) * step + 8,
    draw: (top) =>
      placed
        .map(({ label, tone, strength, left, line }) => {
          const y = top + line * step;
          const { stroke = 'none' } = toneOutline(strength === undefined ? tone : 'outside');
          const fill = `fill="${toneFill(tone, { id })}" fill-opacity="${strength ?? 1}" stroke="${stroke}"`;
          const swatch = `<rect x="${left + 0.5}" y="${y + 0.5}" width="11" height="11" ${fill}/>`;
          return `${swatch}<text x="${left + 18}" y="${y + 11}" font-size="${fontSize}">${xmlText(label)}</text>`;
        })
        .join('')
  };
}

/** Items from left to right in lines no wider than the width. */
function inLines<Item extends { width: number }>(items: readonly Item[], width: number) {
  let [x, line] = [0, 0];
  return items.map((item) => {
    if (x > 0 && x + item.width > width) [x, line] = [0, line + 1];
    const left = margin + x;
    x += item.width;
    return { ...item, left, line };
  });
}
