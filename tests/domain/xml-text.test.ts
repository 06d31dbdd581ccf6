import { expect, it } from 'vitest';
import { xmlText } from '#lib/domain/xml-text.ts';

it('a text has nothing in it that a reader of XML refuses or takes for a tag', () => {
  expect(xmlText('Vår\u000b2024\0 \ufffe\uffff\ud83d')).toBe('Vår2024 ');
  expect(xmlText('</svg><script>"a" & b')).toBe('&lt;/svg&gt;&lt;script&gt;&quot;a&quot; &amp; b');
  expect(xmlText('Ålesund 😀\u00a0\u202d\n')).toBe('Ålesund 😀\u00a0\u202d\n');
});
