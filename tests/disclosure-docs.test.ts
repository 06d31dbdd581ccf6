import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/disclosure-checks.md', 'utf8');
const named = /`(tests\/[^`\s]+\.(?:test|spec)\.ts)`((?:,?\s"[^"]+")+)/g;
const tests = [...text.matchAll(named)].flatMap(([, file = '', titles = '']) =>
  [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title }))
);

describe('the proof of disclosure control', () => {
  it('answers for each of the nine checks, with a test', () => {
    const [, section = ''] = text.split('\n## Checks\n');
    const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| \d/.test(line));
    expect(new Set(rows.map((row) => Number.parseInt(row.slice(2), 10)))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    for (const row of rows) expect([...row.matchAll(named)], row).not.toEqual([]);
  });

  it.each(tests)('$file has "$title"', ({ file, title }) => {
    expect(existsSync(file)).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(["'", '"', '`'].some((quote) => source.includes(quote + title + quote))).toBe(true);
  });
});
