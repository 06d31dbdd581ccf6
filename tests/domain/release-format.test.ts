import { expect, it } from 'vitest';
import { formatOf, releaseFormats } from '#lib/domain/release-format.ts';

it.each(releaseFormats)('a file of $id is known by its name', ({ id, ending }) => {
  expect(formatOf(`sor-2024-v1-nb-tall${ending}`)).toBe(id);
});

it('a file of another kind is of no format', () => {
  expect(formatOf('sor-2024-v1-nb.zip')).toBeNull();
});
