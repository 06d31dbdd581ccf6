import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestDb } from './support/test-db.ts';

const text = readFileSync('docs/privacy/personal-data.md', 'utf8');
const personal = [...text.matchAll(/^\| `(\w+\.\w+)`/gm)].map(([, column = '']) => column);
const others = [...text.matchAll(/^\| `(\w+)` +\|(.+)\|$/gm)].flatMap(([, table, columns = '']) =>
  [...columns.matchAll(/`(\w+)`/g)].map(([, column]) => `${table}.${column}`)
);

async function columnsOfTheStore(): Promise<string[]> {
  const db = await openTestDb();
  const { rows } = await db.owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name
    from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')`
  );
  await db.close();
  return rows.map(({ name }) => name);
}

it('every column is listed once, as personal or not', async () => {
  expect([...personal, ...others].sort()).toEqual((await columnsOfTheStore()).sort());
});

it('every personal column has its level, what it is for, who sees it and how long it is kept', () => {
  const rows = text.split('\n').filter((line) => /^\| `\w+\.\w+`/.test(line));
  for (const row of rows) {
    const [, , level, ...said] = row.split('|').map((cell) => cell.trim());
    expect(level, row).toMatch(/^[ABCD]$/);
    expect(
      said.slice(0, 3).every((cell) => cell !== ''),
      row
    ).toBe(true);
  }
});

it('what is named after a person, an address or a secret is personal', () => {
  const telling = /\.(name|email|\w+_name|\w+_email|address|device|recipient|person_id|subject|origin|\w+_by)$/;
  const excepted = ['round.name', 'migration.name', 'assignment.covered_by', 'release_file.name'];
  expect(others.filter((column) => telling.test(column) && !excepted.includes(column))).toEqual([]);
});
