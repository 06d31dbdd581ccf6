import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import type { Language, Text } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent, ReleasedArea, ReleasedEstimate, ReleasedFigure } from '#lib/domain/release-content.ts';

/** What is counted. Cases and persons are never the same: one person may have two cases. */
export type FigureUnit = 'cases' | 'municipalities' | 'promises' | 'contacts';

/**
 * A figure that a sentence can hold. `subject` is what it is of (an indicator, `indicator=category` or one of
 * `derivedSubjects`), `names` how it is called between braces, `keys` the released figures it is made from. `value` is null
 * where it may not be shown; `share` is of `base`, 0 to 1. `interval` is that of an estimate.
 */
export type BoundFigure = {
  subject: string;
  area: string;
  names: Record<Language, string>;
  unit: FigureUnit;
  keys: readonly string[];
  status: ReleasedFigure['status'];
  value: number | null;
  share: number | null;
  base: string | null;
  rate: number | null;
  interval: { low: number; high: number } | null;
  reported: number;
  expected: number;
};

type Derived = 'expected' | 'answered' | 'not_answered' | 'not_handled';
const derivedNames: Record<Derived, Text> = {
  expected: { nb: 'kommuner i runden', nn: 'kommunar i runden', en: 'municipalities in the round' },
  answered: { nb: 'kommuner som har svart', nn: 'kommunar som har svart', en: 'municipalities that answered' },
  not_answered: {
    nb: 'kommuner som ikke har svart',
    nn: 'kommunar som ikkje har svart',
    en: 'municipalities that have not answered'
  },
  not_handled: {
    nb: 'mottatte saker som ikke er behandlet',
    nn: 'mottekne saker som ikkje er behandla',
    en: 'received cases that are not handled'
  }
};
const estimateName: Text = { nb: 'anslag for', nn: 'anslag for', en: 'estimate of' };
const within: Text = { nb: 'i', nn: 'i', en: 'in' };

/** Every figure of a release that a sentence can hold: the region's first, then those of each other area. */
export function boundFigures(
  content: Pick<ReleaseContent, 'areas' | 'figures' | 'estimates'>,
  questionnaire: Questionnaire
): BoundFigure[] {
  return content.areas.flatMap((area, index) => {
    const figures = content.figures.filter((figure) => figure.area === areaKey(area));
    const place = index === 0 ? null : area.name;
    const released = figures
      .filter(({ measure }) => measure === 'count')
      .map((figure) => releasedFigure(figure, { figures, questionnaire, place }));
    const estimates = index === 0 ? content.estimates.flatMap((one) => estimateOf(one, released)) : [];
    return [...released, ...derivedFigures(released, place), ...estimates];
  });
}

/** How an area is told in the keys of a release's figures. */
export function areaKey({ type, id }: Pick<ReleasedArea, 'type' | 'id'>): string {
  return `${type}:${id}`;
}

type Context = { figures: readonly ReleasedFigure[]; questionnaire: Questionnaire; place: string | null };

function releasedFigure(figure: ReleasedFigure, { figures, questionnaire, place }: Context): BoundFigure {
  const indicator = indicatorOf(figure.indicator);
  const option = categoriesOf(indicator, questionnaire).find(({ id }) => id === figure.category);
  const beside = (measure: ReleasedFigure['measure']) =>
    figures.find((one) => one.measure === measure && isSame(one, figure));
  const share = beside('share');
  return {
    subject: figure.category === null ? figure.indicator : `${figure.indicator}=${figure.category}`,
    area: figure.area,
    names: named((language) => nameOf(indicator.name[language], option?.text[language] ?? null), place),
    unit: indicator.kind === 'count' ? 'cases' : 'municipalities',
    keys: [figure.key],
    status: figure.status,
    value: figure.value,
    share: share?.value ?? null,
    base: indicator.kind === 'category' ? categoryBase(indicator.id) : indicator.denominator,
    rate: beside('rate')?.value ?? null,
    interval: null,
    reported: figure.reported,
    expected: figure.expected
  };
}

/** An arrangement is asked of those who answered; where they stand, of all in the round. */
function categoryBase(indicator: string): string {
  return indicator === 'answer_status' ? 'expected' : 'answered';
}

function isSame(one: ReleasedFigure, other: ReleasedFigure): boolean {
  return one.indicator === other.indicator && one.category === other.category && one.area === other.area;
}

function nameOf(indicator: string, category: string | null): string {
  const start = indicator.charAt(0).toLowerCase() + indicator.slice(1);
  return category === null ? start : `${start}: ${category.charAt(0).toLowerCase()}${category.slice(1)}`;
}

function named(name: (language: Language) => string, place: string | null): Record<Language, string> {
  const inPlace = (language: Language) => (place === null ? '' : ` ${within[language]} ${place}`);
  return { nb: name('nb') + inPlace('nb'), nn: name('nn') + inPlace('nn') };
}

/** Sums and remainders of figures that are all shown: what cannot be made is not there. */
function derivedFigures(released: readonly BoundFigure[], place: string | null): BoundFigure[] {
  const of = (subject: string) => released.find((figure) => figure.subject === subject);
  const statuses = (...ids: string[]) => ids.map((id) => of(`answer_status=${id}`));
  const [received, handled] = [of('cases_received'), of('cases_handled')];
  const hasOneBase = received && handled && received.reported === handled.reported;
  return [
    derived('expected', statuses('answered', 'covered_by_host', 'declined', 'missing'), place, added),
    derived('answered', statuses('answered', 'covered_by_host'), place, added),
    derived('not_answered', statuses('declined', 'missing'), place, added),
    derived('not_handled', hasOneBase ? [received, handled] : [], place, ([all = 0, done = 0]) => all - done)
  ].flat();
}

function added(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function derived(
  subject: Derived,
  given: readonly (BoundFigure | undefined)[],
  place: string | null,
  make: (values: readonly number[]) => number
): BoundFigure[] {
  const parts = given.filter((part) => part !== undefined);
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first] = parts;
  if (!first || values.length < given.length) return [];
  return [
    {
      ...first,
      subject,
      names: named((language) => derivedNames[subject][language], place),
      keys: parts.flatMap(({ keys }) => keys),
      value: make(values),
      ...{ share: null, rate: null, base: subject === 'expected' ? null : baseOf(subject) }
    }
  ];
}

function baseOf(subject: Derived): string {
  return subject === 'not_handled' ? 'cases_received' : 'expected';
}

function estimateOf({ indicator, outcome }: ReleasedEstimate, released: readonly BoundFigure[]): BoundFigure[] {
  const counted = released.find(({ subject }) => subject === indicator);
  if (outcome.kind === 'refused' || !counted) return [];
  return [
    {
      ...counted,
      subject: `estimate=${indicator}`,
      names: named((language) => `${estimateName[language]} ${counted.names[language]}`, null),
      value: outcome.value,
      ...{ status: 'shown', share: null, rate: null, base: null },
      interval: { low: outcome.low, high: outcome.high }
    }
  ];
}
