import { expect, test } from 'vitest';
import { tileName } from '#lib/charts/tile-name.ts';

test.each([
  ['Skien', 66, 'Skien'],
  ['Evje og Hornnes', 66, 'Evje og\nHornnes'],
  ['Midt-Telemark', 66, 'Midt-\nTelemark'],
  ['Tvedestrand', 66, 'Tvedestr.'],
  ['Nore og Uvdal', 44, 'Nore.'],
  ['Å i Åfjord', 14, 'Å.'],
  ['Ål', 66, 'Ål']
])('%s in %d pixels becomes %j', (name, width, expected) => {
  expect(tileName(name, width, 13)).toBe(expected);
});
