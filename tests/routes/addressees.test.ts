import { expect, it } from 'vitest';
import { readChosen } from '../../src/routes/kartlegging/[round]/oppfolging/utsending/addressees.ts';

it('all are asked about only when nobody was named', () => {
  expect(readChosen([])).toBe(null);
  expect(readChosen(['4201', '4223'])).toEqual(new Set(['4201', '4223']));
});

it('what is no municipality number chooses nobody, and never all', () => {
  expect(readChosen(['42O1', ''])).toEqual(new Set());
  expect(readChosen(['4201', '../4223'])).toEqual(new Set(['4201']));
});
