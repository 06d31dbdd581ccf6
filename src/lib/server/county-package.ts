import type { PackageAudience, PackageRound, CountyPackage, PackageTown } from '#lib/domain/county-package.ts';
import { keptIn, packageFigures, receivedInCounty } from '#lib/domain/county-package.ts';
import { resolveCoverage } from '#lib/domain/coverage-standing.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { DeskRound } from '#lib/domain/desk.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { municipalitiesAt, type County } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';
import { entriesOf, placesAt } from './dataset.ts';
import type { Tx } from './db.ts';
import { everyRound, readDesk, readDeskRounds, type DeskTown } from './desk.ts';
import { listCountyContacts, type CountyContact } from './follow-contact.ts';
import { actorOf, type PersonUser } from './person.ts';
import { listPoliceReferrals } from './police-referral.ts';
import { findPublicRelease, listPublicReleases } from './public-release.ts';
import { questionnaireOf } from './questionnaires.ts';
import { listRounds } from './round.ts';
import { readRoundPart } from './round-part.ts';
import { listWebChecks } from './web-check.ts';
import type { WebCheck } from '#lib/domain/web-check.ts';

type Store = Pick<App, 'db' | 'questionnaires' | 'clock' | 'reference'>;
type Asked = { county: County; round: Round; year: number; audience: PackageAudience };
/** A settled round that municipalities of a county were in. */
type CountyRound = { round: Round; desk: DeskRound };
type Release = { version: number; content: ReleaseContent };

/** The settled rounds that a county was in, the newest first, read as the person who asks. */
export async function listCountyRounds(store: Store, user: PersonUser, county: County): Promise<CountyRound[]> {
  return store.db.transaction(actorOf(user), async (tx) => {
    const rounds = new Map((await listRounds(tx)).map((round) => [round.id, round]));
    const desks = await readDeskRounds(tx, store, everyRound);
    return desks
      .flatMap((desk) => {
        const round = rounds.get(desk.round.id);
        return round && isIn(store, desk, round, county) ? [{ round, desk }] : [];
      })
      .toSorted((a, b) => b.round.periodEnd.localeCompare(a.round.periodEnd) || a.round.id.localeCompare(b.round.id));
  });
}

/**
 * The package of a county as an audience may have it: whoever asks is let in by `may` before, and everything is read as
 * that person. What is for the house only is not in the package of the public at all.
 */
export async function readCountyPackage(
  store: Store,
  user: PersonUser,
  { county, round, year, audience }: Asked,
  rounds: readonly CountyRound[]
): Promise<CountyPackage> {
  const today = dayOf(store.clock());
  const towns = (await readDesk(store, user, everyRound)).filter(({ countyNumber }) => countyNumber === county.number);
  const { entries } = await readRoundPart(store, user, round);
  const numbers = towns.map(({ municipalityNo }) => municipalityNo);
  const read = await store.db.transaction(actorOf(user), async (tx) => ({
    releases: audience === 'public' ? await listReleases(tx, rounds) : new Map<string, Release>(),
    contacts: await listCountyContacts(tx, numbers, year),
    webChecks: await listWebChecks(tx, numbers),
    referrals: await listPoliceReferrals(tx, round.id)
  }));
  const told = rounds.map((one) => {
    const own = one.round.id === round.id ? entries : deskEntries(store, one);
    return toldRound(own, { county, audience, ...one, release: read.releases.get(one.round.id) ?? null }, store);
  });
  const chosen = told.find(({ id }) => id === round.id);
  if (!chosen) throw new Error('a package of a round that is none of the county’s: ' + round.id);
  const promises = towns.flatMap((town) => town.promises);
  const all = municipalitiesAt(store.reference.geography, round.periodEnd);
  const follow = {
    towns: townsOf(towns, round, read),
    received: receivedInCounty(entries, county.number, all),
    referrals: read.referrals
  };
  return {
    ...{ audience, county: { number: county.number, name: county.name }, today, year, round: chosen, rounds: told },
    kept: keptIn(promises, { year, today }),
    municipalities: towns.length,
    promisers: towns.filter((town) => town.promises.length > 0).length,
    follow: audience === 'public' ? null : follow
  };
}

function isIn({ reference }: Store, desk: DeskRound, round: Round, county: County): boolean {
  const places = placesAt(reference.geography, round.periodEnd);
  return desk.expected.some(
    ({ municipalityNo }) =>
      desk.followed.has(municipalityNo) && places.get(municipalityNo)?.countyNumber === county.number
  );
}

function deskEntries({ reference }: Store, { round, desk }: CountyRound): Entry[] {
  const places = placesAt(reference.geography, round.periodEnd);
  return entriesOf(resolveCoverage(desk.expected, desk.said), places);
}

function toldRound(
  entries: readonly Entry[],
  { round, county, audience, release }: CountyRound & Pick<Asked, 'county' | 'audience'> & { release: Release | null },
  { questionnaires }: { questionnaires: readonly Questionnaire[] }
): PackageRound {
  const { id, name, periodStart, periodEnd, dataKind } = round;
  const questionnaire = questionnaireOf(questionnaires, round);
  const figures = packageFigures(audience, entries, { questionnaire, county }, release?.content ?? null);
  return { id, name, periodStart, periodEnd, dataKind, figures, release: release?.version ?? null };
}

async function listReleases(tx: Tx, rounds: readonly CountyRound[]): Promise<Map<string, Release>> {
  const released = new Set((await listPublicReleases(tx)).map(({ roundId }) => roundId));
  const found = new Map<string, Release>();
  for (const { round } of rounds.filter((one) => released.has(one.round.id))) {
    const release = await findPublicRelease(tx, { region: round.korusRegion, round: round.slug, version: null });
    if (release?.content) found.set(round.id, { version: release.version, content: release.content });
  }
  return found;
}

type Read = { contacts: readonly CountyContact[]; webChecks: ReadonlyMap<string, WebCheck> };

/** By name; how the duties stand is by the answer to the chosen round. */
function townsOf(towns: readonly DeskTown[], round: Round, { contacts, webChecks }: Read): PackageTown[] {
  return towns
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
    .map(({ municipalityNo, name, rounds, promises }) => {
      const seen = rounds.find(({ roundId }) => roundId === round.id);
      const hasAnswered = seen?.standing === 'answered' || seen?.standing === 'none' || seen?.standing === 'covered';
      return {
        ...{ municipalityNo, name, duties: seen && hasAnswered ? seen.duties : null },
        promises: promises.map(({ duty, state, dueOn }) => ({ duty, state, dueOn })),
        contacts: contacts
          .filter((contact) => contact.municipalityNo === municipalityNo)
          .map(({ happenedOn, kind }) => ({ happenedOn, kind })),
        webCheck: webChecks.get(municipalityNo) ?? null
      };
    });
}
