const narrow = new Set("iljtfrI.,:;'!|()-/ ");
const wide = new Set('mwMWÆæ%@');

/** The width in pixels of a text in the page's sans-serif face: an estimate on the safe side, the server has no fonts. */
export function textWidth(text: string, size: number): number {
  return size * Array.from(text).reduce((width, character) => width + characterWidth(character), 0);
}

export function widestText(texts: string[], size: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}

function characterWidth(character: string): number {
  if (narrow.has(character)) return 0.33;
  if (wide.has(character)) return 0.9;
  return character === character.toLowerCase() ? 0.6 : 0.7;
}
