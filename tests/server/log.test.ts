import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { describeBug, openLog } from '#lib/server/log.ts';

it('a line is one JSON object with its time in ISO form and nothing about the machine', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    }
  });
  openLog('info', sink).info({ route: '/helse', status: 200 }, 'request');
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({ route: '/helse', status: 200, msg: 'request' });
  expect(new Date(String(line.time)).toISOString()).toBe(line.time);
  expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'route', 'status', 'time']);
});

describe('a bug in the log', () => {
  const key = 'mL3o9nVt8Qw2Zr5Yb7Xc1d';

  it.each([`no page at /svar/${key}`, `fetch http://localhost/svar/${key}?a=b failed`, `unknown: ${key}`])(
    'holds no address and no key: %s',
    (message) => {
      const described = describeBug(new RangeError(message), '/svar/[token]');
      expect(described).toMatch(/^RangeError: /);
      expect(described).not.toContain(key);
      expect(described).toContain('log.test.ts');
    }
  );

  it('says what was wrong', () => {
    expect(describeBug(new Error('unknown check: weather'), '/svar/[token]')).toMatch(
      /^Error: unknown check: weather\n/
    );
  });

  it('does not repeat a value that the database refused', () => {
    const refused = Object.assign(new Error('invalid input syntax for type date: "Ola "Oppdiktet"\nNordmann"'), {
      code: '22007'
    });
    expect(describeBug(refused, '/saker')).toMatch(/^Error: invalid input syntax for type date: "…"\n/);
    const missing = Object.assign(new Error('column "round" does not exist'), { code: '42703' });
    expect(describeBug(missing, '/saker')).toContain('column "round" does not exist');
  });

  it('has no message when no route was found', () => {
    expect(describeBug(new URIError('secret'), null)).toMatch(/^URIError\n +at /);
    expect(describeBug('secret', null)).toBe('string');
  });
});
