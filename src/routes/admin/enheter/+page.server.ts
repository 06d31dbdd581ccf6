import { managedUnits } from '#lib/domain/administration.ts';
import { dayOf } from '#lib/domain/day.ts';
import { chainOf } from '#lib/domain/unit.ts';
import { unitText } from '#lib/ui/people/access-text.ts';
import type { PageServerLoad } from './$types';
import { openAdministration } from '../administration.ts';

export const load: PageServerLoad = ({ locals, url }) => {
  const { user, now } = openAdministration(locals, url);
  const { app, language } = locals;
  const { geography } = app.reference;
  const words = (url.searchParams.get('sok') ?? '').trim().slice(0, 100);
  const wanted = words.toLocaleLowerCase('nb-NO');
  const units = managedUnits(user, geography, dayOf(now)).map((unit) => ({
    chain: chainOf(unit),
    unitType: unit.unitType,
    label: unitText(unit, { geography, language })
  }));
  return { words, units: units.filter(({ label }) => label.toLocaleLowerCase('nb-NO').includes(wanted)) };
};
