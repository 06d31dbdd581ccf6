import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicators } from '#lib/domain/indicator.ts';
import { textSchema } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { readEnvironment, variableDescriptions } from '#lib/server/env.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...listFiles('docs').filter((f) => f.endsWith('.md'))];
const decisions = readdirSync('docs/adr').filter((name) => /^\d{4}-.*\.md$/.test(name));
const manifest = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** The row of a table whose first cell names something, as its cells. */
function rowOf(file: string, name: string): string[] | undefined {
  const row = read(file)
    .split('\n')
    .find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${name}\``));
  return row?.split('|').map((cell) => cell.trim());
}

/** That so many cells after the name say something. */
const cellsSaid = (count: number) => Array.from({ length: count }, () => expect.stringMatching(/\p{L}{3}/u) as unknown);

/** The names in backticks in the first column of a file's tables that match a pattern. */
function namedFirst(file: string, pattern: RegExp): string[] {
  return [...read(file).matchAll(/^\| `([^`]+)` /gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => pattern.test(name));
}

const routes = listFiles('src/routes')
  .filter((file) => /\/\+(page\.svelte|server\.ts)$/.test(file))
  .map((file) => path.dirname(file).slice('src/routes'.length) || '/');

describe('routes', () => {
  it.each(routes)('%s stands in docs/architecture.md with what it is and for whom', (route) => {
    expect(rowOf('docs/architecture.md', route)?.slice(2, -1)).toEqual(cellsSaid(2));
  });

  it('that are gone do not stand there', () => {
    expect(namedFirst('docs/architecture.md', /^\//).filter((route) => !routes.includes(route))).toEqual([]);
  });
});

describe('environment variables', () => {
  const defaults: Record<string, unknown> = readEnvironment({});

  it.each(Object.entries(variableDescriptions))('%s stands in README.md with its description', (name, description) => {
    const row = rowOf('README.md', name);
    expect(row?.[3]).toBe(description);
    expect(row?.[2]).toBe(defaults[name] === undefined ? '–' : `\`${String(defaults[name])}\``);
  });
});

describe('indicators', () => {
  it.each(indicators)('$id is worded in every language', ({ name, base }) => {
    expect(textSchema.parse(name)).toEqual(name);
    expect(textSchema.parse(base)).toEqual(base);
  });

  it.each(indicators)('$id stands in the glossary as it is defined', (indicator) => {
    const { id, kind, nature, name, base, denominator, slug } = indicator;
    const quoted = (value: string | null) => (value === null ? '–' : `\`${value}\``);
    const cells = [`${kind}, ${nature}`, name.nb, name.nn, name.en, `${base.nb} / ${base.nn}`];
    const row = read('docs/glossary.md')
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\` `) && line.includes(nature));
    expect(row?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      `\`${id}\``,
      ...cells,
      quoted(denominator),
      quoted(slug),
      ''
    ]);
  });
});

describe('statuses of a figure', () => {
  it.each(Object.entries(messagesIn('nb').statistics.status))('%s stands in the glossary as it is shown', (id, nb) => {
    const nn: Record<string, string> = messagesIn('nn').statistics.status;
    expect(rowOf('docs/glossary.md', id)?.slice(2, 4)).toEqual([nb, nn[id]]);
  });
});

describe('roles', () => {
  it.each(Object.entries(messagesIn('nb').roles.name))('%s stands in the glossary as it is shown', (id, nb) => {
    const nn: Record<string, string> = messagesIn('nn').roles.name;
    expect(rowOf('docs/glossary.md', id)?.slice(2, 4)).toEqual([nb, nn[id]]);
  });
});

describe('migrations', () => {
  const folder = 'src/lib/server/migrations';
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const tables = files.flatMap((name) =>
    [...read(path.join(folder, name)).matchAll(/^create table (?:if not exists )?(\w+)/gm)].map(([, table]) => table)
  );

  it.each(files)('%s stands in docs/data-model.md with what it makes', (name) => {
    expect(rowOf('docs/data-model.md', name)?.slice(2, -1)).toEqual(cellsSaid(1));
  });

  it.each(tables)('the table %s has its part and its box in the diagram', (table) => {
    const text = read('docs/data-model.md');
    expect(text).toContain(`\n### ${table}\n`);
    expect(text).toContain(`\n  ${table} {\n`);
  });
});

