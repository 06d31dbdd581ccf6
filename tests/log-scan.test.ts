import { describe, expect, it } from 'vitest';
import { demonstrationPeople } from '#lib/server/demonstration.ts';
import { newToken } from '#lib/server/token.ts';
import { keepLog, knownNames, leaksIn, openTestLogs, requireCleanLogs } from './support/log-scan.ts';

const names = knownNames();
const scan = (line: string) => leaksIn(`{"msg":"fine"}\n${line}\n`, names);

describe('the search of the logs finds', () => {
  it.each([
    ['token', newToken()],
    ['token', `/svar/${newToken()}?/send`],
    ['cookie', 'session=abc'],
    ['cookie', '__Host-session=abc'],
    ['e-mail', 'kari@example.no'],
    ['e-mail', 'tilbake=kari%40example.no'],
    ['phone', '98765432'],
    ['phone', '+47 98 76 54 32'],
    ['phone', '987 65 432'],
    ['national number', '01015012345'],
    ['national number', '010150 12345'],
    ['name', 'Kari Nordmann'],
    ['name', 'kari nordmann'],
    ['name', 'Oppdiktet Person 3'],
    ['name', 'Oppdiktveien 3']
  ])('a %s: %s', (kind, secret) => {
    const found = scan(`{"level":30,"error":"no page at ${secret}"}`);
    expect(found).toMatchObject([{ line: 2, kind }]);
    expect(found[0]?.masked).not.toContain(secret);
    expect(found[0]?.masked).toContain('no page at');
  });
});

it.each([
  '{"level":30,"time":"2025-01-15T09:00:00.123Z","route":"/svar/[token]","method":"POST","status":303,"ms":12,"msg":"request"}',
  '{"level":50,"reference":"12345678","route":null,"error":"URIError\\n    at decode (file:///srv/build/server/index.js:1234:56)"}',
  '{"level":30,"ms":1234567}',
  `{"level":50,"hash":"${'a1'.repeat(32)}"}`
])('an ordinary line is none: %s', (line) => {
  expect(scan(line)).toEqual([]);
});

it('a run of the browser tests fails when one of its servers told something, and says where', () => {
  const removeLogs = openTestLogs();
  expect(requireCleanLogs()).toMatch(/^No server wrote a log/);
  keepLog(1, Buffer.from('{"msg":"request"}\n'));
  expect(requireCleanLogs()).toMatch(/^Looked through 1 lines of 1 logs: /);
  keepLog(3, Buffer.from('{"msg":"request"}\n'.repeat(2)));
  expect(requireCleanLogs()).toMatch(/^Looked through 3 lines of 2 logs: /);
  keepLog(2, Buffer.from('{"msg":"request"}\n{"msg":"mail to kari@example.no"}\n'));
  expect(requireCleanLogs).toThrow('line 2, e-mail: {"msg":"mail to …"}');
  removeLogs();
});

it('the names are those of everybody in the demonstration and its cases and those that the browser tests type, and each is found', () => {
  const people = demonstrationPeople.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(people));
  expect(names.filter((name) => !people.includes(name))).toEqual(
    expect.arrayContaining(['Kari Nordmann', 'Ola Nordmann', 'Oppdiktet Vandrer', 'Oppdiktet Person'])
  );
  for (const name of names) expect(scan(`{"msg":"mail to ${name}"}`), name).toMatchObject([{ line: 2, kind: 'name' }]);
});
