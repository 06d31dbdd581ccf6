import { createHmac } from 'node:crypto';
import type { App } from './app.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** How often in how many minutes. No limit is about tokens: they are 256 random bits, and whoever holds one gets in. */
export const limits = {
  signInMailPerAddress: { most: 5, minutes: 15 },
  signInMailPerClient: { most: 30, minutes: 15 },
  reportPerAssignment: { most: 30, minutes: 60 },
  correctionPerAssignment: { most: 5, minutes: 60 },
  contactPerAssignment: { most: 10, minutes: 60 },
  letterPerGiver: { most: 60, minutes: 60 },
  providerSignInPerClient: { most: 60, minutes: 15 },
  apiPerClient: { most: 600, minutes: 10 }
} as const;

type Taking = { limit: keyof typeof limits; subject: string };
type Counter = { secret: string; now: Date };

/**
 * Takes one from each limit, or refuses with the time until the first window that is full has passed. A window begins
 * with the first taking. In a system's transaction: what is refused is rolled back, so asking again prolongs nothing.
 */
export async function takeFromLimits(tx: Tx, takings: readonly Taking[], { secret, now }: Counter): Promise<void> {
  for (const taking of takings) {
    const { most, minutes } = limits[taking.limit];
    const { count, end } = await countOne(tx, keyOf(taking, secret), now, new Date(now.getTime() + minutes * 60_000));
    if (count > most) throw Problem.tooMany(Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 1000)));
  }
  await removePassed(tx, now);
}

/** Takes one from a limit before the change that it is about, whose actor may not see the limits; then it stays taken. */
export async function takeFromLimit({ db, secret, clock }: Pick<App, 'db' | 'secret' | 'clock'>, taking: Taking) {
  await db.transaction({ kind: 'system', task: 'rate_limit' }, (tx) =>
    takeFromLimits(tx, [taking], { secret, now: clock() })
  );
}

function keyOf({ limit, subject }: Taking, secret: string): Buffer {
  return createHmac('sha256', secret).update(`limit:${limit}:${subject}`).digest();
}

async function countOne(tx: Tx, key: Buffer, now: Date, end: Date): Promise<{ count: number; end: Date }> {
  const [counted] = await tx.query<{ count: number; end: Date }>(
    `insert into rate_limit (key, window_start, window_end, count)
    values ($1, $2, $3, 1)
    on conflict (key) do update
    set
      count = case when rate_limit.window_end <= $2 then 1 else rate_limit.count + 1 end,
      window_start = case when rate_limit.window_end <= $2 then $2 else rate_limit.window_start end,
      window_end = case when rate_limit.window_end <= $2 then $3 else rate_limit.window_end end
    returning count, window_end as "end"`,
    [key, now, end]
  );
  if (!counted) throw new Error('a limit counted nothing');
  return counted;
}

/** After the taking, and never waiting for another transaction, so that two cannot wait for each other. */
async function removePassed(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `delete from rate_limit
    where key in (
      select key
      from rate_limit
      where window_end <= $1
      limit 100
      for update skip locked
    )`,
    [now]
  );
}
