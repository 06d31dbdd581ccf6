import { randomUUID } from 'node:crypto';
import type { Contact } from '#lib/domain/contact.ts';
import type { AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { queueMessage } from './message.ts';
import { Problem } from './problem.ts';
import { helperToken, tokenHash } from './token.ts';

/** A colleague with a link of their own to a municipality's answer. */
export type Helper = { id: string; name: string; email: string; maySend: boolean; invitedAt: Date };

const columns = `id, name, email, may_send as "maySend", invited_at as "invitedAt"`;

/** The colleagues who have access to an answer now, the first invited first. */
export function listHelpers(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<Helper[]> {
  return tx.query<Helper>(
    `select ${columns}
    from answer_helper
    where municipality_no = $1 and round_id = $2 and withdrawn_at is null
    order by invited_at, id`,
    [municipalityNo, roundId]
  );
}

/** The colleague whose link this is, with the answer it opens; null when it is unknown or withdrawn. For system actors. */
export async function findHelperByLink(tx: Tx, token: string): Promise<(AnswerKey & { helper: Helper }) | null> {
  const [found] = await tx.query<AnswerKey & Helper>(
    `select municipality_no as "municipalityNo", round_id as "roundId", ${columns}
    from answer_helper
    where link_hash = $1 and withdrawn_at is null`,
    [tokenHash(token)]
  );
  if (!found) return null;
  const { municipalityNo, roundId, ...helper } = found;
  return { municipalityNo, roundId, helper };
}

type Invited = {
  contact: Contact;
  maySend: boolean;
  secret: string;
  letter: (token: string) => { subject: string; body: string };
  at: Date;
};

/** Gives a colleague a link of their own, and sends it. Inviting the same address again withdraws the link before. */
export async function inviteHelper(tx: Tx, key: AnswerKey, invited: Invited): Promise<void> {
  const { contact, maySend, secret, letter, at } = invited;
  const { roundId, municipalityNo } = key;
  const id = randomUUID();
  const token = helperToken(secret, id);
  await tx.query(
    `update answer_helper
    set withdrawn_at = $4
    where municipality_no = $1 and round_id = $2 and lower(email) = lower($3) and withdrawn_at is null`,
    [municipalityNo, roundId, contact.email, at]
  );
  await tx.query(
    `insert into answer_helper (municipality_no, round_id, id, name, email, may_send, link_hash, invited_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [municipalityNo, roundId, id, contact.name, contact.email, maySend, tokenHash(token), at]
  );
  await recordAudit(tx, {
    ...{ at, chain: municipalityNo, action: 'helper_invited', subject: `${roundId}/${municipalityNo}` },
    detail: { maySend },
    change: { contact: [null, contact.email] }
  });
  await queueMessage(tx, { ...letter(token), recipient: contact.email }, at);
}

/** Days that a colleague is known after the link was withdrawn, and those with a link after the freeze. */
const daysKept = { withdrawn: 30, frozen: 180 };

/**
 * Deletes colleagues who are no longer needed: those withdrawn when 30 days have passed or the round has frozen, the others
 * 180 days after the freeze, when their link has stopped too. The audit tells how many. For system actors.
 */
export async function forgetHelpers(tx: Tx, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const forgotten = await tx.query<AnswerKey & { count: number }>(
    `with forgotten as (
      delete from answer_helper
      using round
      where round.id = answer_helper.round_id
        and (
          answer_helper.withdrawn_at <= $2
          or answer_helper.withdrawn_at is not null and round.freezes_at <= $1
          or round.freezes_at <= $3
        )
      returning answer_helper.municipality_no, answer_helper.round_id
    )
    select municipality_no as "municipalityNo", round_id as "roundId", count(*)
    from forgotten
    group by municipality_no, round_id
    order by municipality_no, round_id`,
    [now, before(daysKept.withdrawn), before(daysKept.frozen)]
  );
  for (const { municipalityNo, roundId, count } of forgotten) {
    const subject = `${roundId}/${municipalityNo}`;
    const detail = { count };
    await recordAudit(tx, { at: now, chain: municipalityNo, action: 'helpers_forgotten', subject, detail });
  }
}

/** Makes a colleague's link stop. What they have written stays. */
export async function withdrawHelper(tx: Tx, key: AnswerKey, id: string, at: Date): Promise<Helper> {
  const { roundId, municipalityNo } = key;
  const [helper] = await tx.query<Helper>(
    `update answer_helper
    set withdrawn_at = $4
    where municipality_no = $1 and round_id = $2 and id::text = $3 and withdrawn_at is null
    returning ${columns}`,
    [municipalityNo, roundId, id, at]
  );
  if (!helper) throw Problem.notFound();
  await recordAudit(tx, {
    ...{ at, chain: municipalityNo, action: 'helper_withdrawn', subject: `${roundId}/${municipalityNo}`, detail: {} },
    change: { contact: [helper.email, null] }
  });
  return helper;
}
