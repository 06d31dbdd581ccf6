import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationPeople } from '#lib/server/demonstration.ts';

export type Leak = { line: number; kind: string; masked: string };

const variable = 'REGIONSPEIL_TEST_LOGS';

/** What must never stand in a log, whoever it belongs to. */
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['token', /(?<![\w-])[\w-]{43}(?![\w-])/g],
  ['cookie', /\b(?:__Host-)?session=[^\s"';]+/g],
  ['e-mail', /[\w.+%-]+(?:@|%40)[\w-]+\.[\w.-]+/g],
  ['national number', /(?<![\w.-])\d{6} ?\d{5}(?![\w-])/g],
  ['phone', /(?<![\w.-])(?:\+47 ?)?(?:\d{8}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\w-])/g]
];

/** Who the cases of the demonstration are about. */
const madeUp = ['Oppdiktet Person', 'Oppdiktet Foresatt', 'Oppdiktveien', 'DEMO 1'];

/** The names of the people in the demonstration and in its cases, and of those that the browser tests type. */
export function knownNames(): string[] {
  const typed = readdirSync('tests/e2e')
    .map((file) => readFileSync(path.join('tests/e2e', file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/'(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)'/gu)].map(([, name]) => name ?? ''));
  return [...new Set([...demonstrationPeople.map(({ name }) => name), ...madeUp, ...typed])];
}

/** The lines of a log that tell what they must not, with that masked. */
export function leaksIn(log: string, names: readonly string[]): Leak[] {
  return log.split('\n').flatMap((text, index) => {
    // A reference of a bug is eight hexadecimal digits, which may all be decimal.
    const line = text.replace(/"reference":"[\da-f]{8}"/, '');
    const said = names.filter((name) => line.toLowerCase().includes(name.toLowerCase())).map((name) => ['name', name]);
    const found = patterns.flatMap(([kind, pattern]) => [...line.matchAll(pattern)].map(([match]) => [kind, match]));
    const all = [...said, ...found];
    const masked = all.reduce((rest, [, secret = '']) => rest.replaceAll(new RegExp(escaped(secret), 'gi'), '…'), line);
    return all.slice(0, 1).map(([kind = '']) => ({ line: index + 1, kind, masked }));
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Makes the folder to which the servers of all workers log; returns what removes it. */
export function openTestLogs(): () => void {
  const directory = mkdtempSync(path.join(tmpdir(), 'regionspeil-logs-'));
  process.env[variable] = directory;
  return () => rmSync(directory, { recursive: true, force: true });
}

/** Adds to the log of one server; outside Playwright nobody looks through it, and nothing is kept. */
export function keepLog(server: number, chunk: Buffer): void {
  const directory = process.env[variable];
  if (directory) appendFileSync(path.join(directory, `${server}.log`), chunk);
}

/** What was looked through, in a sentence. Throws when the servers of this run logged what they must not. */
export function requireCleanLogs(): string {
  const directory = process.env[variable];
  const files = directory && existsSync(directory) ? readdirSync(directory) : [];
  const logs = files.map((file) => readFileSync(path.join(directory ?? '', file), 'utf8'));
  const lines = logs.reduce((count, log) => count + log.split('\n').length - 1, 0);
  if (lines === 0) return 'No server wrote a log, so there was none to look through.';
  const names = knownNames();
  const leaks = logs.flatMap((log) => leaksIn(log, names));
  if (leaks.length > 0) {
    const shown = leaks.slice(0, 20).map(({ line, kind, masked }) => `line ${line}, ${kind}: ${masked}`);
    throw new Error(`${leaks.length} lines of the servers' logs tell what they must not\n${shown.join('\n')}`);
  }
  return `Looked through ${lines} lines of ${logs.length} logs: no token, and no name, address or number of a person.`;
}
