import { countiesOf } from '#lib/domain/access.ts';
import { countiesAt } from '#lib/domain/geography.ts';
import { readRoundPart } from '#lib/server/round-part.ts';
import { regionalViews } from '#lib/ui/analysis/regional-answers.ts';
import { openWorkbench } from '../open-analysis.ts';
import type { PageServerLoad } from './$types';

// openWorkbench asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const { user, round, rounds, isFollower } = await openWorkbench(locals, params.round, url);
  const until = rounds.filter(({ periodEnd }) => periodEnd <= round.periodEnd);
  const inOrder = until.toSorted((one, other) => one.periodEnd.localeCompare(other.periodEnd));
  const parts = await Promise.all(
    inOrder.filter(({ addon }) => addon.length > 0).map((one) => readRoundPart(app, user, one))
  );
  const own = countiesOf(user);
  const asked = parts.map(({ round: { name, addon }, entries }) => ({
    ...{ name, questions: addon },
    entries: isFollower ? entries : entries.filter(({ countyNo }) => own.includes(countyNo))
  }));
  const counties = new Map(
    countiesAt(app.reference.geography, round.periodEnd).map(({ number, name }) => [number, name])
  );
  const countyName = (number: string) => counties.get(number) ?? number;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    views: round.addon.length > 0 ? regionalViews(asked, { language, countyName }) : [],
    isFollower
  };
};
