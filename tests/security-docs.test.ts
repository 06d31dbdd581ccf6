import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#lib/server/security-headers.ts';
import config from '../svelte.config.js';

const read = (file: string) => readFileSync(file, 'utf8');
const text = read('docs/security.md');

/** The items of ASVS 5.0.0 that are answered for. */
const asvs = [
  ...['2.3.1', '2.3.2', '2.3.3', '2.3.4', '2.4.1', '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.4.1', '3.4.3', '3.4.4'],
  ...['3.4.5', '3.4.6', '5.2.1', '5.2.2', '6.3.3', '6.3.6', '6.6.2', '6.6.3', '6.8.1', '6.8.2', '6.8.4', '7.1.1'],
  ...['7.1.2', '7.1.3', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.3.1', '7.3.2', '7.4.1', '7.4.2', '7.4.3', '7.4.4'],
  ...['7.4.5', '7.6.1', '8.2.1', '8.2.2', '8.2.3', '8.3.1', '8.4.1', '10.1.2', '10.2.1', '10.2.2', '10.5.1', '10.5.2'],
  ...['10.5.3', '10.5.4', '12.2.1', '13.2.4', '13.3.1', '13.4.2', '14.1.1', '14.1.2', '14.2.1', '14.2.2', '14.2.3'],
  ...['14.2.4', '14.3.1', '14.3.2', '14.3.3', '15.1.2', '16.2.1', '16.2.2', '16.2.3', '16.2.4', '16.2.5', '16.3.1'],
  ...['16.3.2', '16.3.3', '16.4.2', '16.5.1', '16.5.3']
];

function sectionOf(title: string): string {
  const [, after] = text.split(`\n## ${title}\n`);
  if (after === undefined) throw new Error('no section: ' + title);
  return after.split('\n## ')[0] ?? '';
}

/** The cells of each row of a section's table, without its head. */
function rowsOf(title: string): string[][] {
  return sectionOf(title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    );
}

type Evidence = { file: string; titles: string[] };

/** The files in backticks, each with the quoted titles that follow it. */
function evidenceIn(part: string): Evidence[] {
  const named = /`((?:tests|src|docs|scripts)\/[^`\s]+\.\w+|svelte\.config\.js)`((?:,?\s"[^"]+")*)/g;
  return [...part.matchAll(named)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? '')
  }));
}

const rows = rowsOf('ASVS 5.0.0');
const questions = sectionOf('Fourteen questions')
  .split(/^### /m)
  .slice(1)
  .map((question) => ({ title: question.split('\n')[0] ?? '', question }));

describe('the items of ASVS 5.0.0', () => {
  it('stand in the table, each once and in their order', () => {
    expect(rows.map(([item]) => item)).toEqual(asvs);
  });

  it.each(rows)('%s is answered, with evidence', (_item, asked = '', answer = '', evidence = '') => {
    expect(asked).not.toBe('');
    expect(answer).toMatch(/^(yes|partly|no|operator|does not apply)\b/);
    expect(evidenceIn(evidence)).not.toEqual([]);
  });
});

describe('the fourteen questions', () => {
  it('are all there', () => {
    expect(questions.map(({ title }) => parseInt(title, 10))).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
  });

  it.each(questions)('$title', ({ question }) => {
    expect(question).toMatch(/\n\*\*(Yes|Partly|No|Does not apply)\b/);
    expect(evidenceIn(question)).not.toEqual([]);
    if (/^\*\*(No|Partly)\./m.test(question)) expect(question).toMatch(/Gap|alone decides/);
  });
});

const assessments = ['saker-protokoll', 'saker-dpia', 'saker-ros'].map((name) => read(`docs/privacy/${name}.md`));

describe('evidence', () => {
  const all = [text, ...assessments].flatMap(evidenceIn);
  const titles = all.flatMap(({ file, titles: some }) => some.map((title) => ({ file, title })));

  it('is found', () => {
    expect(titles.length).toBeGreaterThan(asvs.length);
  });

  it.each(assessments)('stands in each assessment of the cases', (assessment) => {
    expect(evidenceIn(assessment).length).toBeGreaterThan(8);
    expect(assessment).toMatch(/\[[^\]]+\](?!\()/);
  });

  it.each(all)('$file is there', ({ file }) => {
    expect(existsSync(file)).toBe(true);
  });

  it.each(titles)('$file has "$title"', ({ file, title }) => {
    expect(["'", '"', '`'].some((quote) => read(file).includes(quote + title + quote))).toBe(true);
  });

  it('names a test in each test file, wherever it answers', () => {
    const answers = evidenceIn(sectionOf('Fourteen questions') + sectionOf('ASVS 5.0.0'));
    expect(answers.filter(({ file, titles: some }) => file.startsWith('tests/') && some.length === 0)).toEqual([]);
  });
});

describe('exceptions in the content security policy', () => {
  const documented = rowsOf('Exceptions in the content security policy').map(([directive, source]) =>
    `${directive} ${source}`.replaceAll('`', '')
  );
  const isException = (source: string) => !['none', 'self', ''].includes(source.replaceAll("'", ''));

  it('of pages are those of svelte.config.js', () => {
    const directives = Object.entries(config.kit?.csp?.directives ?? {});
    const configured = directives.flatMap(([directive, sources]) =>
      (Array.isArray(sources) ? sources.map(String) : []).filter(isException).map((source) => `${directive} ${source}`)
    );
    expect(configured.length).toBeGreaterThan(0);
    expect(documented.toSorted()).toEqual(configured.toSorted());
  });

  it('of files are among them', () => {
    const policy = securityHeaders('')['content-security-policy'] ?? '';
    const used = policy.split(';').flatMap((part) => {
      const [directive = '', ...sources] = part.trim().split(' ');
      return sources.filter(isException).map((source) => `${directive} ${source.replaceAll("'", '')}`);
    });
    expect(documented).toEqual(expect.arrayContaining(used));
  });
});

describe('what the pages do without', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts|html)$/.test(file))
    .map((file) => ({ file, source: read(path.join('src', file)) }));
  const filesWith = (pattern: RegExp) => sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file);

  it('files are taken as text that is not kept, and as documents of cases that are sealed', () => {
    expect(filesWith(/type=["'{]*file\b|enctype=["'{]*multipart/).sort()).toEqual([
      path.join('routes', 'kartlegging', '[round]', 'import', 'SourceForm.svelte'),
      path.join('routes', 'saker', 'DocumentsField.svelte'),
      path.join('routes', 'saker', '[municipality]', '[case]', 'Documents.svelte'),
      path.join('routes', 'saker', 'ny', '+page.svelte'),
      path.join('routes', 'svar', '[token]', 'fil', '+page.svelte'),
      // Counted in the browser, and never sent.
      path.join('routes', 'svar', '[token]', 'telling', '+page.svelte')
    ]);
  });

  it('nothing is kept in the browser’s storage', () => {
    expect(filesWith(/\b(localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie|cookieStore)\b/)).toEqual(
      []
    );
  });
});
