import { error, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from './db.ts';
import { readForm } from './form-body.ts';
import { actorOf, type PersonUser } from './person.ts';
import { Problem } from './problem.ts';

type SignedInForm = { user: PersonUser; actor: Extract<Actor, { kind: 'person' }>; form: FormData };
/** What was typed in a form that was sent after the session had ended, and where it goes; for its sender only. */
export type Resend = { address: string; fields: [name: string, value: string][] };

/** More than any form has: each becomes an element of the page that gives them back. */
const mostFields = 1000;

/**
 * The form that someone who has signed in sends, of `most` bytes for them alone; the first thing an action of a signed-in page does. When the session
 * has ended the answer is 401 with the typed fields in it, to send again after signing in; files are not in it.
 */
export async function readSignedInForm(
  { locals, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
  most?: number
): Promise<SignedInForm> {
  const { user } = locals;
  const form = await readForm(request, user.kind === 'person' ? most : undefined);
  if (user.kind === 'person') return { user, actor: actorOf(user), form };
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  if (fields.length > mostFields) throw Problem.tooLarge(`${fields.length} fields`);
  error(401, { code: 'signed-out', message: 'signed-out', resend: { address: url.pathname + url.search, fields } });
}
