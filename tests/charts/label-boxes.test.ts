import { expect, test } from 'vitest';
import { expectNoOverlap, expectWithin, labelBoxes } from './label-boxes.ts';

const svg = (...labels: string[]) => `<svg viewBox="0 0 100 40">${labels.join('')}</svg>`;
const label = (x: number, text: string) =>
  `<g text-anchor="start"><text transform="translate(${x},20)">${text}</text></g>`;

test('labels that touch are found, and those that stand apart are not', () => {
  expect(() => expectNoOverlap(svg(label(0, 'Agder'), label(20, 'Telemark')))).toThrow('Agder / Telemark');
  expectNoOverlap(svg(label(0, 'Hol'), label(40, 'Ål')));
});

test('labels that leave the frame are found', () => {
  expect(() => expectWithin(svg(label(90, 'Telemark')))).toThrow('Telemark');
  expectWithin(svg(label(0, 'Hol')));
});

test('lines, anchors and shifts of a group are counted in', () => {
  const lines = '<text><tspan y="-0.5em" x="0">A</tspan><tspan dy="1em" x="0">B</tspan></text>';
  const [box] = labelBoxes(svg(`<g text-anchor="end" font-size="10" transform="translate(50,20)">${lines}</g>`));
  expect(box).toMatchObject({ text: 'A B', right: 50 });
  expect(box?.bottom).toBeCloseTo(25.5);
  expect(box?.top).toBeCloseTo(7.8);
});
