import { expect, test } from 'vitest';
import { groupBars } from '#lib/charts/group-bars.ts';

const content = { groups: ['Agder', 'Buskerud'], endLabels: ['10 av 18'], max: 25, top: 30 };

test('the scale starts at zero and never has an empty span', () => {
  expect(groupBars(content, { id: 'b' }).options.x?.domain).toEqual([0, 25]);
  expect(groupBars({ ...content, max: 0 }, { id: 'b' }).options.x?.domain).toEqual([0, 1]);
});

test('on a narrow frame names stand above the bars, which get the whole width', () => {
  const wide = groupBars(content, { id: 'b', width: 640 });
  const narrow = groupBars(content, { id: 'b', width: 328 });
  expect(wide.options.marginLeft).toBeGreaterThan(50);
  expect(narrow.options.marginLeft).toBe(0);
  expect(narrow.options.height).toBeGreaterThan(wide.options.height ?? 0);
});
