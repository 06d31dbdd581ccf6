import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { stillZip } from '#lib/server/still-zip.ts';
import { zipTexts } from '../support/zip-text.ts';

const packed = (day: string) => {
  const bytes = new TextEncoder().encode('tall');
  return zipSync({ 'b.xml': bytes, 'a/c.xml': bytes }, { mtime: new Date(`2024-${day}T12:00:00Z`) });
};

it('what was packed at different moments becomes the same bytes', () => {
  expect(stillZip(packed('01-02'))).toEqual(stillZip(packed('11-12')));
});

it('keeps the files, their order and what is in them', () => {
  expect([...zipTexts(stillZip(packed('01-02')))]).toEqual([
    ['b.xml', 'tall'],
    ['a/c.xml', 'tall']
  ]);
});

it('lets a file be changed on the way', () => {
  const changed = stillZip(packed('01-02'), (name, content) => (name === 'b.xml' ? new Uint8Array() : content));
  expect(zipTexts(changed).get('b.xml')).toBe('');
});
