import { textWidth } from './text-width.ts';

/** A name that fits a tile: whole, broken in two lines at a space or hyphen, or cut with a full stop. */
export function tileName(name: string, width: number, size: number): string {
  const fits = (text: string) => textWidth(text, size) <= width;
  if (fits(name)) return name;
  const breaks = Array.from(name.matchAll(/[ -]/g), ({ index }) => index + 1);
  const twoLines = breaks.map((at) => [name.slice(0, at).trimEnd(), name.slice(at)]).find((lines) => lines.every(fits));
  if (twoLines) return twoLines.join('\n');
  for (let length = name.length - 1; length > 1; length -= 1) {
    const cut = `${name.slice(0, length).replace(/[ -]+$/, '')}.`;
    if (fits(cut)) return cut;
  }
  return `${name.slice(0, 1)}.`;
}
