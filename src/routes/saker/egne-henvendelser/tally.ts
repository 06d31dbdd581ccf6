import { may } from '#lib/domain/access.ts';
import { findSource, type ReferralSource } from '#lib/domain/case/self-referral.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { readMonth } from '#lib/domain/month.ts';
import { listUnits } from '#lib/server/case/unit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';

/** A municipality whose self-referrals somebody counts, with the unit that serves it. */
export type Place = { unitNo: string; municipalityNo: string; name: string };

/** The municipalities whose self-referrals the user counts; 404 when there are none. */
export async function requirePlaces(tx: Tx, { user, app }: App.Locals, today: string): Promise<Place[]> {
  const names = new Map(municipalitiesAt(app.reference.geography, today).map(({ number, name }) => [number, name]));
  const units = (await listUnits(tx)).filter(({ unitNo }) => may(user, { action: 'count_self_referral', unitNo }));
  const places = units.flatMap(({ unitNo, municipalities }) =>
    municipalities.map((municipalityNo) => ({
      ...{ unitNo, municipalityNo, name: names.get(municipalityNo) ?? municipalityNo }
    }))
  );
  if (places.length === 0) throw Problem.notFound();
  return places;
}

/** The month (ISO, its first day) that is asked for, this one where none is; nothing that is to come. */
export function monthAsked(typed: string | null, today: string): string {
  const month = readMonth(typed ?? '') ?? today.slice(0, 7);
  return `${month > today.slice(0, 7) ? today.slice(0, 7) : month}-01`;
}

/** What a button says: one more or one less from a source; null when it is none of ours. */
export function readChange(pressed: string): { source: ReferralSource; by: 1 | -1 } | null {
  const [id = '', sign] = pressed.split('.');
  const source = findSource(id);
  if (!source || (sign !== 'more' && sign !== 'less')) return null;
  return { source, by: sign === 'more' ? 1 : -1 };
}
