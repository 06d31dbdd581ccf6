import type { BoundFigure, FigureUnit } from './bound-text/bound-figure.ts';
import type { DutyStates } from './duty.ts';
import { duties } from './duty.ts';
import type { Entry } from './figure.ts';
import type { FollowContact } from './follow-contact.ts';
import type { Municipality } from './geography.ts';
import { keptShare, type DatedPromise, type PromiseDuty } from './promise.ts';
import type { PoliceReferral, Received } from './police-referral.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ReleaseContent, ReleasedFigure } from './release-content.ts';
import { releasedFigures } from './released-figures.ts';
import type { PlannedArea } from './release-plan.ts';
import { countIn, wholeIndicator } from './release-rows.ts';
import type { Round } from './round.ts';
import type { WebCheck } from './web-check.ts';

export const packageAudiences = ['internal', 'public'] as const;
/** `internal`: as the county governor may see it, unprotected. `public`: what everybody may have. */
export type PackageAudience = (typeof packageAudiences)[number];

/** A settled round with what an audience may have of the county in it. `release`: the version the figures are from. */
export type PackageRound = Pick<Round, 'id' | 'name' | 'periodStart' | 'periodEnd' | 'dataKind'> & {
  figures: readonly ReleasedFigure[];
  release: number | null;
};
type PackagePromise = DatedPromise & { duty: PromiseDuty };
/** What is told of one municipality, to the county governor only. `duties` is null where the round has no answer of it. */
export type PackageTown = {
  municipalityNo: string;
  name: string;
  duties: DutyStates | null;
  promises: readonly PackagePromise[];
  contacts: readonly Pick<FollowContact, 'happenedOn' | 'kind'>[];
  webCheck: WebCheck | null;
};
/** A county's own package. `rounds` are the newest first, `round` among them; `follow` is null for the public. */
export type CountyPackage = {
  audience: PackageAudience;
  county: { number: string; name: string };
  today: string;
  year: number;
  round: PackageRound;
  rounds: readonly PackageRound[];
  kept: Record<'year' | 'all', { kept: number; of: number }>;
  municipalities: number;
  promisers: number;
  follow: { towns: readonly PackageTown[]; received: readonly Received[]; referrals: readonly PoliceReferral[] } | null;
};

/** The audience of an address; what is unknown is internal, which tells no more than whoever opens it may see. */
export function packageAudienceOf(text: string | null): PackageAudience {
  return text === 'offentlig' ? 'public' : 'internal';
}

/** How an audience is told in an address. */
export const audienceSlugs = { internal: 'intern', public: 'offentlig' } as const satisfies Record<
  PackageAudience,
  string
>;

/** The year of an address within those there are; else the newest. */
export function packageYearOf(text: string | null, years: readonly number[]): number {
  return years.find((year) => String(year) === text) ?? years[0] ?? 0;
}

/** The years there can be a package of: from the oldest round to this, the newest first. */
export function packageYears(periods: readonly string[], today: string): number[] {
  const newest = Number(today.slice(0, 4));
  const oldest = Math.min(newest, ...periods.map((day) => Number(day.slice(0, 4))));
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index);
}

type Asked = { questionnaire: Questionnaire; county: { number: string; name: string } };
const nothingHidden = new Set<string>();

/**
 * What an audience may have of a county in a round. The county governor gets every figure of the entries, which are those
 * the store gave; the public gets the county's figures as its newest release shows them, and of a round that was not
 * released only how municipalities have arranged their duty.
 */
export function packageFigures(
  audience: PackageAudience,
  entries: readonly Entry[],
  { questionnaire, county }: Asked,
  release: Pick<ReleaseContent, 'figures'> | null
): ReleasedFigure[] {
  const area = areaOf(county, entries);
  if (audience === 'public' && release) {
    return release.figures.filter((figure) => figure.area === `county:${county.number}`);
  }
  const plan = audience === 'public' ? 'region' : 'counties';
  return releasedFigures({ entries, areas: [area], questionnaire }, plan, nothingHidden);
}

function areaOf({ number, name }: Asked['county'], entries: readonly Entry[]): PlannedArea {
  const members = entries.filter(({ countyNo }) => countyNo === number).map(({ municipalityNo }) => municipalityNo);
  return { type: 'county', id: number, name, members };
}

/** What the municipalities of a county received, by police district; those of the district outside the county are told. */
export function receivedInCounty(
  entries: readonly Entry[],
  county: string,
  municipalities: readonly Pick<Municipality, 'number' | 'policeDistrict'>[]
): Received[] {
  const districtOf = new Map(municipalities.map(({ number, policeDistrict }) => [number, policeDistrict]));
  const own = entries.filter(({ countyNo }) => countyNo === county);
  const districts = [...new Set(own.flatMap(({ municipalityNo }) => districtOf.get(municipalityNo) ?? []))];
  return districts
    .toSorted((a, b) => a.localeCompare(b, 'nb'))
    .map((district) => {
      const within = own.filter(({ municipalityNo }) => districtOf.get(municipalityNo) === district);
      const counts = within.map((entry) => countIn(entry, wholeIndicator)).filter((count) => count !== null);
      const inDistrict = municipalities.filter(({ policeDistrict }) => policeDistrict === district).length;
      return {
        district,
        value: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
        ...{ reported: counts.length, expected: within.length, outside: inDistrict - within.length }
      };
    });
}

/** How many have each duty in order, of those who were asked about it. */
export function dutyCounts(towns: readonly Pick<PackageTown, 'duties'>[]) {
  return duties.map((duty) => {
    const states = towns.flatMap((town) => town.duties?.[duty] ?? []);
    const count = (state: DutyStates[typeof duty]) => states.filter((one) => one === state).length;
    const asked = states.length - count('not_asked');
    return { duty, yes: count('yes'), planned: count('planned'), no: count('no'), unknown: count('unknown'), asked };
  });
}

/** Promises kept of those due: in a year, and of all. */
export function keptIn(promises: readonly DatedPromise[], { year, today }: { year: number; today: string }) {
  const ofYear = promises.filter(({ dueOn }) => dueOn.startsWith(`${year}-`));
  return { year: keptShare(ofYear, today), all: keptShare(promises, today) };
}

const followNames = {
  promises_due: { nb: 'forfalte løfter', nn: 'forfalne lovnader' },
  promises_kept: { nb: 'holdte løfter', nn: 'haldne lovnader' },
  contacts: { nb: 'kontakter med kommunene', nn: 'kontaktar med kommunane' }
};

/** The figures of the follow-up that a sentence can hold, beside those of the round; contacts for the governor only. */
export function followUpFigures({ county, kept, follow, municipalities, promisers }: CountyPackage): BoundFigure[] {
  const area = `county:${county.number}`;
  const figure = (
    subject: keyof typeof followNames,
    unit: FigureUnit,
    value: number,
    reported: number
  ): BoundFigure => ({
    ...{ subject, area, unit, value, reported, expected: municipalities, names: followNames[subject] },
    ...{ keys: [], status: 'shown', share: null, base: null, rate: null, interval: null }
  });
  const share = kept.all.of === 0 ? null : kept.all.kept / kept.all.of;
  const told = (follow?.towns ?? []).filter(({ contacts }) => contacts.length > 0);
  const contacts = told.reduce((sum, town) => sum + town.contacts.length, 0);
  return [
    figure('promises_due', 'promises', kept.all.of, promisers),
    { ...figure('promises_kept', 'promises', kept.all.kept, promisers), share, base: 'promises_due' },
    ...(follow ? [figure('contacts', 'contacts', contacts, told.length)] : [])
  ];
}
