import { redirect } from '@sveltejs/kit';
import { countiesOf, may, regionsOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { municipalitiesAt, type Municipality } from '#lib/domain/geography.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { unitName, unitsAround } from '#lib/domain/unit.ts';
import { actorOf, type PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';

/** Whoever follows up municipalities; who is not signed in is sent to do so, others find nothing. */
export function openDesk({ app, user }: App.Locals, url: URL) {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname + url.search));
  if (user.kind !== 'person' || !may(user, { action: 'list_desk' })) throw Problem.notFound();
  return { user, actor: actorOf(user), today: dayOf(app.clock()) };
}

/** A municipality of an address that the user follows up; others find nothing. */
export function openDeskTown(locals: App.Locals, municipalityNo: string, url: URL) {
  const desk = openDesk(locals, url);
  const { geography } = locals.app.reference;
  const around = unitsAround(geography, { unitType: 'municipality', unitId: municipalityNo });
  if (!may(desk.user, { action: 'follow_municipality', around })) throw Problem.notFound();
  const town = municipalitiesAt(geography, desk.today).find(({ number }) => number === municipalityNo);
  if (!town) throw Problem.notFound();
  return { ...desk, town: town satisfies Municipality };
}

/** The names of the counties and regions that a user follows up. */
export function namesOfDesk({ app }: App.Locals, user: PersonUser): string[] {
  const { geography } = app.reference;
  const counties = countiesOf(user).map((unitId) => unitName(geography, { unitType: 'county', unitId }) ?? unitId);
  const regions = regionsOf(user).map((unitId) => unitName(geography, { unitType: 'korus_region', unitId }) ?? unitId);
  return [...counties, ...regions];
}
