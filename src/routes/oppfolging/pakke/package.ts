import { may } from '#lib/domain/access.ts';
import {
  audienceSlugs,
  packageAudienceOf,
  packageYearOf,
  packageYears,
  type CountyPackage
} from '#lib/domain/county-package.ts';
import { countiesAt } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import { listCountyRounds, readCountyPackage } from '#lib/server/county-package.ts';
import { readPackageText } from '#lib/server/county-package-text.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { packageText } from '#lib/ui/desk/package-text.ts';
import { openDesk } from '../desk.ts';

/**
 * The package of an address: of one of the user's own counties, the first when none is named. Another's county, and a round
 * that has not settled there, are not found; `pack` is null while the county has no settled round.
 */
export async function openPackage(locals: App.Locals, url: URL) {
  const desk = openDesk(locals, url);
  const { app } = locals;
  const { county, counties } = countyIn(locals, desk, url);
  const rounds = await listCountyRounds(app, desk.user, county);
  const round = roundIn(rounds, url);
  const years = packageYears(
    rounds.map((one) => one.round.periodEnd),
    desk.today
  );
  const year = packageYearOf(url.searchParams.get('ar'), years);
  const audience = packageAudienceOf(url.searchParams.get('bruk'));
  const options = rounds.map((one) => ({ id: one.round.id, name: one.round.name }));
  const choice = { ...desk, county, counties, years, year, audience, options };
  if (!round) return { ...choice, round, opened: null };
  const pack = await readCountyPackage(app, desk.user, { county, round, year, audience }, rounds);
  const written = await app.db.transaction(desk.actor, (tx) =>
    readPackageText(tx, { county: county.number, roundId: round.id, audience })
  );
  const questionnaire = questionnaireOf(app.questionnaires, round);
  return { ...choice, round, opened: { pack, questionnaire, text: packageText(pack, questionnaire, written) } };
}

/** The county that an address names among those of the user, or the first of them. */
function countyIn({ app }: App.Locals, { user, today }: Pick<ReturnType<typeof openDesk>, 'user' | 'today'>, url: URL) {
  const counties = countiesAt(app.reference.geography, today).filter(({ number }) =>
    may(user, { action: 'read_county_package', county: number })
  );
  const asked = url.searchParams.get('fylke') ?? counties[0]?.number;
  const county = counties.find(({ number }) => number === asked);
  if (!county) throw Problem.notFound();
  return { county, counties };
}

/** The round that an address names, or the newest; null where there is none. */
function roundIn(rounds: Awaited<ReturnType<typeof listCountyRounds>>, url: URL): Round | null {
  const asked = url.searchParams.get('runde');
  const found = asked === null ? rounds[0] : rounds.find(({ round }) => round.id === asked);
  if (!found && asked !== null) throw Problem.notFound();
  return found?.round ?? null;
}

/** What an address asks for, as its page and its files have it. */
export function packageQuery({ county, round, year, audience }: CountyPackage): string {
  const query = { fylke: county.number, runde: round.id, ar: String(year), bruk: audienceSlugs[audience] };
  return new URLSearchParams(query).toString();
}
