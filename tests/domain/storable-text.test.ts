import { expect, it } from 'vitest';
import { storableText } from '#lib/domain/storable-text.ts';

it('a text to be stored has no NUL and no half signs, also where it is cut', () => {
  expect(storableText('a\0b')).toBe('ab');
  expect(storableText('😀😀', 3)).toBe('😀\ufffd');
  expect(storableText('\udc00 og \ud83d')).toBe('\ufffd og \ufffd');
  expect(storableText('Ålesund 😀', 200)).toBe('Ålesund 😀');
});
