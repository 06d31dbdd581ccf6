import type { Grant } from '#lib/domain/access.ts';
import { lastDayBefore } from '#lib/domain/day.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { grantText } from './access-text.ts';

type Given = Grant & { until: Date | null };
type Mail = { subject: string; body: string };
/** Where links begin, the language of the letter, and what units are called. */
type Post = { origin: string; language: Language; geography: Geography };

/** The letter to someone who was given something: an invitation, or for an account that is known, how to sign in. */
export function invitationMail(
  giver: string | null,
  { token, grants }: { token: string | null; grants: readonly Given[] },
  post: Post
): Mail {
  const { mail } = messagesIn(post.language).people;
  const words = token === null ? mail.given : mail.invited;
  const link = post.origin + (token === null ? '/logg-inn' : `/invitasjon/${token}`);
  return { subject: words.subject, body: words.body(giver ?? mail.someone, lines(grants, post), link) };
}

type Refused = Record<'moved' | 'withdrawn' | 'kept', readonly Given[]> & { personId: string };

/** The letter to who invited someone that did not accept: to whom it was handed over, or what is left to decide. */
export function refusalMail(name: string, refused: Refused, successor: string | null, post: Post): Mail {
  const { mail } = messagesIn(post.language).people;
  const { personId, moved, withdrawn, kept } = refused;
  const link = `${post.origin}/admin/personer/${personId}`;
  if (moved.length > 0 && withdrawn.length + kept.length === 0) {
    const { subject, body } = mail.handedOver;
    return { subject, body: body(name, lines(moved, post), successor ?? '', link) };
  }
  const { subject, body, ended, open } = mail.declined;
  return { subject, body: body(name, lines([...withdrawn, ...kept], post), kept.length > 0 ? open : ended, link) };
}

function lines(grants: readonly Given[], post: Post): string {
  const { people } = messagesIn(post.language);
  const line = (grant: Given) => {
    const access = grantText(grant, post);
    if (grant.until === null) return access;
    return `${access}, ${people.until(formatDate(lastDayBefore(grant.until), post.language))}`;
  };
  return grants.map(line).join('\n');
}
