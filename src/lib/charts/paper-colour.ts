/**
 * The colours of a picture that leaves the page, by the names that the charts use: the light ones, on white. A test compares
 * them with the page's own.
 */
export const paperColours: Readonly<Record<string, string>> = {
  '--chart-main': '#0b5a63',
  '--chart-muted': '#8b939b',
  '--chart-second': '#2f8fcb',
  '--chart-third': '#bf7b00',
  '--chart-warning': '#b54708',
  '--chart-grid': '#c6cbd1',
  '--chart-text': '#545e6b',
  '--chart-surface': '#ffffff'
};

/** The colour of plain text. */
export const paperInk = '#1f2c3d';

/** A drawing with every colour in it resolved for paper; a name without a colour or a fallback is a mistake. */
export function onPaper(drawing: string): string {
  return drawing
    .replaceAll(/var\((--[\w-]+)(?:,([^)]+))?\)/g, (_, name: string, fallback?: string) => {
      const colour = paperColours[name] ?? fallback;
      if (colour === undefined) throw new Error('unknown colour: ' + name);
      return colour;
    })
    .replaceAll('currentColor', paperInk);
}
