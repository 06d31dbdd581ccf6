import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  auditActions,
  auditGroups,
  auditQuery,
  readAuditFilter,
  readAuditPlace
} from '#lib/domain/audit.ts';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

describe('actions', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'lib/server/audit.ts')
    .map((name) => path.join('src', name))
    .filter((file) => readFileSync(file, 'utf8').includes('recordAudit('));

  /** The actions that a source gives to recordAudit, from the call or from what the source names them in. */
  function actionsIn(file: string): string[] {
    const source = readFileSync(file, 'utf8');
    const named = [...source.matchAll(/'(\w+)'/g)].map(([, one]) => one ?? '').filter((one) => one in auditActions);
    return [...source.matchAll(/(?<!function )recordAudit\(([^;]*);/g)].flatMap(([, call = '']) => {
      const given = [...call.matchAll(/\baction: '(\w+)'/g)].map(([, one]) => one ?? '');
      return given.length > 0 ? given : named;
    });
  }

  /** The actions that functions of the store write themselves, in the same statement as what they tell of. */
  function actionsOfTheStore(): string[] {
    const folder = 'src/lib/server/migrations';
    const sql = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    return sql.flatMap((text) =>
      [...text.matchAll(/insert into audit \([^)]*action[^)]*\)\s+values \([^;]*?'(\w+_\w+)'/g)].map(
        ([, one]) => one ?? ''
      )
    );
  }

  /** The actions of statements that tell of many rows at once. */
  function actionsOfStatements(): string[] {
    const files = readdirSync('src/lib/server').filter((name) => name.endsWith('.ts'));
    return files.flatMap((name) => {
      const source = readFileSync(path.join('src/lib/server', name), 'utf8');
      return [...source.matchAll(/insert into audit \([^)]*action[^)]*\)\s+select [^;]*?'(\w+_\w+)'/g)].map(
        ([, one]) => one ?? ''
      );
    });
  }

  it.each(sources)('of %s have a group and wording', (file) => {
    const source = readFileSync(file, 'utf8');
    const calls = [...source.matchAll(/(?<!function )recordAudit\(/g)].length;
    const actions = actionsIn(file);
    expect(actions.length).toBeGreaterThanOrEqual(calls);
    expect(actions.filter((action) => !(action in auditActions))).toEqual([]);
  });

  it('that are worded are written somewhere', () => {
    const written = [...sources.flatMap(actionsIn), ...actionsOfTheStore(), ...actionsOfStatements()];
    expect(Object.keys(auditActions).filter((action) => !written.includes(action))).toEqual([]);
  });

  it.each(languages)('are worded in %s, each in its own way', (language) => {
    const { actions } = messagesIn(language).audit;
    expect(Object.keys(actions).sort()).toEqual(Object.keys(auditActions).sort());
    const sentences = Object.values(actions).map((sentence) => sentence('A', 'B'));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('each stand in one group', () => {
    expect(auditGroups.flatMap((group) => actionsOf(group) ?? []).sort()).toEqual(Object.keys(auditActions).sort());
    expect(actionsOf(null)).toBeNull();
  });
});

describe('the filter in an address', () => {
  const read = (query: string) => readAuditFilter(new URLSearchParams(query));

  it('is read and written the same', () => {
    const query = 'hva=seen&person=Ola&fra=2024-03-01&til=2024-03-31';
    const { filter, problems } = read(query);
    expect(filter).toEqual({ group: 'seen', person: 'Ola', from: '2024-03-01', to: '2024-03-31' });
    expect(problems).toEqual([]);
    expect(auditQuery(filter)).toBe(query);
    expect(auditQuery(filter, { before: 7 })).toBe(`${query}&eldre=7`);
    expect(auditQuery(read('').filter)).toBe('');
  });

  it('takes a day as it is written in Norway', () => {
    expect(read('fra=1.3.2024').filter.from).toBe('2024-03-01');
  });

  it.each([
    ['fra=2024-02-30', [{ field: 'from', value: '2024-02-30' }]],
    ['til=i+morgen', [{ field: 'to', value: 'i morgen' }]],
    ['fra=2024-03-02&til=2024-03-01', [{ field: 'order', value: '2024-03-01' }]]
  ])('names what is wrong in %s', (query, problems) => {
    expect(read(query).problems).toEqual(problems);
  });

  it('leaves out what it does not know', () => {
    expect(read('hva=alt&person=+').filter).toEqual({ group: null, person: '', from: null, to: null });
  });

  it.each([
    ['', { before: null, after: null }],
    ['eldre=12', { before: 12, after: null }],
    ['nyere=12&eldre=40', { before: null, after: 12 }],
    ['eldre=-1', { before: null, after: null }],
    ['eldre=9999999999999999999', { before: null, after: null }]
  ])('the place of "%s"', (query, place) => {
    expect(readAuditPlace(new URLSearchParams(query))).toEqual(place);
  });
});
