import { managedUnits, unitsNamed } from '#lib/domain/administration.ts';
import { dayOf } from '#lib/domain/day.ts';
import { roles } from '#lib/domain/role.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { searchPeople } from '#lib/server/managed-people.ts';
import { grantText, untilText } from '#lib/ui/people/access-text.ts';
import type { PageServerLoad } from './$types';
import { openAdministration } from './administration.ts';

const most = 25;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { user, actor, now } = openAdministration(locals, url);
  const { app, language } = locals;
  const { geography } = app.reference;
  const place = { geography, language };
  const words = (url.searchParams.get('sok') ?? '').trim().slice(0, 100);
  const role = roles.find((one) => one === url.searchParams.get('rolle')) ?? null;
  const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get('side'))) || 1), 10_000);
  const search = { personId: user.personId, words, units: unitsNamed(geography, words), role };
  const find = (offset: number) => app.db.transaction(actor, (tx) => searchPeople(tx, { ...search, offset, most }));
  const found = await find((page - 1) * most);
  const { people, total } = found.total === 0 && page > 1 ? await find(0) : found;
  const given = new Set(managedUnits(user, geography, dayOf(now)).flatMap((unit) => unit.roles));
  return {
    ...{
      words,
      chosenRole: role,
      page: found === null || found.total === 0 ? 1 : page,
      pages: Math.ceil(total / most)
    },
    total,
    roles: roles.filter((one) => given.has(one)),
    people: people.map(({ id, name, email, signedInAt, grants }) => ({
      ...{ id, name, email },
      signedIn: signedInAt && formatDate(signedInAt, language),
      grants: grants.map((grant) => ({ text: grantText(grant, place), until: untilText(grant.until, now, language) }))
    }))
  };
};
