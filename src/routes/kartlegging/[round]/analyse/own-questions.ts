import { countiesOf } from '#lib/domain/access.ts';
import { countiesAt } from '#lib/domain/geography.ts';
import { readRoundPart } from '#lib/server/round-part.ts';
import { regionalViews, type RegionalView } from '#lib/ui/analysis/regional-answers.ts';
import type { openWorkbench } from './open-analysis.ts';

type Opened = Pick<Awaited<ReturnType<typeof openWorkbench>>, 'user' | 'round' | 'rounds' | 'isFollower'>;

/** What was answered to the own questions of a round that is open in the workbench, with the rounds before it. */
export async function ownQuestionViews(
  { app, language }: App.Locals,
  { user, round, rounds, isFollower }: Opened
): Promise<RegionalView[]> {
  if (round.addon.length === 0) return [];
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
  return regionalViews(asked, { language, countyName: (number) => counties.get(number) ?? number });
}
