import { dutyCounts, type CountyPackage } from '#lib/domain/county-package.ts';
import { duties } from '#lib/domain/duty.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { policeReferralView } from '#lib/ui/analysis/police-referrals.ts';
import { webCheckText } from '#lib/ui/web-check-text.ts';
import type { PackageTable } from './package-figures.ts';

type Follow = NonNullable<CountyPackage['follow']>;
/** A part of the follow-up: what its sheet and its heading are called, what is said of it, and its tables. */
export type FollowPart = { sheet: string; heading: string; told: readonly string[]; tables: readonly PackageTable[] };

/** How promises were kept; which ones by municipality is told the county governor only. */
export function promisePart({ kept, year, follow }: CountyPackage, language: Language): FollowPart {
  const { promises: text, sheets } = messagesIn(language).countyPackage;
  const told = [text.all(kept.all.kept, kept.all.of), text.year(kept.year.kept, kept.year.of, year)];
  return {
    sheet: sheets.promises,
    heading: text.heading,
    told,
    tables: follow ? [promiseTable(follow, language)] : []
  };
}

function promiseTable({ towns }: Follow, language: Language): PackageTable {
  const { promises: text, columns } = messagesIn(language).countyPackage;
  const { desk } = messagesIn(language);
  return {
    caption: text.table,
    headings: [columns.municipality, text.about, text.due, text.state],
    rows: towns.flatMap(({ name, promises }) =>
      promises.map(({ duty, dueOn, state }) => [
        ...[name, desk.duty[duty], formatDate(dueOn, language), desk.promise.state[state]]
      ])
    )
  };
}

/** Duties, contact, web pages and what the police referred: for the county governor only. */
export function followParts(pack: CountyPackage, follow: Follow, language: Language): FollowPart[] {
  return [
    dutyPart(pack, follow, language),
    promisePart(pack, language),
    contactPart(pack, follow, language),
    webPart(pack, follow, language),
    referralPart(pack, follow, language)
  ];
}

function dutyPart({ round }: CountyPackage, { towns }: Follow, language: Language): FollowPart {
  const { duties: text, columns, sheets } = messagesIn(language).countyPackage;
  const { desk } = messagesIn(language);
  const counts: PackageTable = {
    caption: text.caption,
    headings: [text.duty, text.yes, text.planned, text.no, text.unknown, text.base],
    rows: dutyCounts(towns).map(({ duty, yes, planned, no, unknown, asked }) =>
      asked === 0
        ? [desk.duty[duty], null, null, null, null, text.notAsked]
        : [desk.duty[duty], yes, planned, no, unknown, text.of(asked, towns.length)]
    )
  };
  const each: PackageTable = {
    caption: text.towns,
    headings: [columns.municipality, ...duties.map((duty) => desk.duty[duty])],
    rows: towns.map(({ name, duties: states }) => [
      name,
      ...duties.map((duty) => (states ? desk.dutyState[states[duty]] : text.noAnswer))
    ])
  };
  return { sheet: sheets.duties, heading: text.heading(round.name), told: [], tables: [counts, each] };
}

function contactPart({ year }: CountyPackage, { towns }: Follow, language: Language): FollowPart {
  const { contacts: text, columns, sheets } = messagesIn(language).countyPackage;
  const { kind: kinds } = messagesIn(language).desk.log;
  const rows = towns.flatMap(({ name, contacts }) =>
    contacts.map(({ happenedOn, kind }) => [name, formatDate(happenedOn, language), kinds[kind]])
  );
  const met = towns.filter(({ contacts }) => contacts.length > 0).length;
  return {
    ...{ sheet: sheets.contacts, heading: text.heading(year) },
    told: [text.count(rows.length, met, towns.length), ...(rows.length === 0 ? [] : [text.only])],
    tables: [{ caption: text.caption, headings: [columns.municipality, text.day, text.kind], rows }]
  };
}

function webPart(_: CountyPackage, { towns }: Follow, language: Language): FollowPart {
  const { web: text, columns, sheets } = messagesIn(language).countyPackage;
  const checked = towns.flatMap(({ name, webCheck }) => (webCheck ? [{ name, webCheck }] : []));
  const named = checked.filter(({ webCheck }) => webCheck.outcome === 'named').length;
  return {
    ...{ sheet: sheets.web, heading: text.heading },
    told: [checked.length === 0 ? text.none : text.count(named, checked.length, towns.length)],
    tables: [
      {
        caption: text.caption,
        headings: [columns.municipality, text.found],
        rows: checked.map(({ name, webCheck }) => [name, webCheckText(webCheck, language)])
      }
    ]
  };
}

function referralPart({ round }: CountyPackage, told: Follow, language: Language): FollowPart {
  const { referrals: heading, sheets } = messagesIn(language).countyPackage;
  const { title, table } = policeReferralView(told, { round, language });
  return {
    ...{ sheet: sheets.referrals, heading, told: [title] },
    tables: [
      {
        ...{ caption: table.caption, headings: table.columns },
        rows: table.rows.map(({ header, cells }) => [header, ...cells])
      }
    ]
  };
}
