import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import type { User } from '#lib/domain/access.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';

const person: User = { kind: 'person', personId: 'p', name: 'Kari', scope: 'everything', grants: [] };

function sent(user: User, body: FormData) {
  const url = new URL('http://host.example/kartlegging/sor-2024?/lenke&fylke=42');
  const request = new Request(url, { method: 'POST', body });
  return readSignedInForm({ locals: { user }, request, url } as unknown as RequestEvent); // all that it reads
}

function formWith(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

it('gives the form, who sent it and as whom the store is asked', async () => {
  const { user, actor, form } = await sent(person, formWith(['municipality', '4204']));
  expect(user).toBe(person);
  expect(actor).toEqual({ kind: 'person', personId: 'p', scope: 'everything' });
  expect(form.get('municipality')).toBe('4204');
});

it('gives all typed fields back with 401 when the session has ended, in their order, without files', async () => {
  const typed: [string, string][] = [
    ['note', 'to linjer\r\nmed <b> & "æøå"'],
    ['choice', 'a'],
    ['choice', 'b'],
    ['empty', '']
  ];
  const refused = await sent({ kind: 'public' }, formWith(...typed, ['file', new Blob(['x'])])).catch(
    (thrown: unknown) => thrown
  );
  if (!isHttpError(refused, 401)) throw new Error(`not refused: ${refused}`);
  expect(refused.body).toEqual({
    code: 'signed-out',
    message: 'signed-out',
    resend: { address: '/kartlegging/sor-2024?/lenke&fylke=42', fields: typed }
  });
});

it('refuses a form with more fields than a page can give back', async () => {
  const fields = Array.from({ length: 1001 }, (_, index): [string, string] => [`f${index}`, '']);
  await expect(sent({ kind: 'public' }, formWith(...fields))).rejects.toMatchObject({ status: 413 });
});

it('takes a link to answer for no session: it opens nothing here', async () => {
  const respondent: User = { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' };
  await expect(sent(respondent, formWith())).rejects.toMatchObject({ status: 401 });
});
