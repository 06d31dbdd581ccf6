import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { onPaper, paperColours, paperInk } from '#lib/charts/paper-colour.ts';

const styles = ['tokens', 'theme'].map((name) => readFileSync(`src/lib/ui/styles/${name}.css`, 'utf8')).join('\n');

/** The colour that a name has in the light, through the names it stands for. */
function lightOf(name: string): string {
  const [, value = ''] = new RegExp(`${name}: ([^;]+);`).exec(styles) ?? [];
  const [, light] = /^light-dark\((#\w+),/.exec(value) ?? [];
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  return light ?? (other === undefined ? value : lightOf(other));
}

it.each(Object.entries(paperColours))('%s is that of the page in the light', (name, colour) => {
  expect(colour).toBe(lightOf(name));
});

it('plain text has the ink of the page', () => {
  expect(paperInk).toBe(lightOf('--ds-color-neutral-text-default'));
});

it('every colour of a drawing is resolved, and one without a name is a mistake', () => {
  const drawing = '<path fill="var(--chart-main)" stroke="currentColor"/><text fill="var(--chart-on-hue,black)"/>';
  expect(onPaper(drawing)).toBe(`<path fill="#0b5a63" stroke="${paperInk}"/><text fill="black"/>`);
  expect(() => onPaper('<path fill="var(--chart-none)"/>')).toThrow('unknown colour: --chart-none');
});
