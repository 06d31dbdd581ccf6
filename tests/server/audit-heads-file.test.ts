import { expect, it } from 'vitest';
import { parseHeadsFile, writeHeadsFile } from '#lib/server/audit-heads-file.ts';

const heads = [{ chain: '4204', length: 12, sequence: 345, hash: 'a'.repeat(64) }];

it('is read as it was written', () => {
  expect(parseHeadsFile(writeHeadsFile(heads, new Date('2024-03-01T09:00:00Z')))).toEqual(heads);
});

it.each([
  ['{"writtenAt": "2024-03-01T09:00:00Z", "heads": [{"chain": "4204", "length": 0}]}', 'heads.0.length'],
  ['{"heads": []}', 'writtenAt']
])('is refused with the name of what is wrong: %s', (text, name) => {
  expect(() => parseHeadsFile(text)).toThrow(name);
});
