import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test } from '../support/server.ts';

test('what cannot be read is refused, and the log has neither a bug nor the key', async ({ server }) => {
  const link = server.answerLink(silentMunicipalities[0]?.number ?? '');
  const key = link.slice(link.lastIndexOf('/') + 1);
  expect((await fetch(`${link}%E0%A4%A`)).status).toBe(400);
  const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: server.origin };
  const posted = await fetch(`${link}?/lagre`, { method: 'POST', body: 'rubbish', headers });
  expect(posted.status).toBe(400);
  const large = { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin };
  const body = `name=${'x'.repeat(2_000_000)}`;
  expect((await fetch(`${server.origin}/logg-inn`, { method: 'POST', body, headers: large })).status).toBe(413);
  expect(server.output()).not.toContain(key);
  expect(server.output()).not.toContain('"bug"');
});
