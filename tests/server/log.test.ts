import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { openLog } from '#lib/server/log.ts';

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
