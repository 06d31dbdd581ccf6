import { termsOf, type Terms } from '#lib/domain/disclosure.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Tx } from './db.ts';

/** What the public may have of a round's totals: of reported cases what its newest release shows, and nothing before that. */
export async function publicTerms(tx: Tx, round: Pick<Round, 'id' | 'dataKind'>): Promise<Terms> {
  if (round.dataKind !== 'reported') return termsOf(round);
  const [newest] = await tx.query<{ figures: ReleaseContent['figures'] }>(
    `select content -> 'figures' as figures
    from release
    where round_id = $1 and state = 'published' and release_is_public(release)
    order by version desc
    limit 1`,
    [round.id]
  );
  return termsOf(round, newest?.figures);
}