describe('commands', () => {
  it.each(Object.keys(manifest.scripts))('%s stands in CONTRIBUTING.md with what it does', (name) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    const row = rowOf('CONTRIBUTING.md', command) ?? rowOf('CONTRIBUTING.md', `${command} -- FILE`);
    expect(row?.slice(2, -1)).toEqual(cellsSaid(1));
  });
});

describe('dependencies', () => {
  const lists = [
    ...Object.keys(manifest.dependencies).map((name) => ({ name, file: 'docs/adr/0012-dependencies-at-run-time.md' })),
    ...Object.keys(manifest.devDependencies).map((name) => ({
      name,
      file: 'docs/adr/0013-dependencies-for-development.md'
    }))
  ];

  it.each(lists)('$name stands in $file with its licence', ({ name, file }) => {
    const { license } = JSON.parse(read(path.join('node_modules', name, 'package.json'))) as { license: string };
    expect(rowOf(file, name)?.[2]).toBe(license);
  });

  it('that are gone do not stand there', () => {
    const known = lists.map(({ name }) => name);
    const named = [...new Set(lists.map(({ file }) => file))].flatMap((file) =>
      [...read(file).matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell]) =>
        [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
      )
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('tables', () => {
  it.each(pages)('of %s have each row once', (page) => {
    const rows = read(page)
      .split('\n')
      .filter((line) => /^\| `/.test(line));
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });
});

describe('folders', () => {
  const folders = readdirSync('src/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(folders.map(({ name }) => `src/lib/${name}`))('%s stands in docs/architecture.md and README.md', (folder) => {
    expect(rowOf('docs/architecture.md', folder)?.slice(2, -1)).toEqual(cellsSaid(2));
    expect(rowOf('README.md', `${folder}/`)?.slice(2, -1)).toEqual(cellsSaid(1));
  });
});

describe('decisions', () => {
  it.each(decisions)('%s has at most 30 lines, with context, decision and price', (name) => {
    const text = read(path.join('docs/adr', name));
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
    for (const part of ['Context', 'Decision', 'Price']) expect(text).toContain(`**${part}.**`);
  });

  it.each(decisions)('%s stands in the list under its own title', (name) => {
    const title = /^# (.+)$/m.exec(read(path.join('docs/adr', name)))?.[1];
    expect(read('docs/adr/README.md')).toContain(`[${title}](${name})`);
  });
});

describe('links', () => {
  const anchorsOf = (file: string) =>
    [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      (title ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-')
    );
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ page, target }))
  );

  it.each(links)('$page: $target leads somewhere', ({ page, target }) => {
    const [file, anchor] = target.split('#');
    const found = file ? path.join(path.dirname(page), file) : page;
    expect(existsSync(found)).toBe(true);
    if (anchor) expect(anchorsOf(found)).toContain(anchor);
  });
});

describe('files that are named', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:src|scripts|tests|data|docs)\/[^`*…]+\.\w+)`/g)]
      .map(([, file]) => file ?? '')
      .filter((file) => !/\/(x-|000n)/.test(file))
      .map((file) => ({ page, file }))
  );

  it.each(named)('$page: $file is there', ({ file }) => {
    expect(existsSync(file)).toBe(true);
  });
});

describe('names in files', () => {
  const files = [...listFiles('src'), ...listFiles('scripts'), ...listFiles('tests')];
  const homesOf = (file: string) => files.filter((known) => known === file || known.endsWith(`/${file}`));
  const pairs = pages.flatMap((page) =>
    [...read(page).matchAll(/((?:`[^`\n]+`(?:, | and ))*`[^`\n]+`)\s+in\s+`([^`\n]+\.(?:ts|js|svelte|sql))`/g)].flatMap(
      ([, names, file]) =>
        [...(names ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => ({ page, name: name ?? '', file: file ?? '' }))
    )
  );

  it('are found', () => {
    for (const page of ['docs/architecture.md', 'CONTRIBUTING.md']) {
      expect(pairs.filter((pair) => pair.page === page).length).toBeGreaterThan(1);
    }
  });

  it.each(pairs)('$page: $name is in $file', ({ name, file }) => {
    const identifier = /[\w$]+/.exec(name.slice(name.indexOf('.') + 1))?.[0] ?? '';
    const word = new RegExp(`\\b${identifier}\\b`);
    expect(homesOf(file).filter((home) => word.test(read(home)))).not.toEqual([]);
  });
});
