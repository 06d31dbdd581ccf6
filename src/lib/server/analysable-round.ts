import { countiesOf, may, type User } from '#lib/domain/access.ts';
import type { County } from '#lib/domain/geography.ts';
import { isSettled, type Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';

type Store = Pick<App, 'statistics' | 'clock'>;

/** The counties of a round's expected municipalities that a user follows for a county governor. */
export async function ownCountiesIn(
  { statistics }: Pick<Store, 'statistics'>,
  user: User,
  round: Round
): Promise<County[]> {
  const own = countiesOf(user);
  if (own.length === 0) return [];
  return (await statistics.counties(round)).filter(({ number }) => own.includes(number));
}

/** Whether a user may analyse a round now. */
export async function mayAnalyse(store: Store, user: User, round: Round): Promise<boolean> {
  const counties = (await ownCountiesIn(store, user, round)).map(({ number }) => number);
  const isSettledNow = isSettled(round, store.clock());
  return may(user, { action: 'analyse_round', region: round.korusRegion, counties, isSettled: isSettledNow });
}
