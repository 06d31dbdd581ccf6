import { formatNumber, formatRate, numberInText, sentenceCase } from '#lib/i18n/format.ts';

export const number = (value: number) => formatNumber(value, 'nb');
const rate = (value: number) => formatRate(value, 'nb');
export const word = (value: number) => numberInText(value, 'nb');
export const neuter = (value: number) => numberInText(value, 'nb', 'neuter');
export const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

const absence = { missing: 'ikke svart', withheld: 'vises ikke', none: 'ingen saker' };
export const municipalities = (value: number) => plural(value, 'kommune', 'kommuner');

export const shared = {
  value: number,
  tick: number,
  shortBase: (known: number, all: number) => `${number(known)} av ${number(all)}`,
  absence,
  base: (known: number, all: number) => `${number(known)} av ${number(all)} ${municipalities(all)}`,
  nothing: 'Ingen har oppgitt tallet',
  withoutFigure: (count: number) => `Uten tall: ${number(count)}`
};

const wide = '99,8\u00a0%';
const narrow = '95\u00a0%';

type Unit = {
  one: string;
  theOne: string;
  theMany: string;
  word: (value: number) => string;
  plural: (value: number) => string;
};

const count = ({ word: inWords }: Unit, value: number) => sentenceCase(inWords(value));
const ofAll = (unit: Unit, value: number, all: number) =>
  `${count(unit, value)} av ${unit.word(all)} ${unit.plural(all)}`;
const common = (unit: Unit) => ({
  ...shared,
  base: (known: number, all: number) => `${number(known)} av ${number(all)} ${unit.plural(all)}`
});
const point = (name: string, said: string) => `${name}: ${said}`;

/** The texts of charts with a row for each of something: a municipality, or an area of several. */
export function textsOfRows(unit: Unit) {
  return { dotInterval: dotInterval(unit), funnel: funnel(unit), slope: slope(unit), heat: heat(unit) };
}

function dotInterval(unit: Unit) {
  return {
    ...common(unit),
    value: rate,
    estimate: `utjevnet rate med ${narrow} intervall`,
    raw: 'rå rate',
    mean: (value: string) => `gjennomsnitt ${value}`,
    interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    point: (name: string, interval: string, raw: string | null) =>
      raw === null ? point(name, interval) : `${name}: utjevnet ${interval}, rå rate ${raw}`,
    absent: point,
    finding: (above: number, below: number, all: number) => {
      if (above + below === 0 && all === 1) return `${unit.theOne} skiller seg ikke klart fra gjennomsnittet`;
      if (above + below === 0)
        return `Ingen av ${unit.word(all)} ${unit.plural(all)} skiller seg klart fra gjennomsnittet`;
      if (above === 0) return `${ofAll(unit, below, all)} ligger klart under gjennomsnittet`;
      const rest = below === 0 ? '' : `, og ${unit.word(below)} ligger klart under`;
      return `${ofAll(unit, above, all)} ligger klart over gjennomsnittet${rest}`;
    },
    description: (known: number) =>
      `Prikkdiagram med ${number(known)} ${unit.plural(known)}. Hver prikk er en utjevnet rate, og streken er intervallet. Tallene står i tabellen under.`,
    columns: { name: sentenceCase(unit.one), estimate: 'Utjevnet rate', low: 'Fra', high: 'Til', raw: 'Rå rate' }
  };
}

function funnel(unit: Unit) {
  return {
    ...common(unit),
    value: rate,
    population: 'Innbyggere',
    inhabitants: number,
    mean: (value: string) => `gjennomsnitt ${value}`,
    band95: narrow,
    band998: wide,
    point: (name: string, value: string, standing: string) => `${name}: ${value}, ${standing}`,
    absent: point,
    standing: {
      inside: 'innenfor grensene',
      above95: `over ${narrow}-grensen`,
      below95: `under ${narrow}-grensen`,
      above998: `over ${wide}-grensen`,
      below998: `under ${wide}-grensen`
    },
    finding: (outside: number, farOutside: number, all: number) => {
      if (outside === 0 && all === 1) return `${unit.theOne} kan ikke skilles fra gjennomsnittet`;
      if (outside === 0) return `Ingen av ${unit.word(all)} ${unit.plural(all)} kan skilles fra de andre`;
      if (farOutside === 0)
        return `${ofAll(unit, outside, all)} ligger utenfor ${narrow}-grensene, ingen utenfor ${wide}-grensene`;
      const rest = outside === farOutside ? '' : `, ${unit.word(outside)} utenfor ${narrow}-grensene`;
      return `${ofAll(unit, farOutside, all)} ligger utenfor ${wide}-grensene${rest}`;
    },
    findingOfSpread: (all: number) =>
      `Ingen av ${unit.word(all)} ${unit.plural(all)} skiller seg ut, men de er mer ulike enn en tilfeldighet kan gi`,
    limits: {
      chance: `Grensene regner bare med tilfeldige utslag (Poisson): samlet er ${unit.theMany} ikke klart mer ulike enn de kan gi.`,
      spread: `Grensene er videre enn tilfeldige utslag gir (negativ binomisk fordeling), fordi ${unit.theMany} samlet er klart mer ulike enn det. Grensene regner også med den vanlige forskjellen mellom dem.`
    },
    findingByChance: {
      chance: (outside: number, all: number) =>
        `${ofAll(unit, outside, all)} ligger utenfor ${narrow}-grensene, ikke flere enn en tilfeldighet kan gi`,
      spread: (outside: number, all: number) =>
        `${ofAll(unit, outside, all)} ligger utenfor ${narrow}-grensene, ikke flere enn ventet`
    },
    byChance: (expected: number, all: number) =>
      `Av ${unit.word(all)} ${unit.plural(all)} ventes om lag ${unit.word(expected)} utenfor ${narrow}-grensene ved en tilfeldighet.`,
    description: (known: number) =>
      `Traktdiagram med ${number(known)} ${unit.plural(known)} etter innbyggertall. Feltene viser hvor ratene ventes å ligge. Tallene står i tabellen under.`,
    columns: {
      name: sentenceCase(unit.one),
      population: 'Innbyggere',
      rate: 'Rate',
      low: `${narrow}-grense nede`,
      high: `${narrow}-grense oppe`,
      standing: 'Plass'
    }
  };
}

function slope(unit: Unit) {
  return {
    ...common(unit),
    endBase: shared.base,
    broken: 'brudd',
    point: (name: string, before: string, after: string) => `${name}: fra ${before} til ${after}`,
    absent: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
    finding: (up: number, down: number, same: number) => {
      const all = up + down + same;
      if (up + down === 0) return `Ingen av ${unit.word(all)} ${unit.plural(all)} har endret tall`;
      if (up === 0) return `${ofAll(unit, down, all)} har lavere tall i den siste runden`;
      const rest = down === 0 ? '' : `, ${unit.word(down)} har lavere`;
      return `${ofAll(unit, up, all)} har høyere tall i den siste runden${rest}`;
    },
    notComparable: 'Rundene kan ikke sammenlignes',
    description: (compared: number, before: string, after: string) =>
      `Linjediagram med ${number(compared)} ${unit.plural(compared)} fra ${before} til ${after}. Tallene står i tabellen under.`,
    otherBase: (before: string, after: string) =>
      `Ikke like mange svarte: ${before} først, ${after} sist. Noe av endringen kan komme av det.`,
    columns: { name: sentenceCase(unit.one), note: 'Merknad' }
  };
}

function heat(unit: Unit) {
  return {
    ...common(unit),
    cell: number,
    short: { missing: '–', withheld: '×', none: '○' },
    point: (row: string, column: string, value: string) => `${row}, ${column}: ${value}`,
    finding: {
      complete: (complete: number, rows: number, columns: number) =>
        complete === 0
          ? `Ingen av ${unit.word(rows)} ${unit.plural(rows)} har oppgitt alle tallene`
          : `${ofAll(unit, complete, rows)} har oppgitt ${columns === 1 ? 'tallet' : `alle de ${word(columns)} tallene`}`,
      mode: (rows: number, all: number, category: string) =>
        `«${category}» er vanligst i ${unit.word(rows)} av ${unit.word(all)} ${unit.plural(all)}`,
      noMode: 'Ingen enkelt kategori er vanligst'
    },
    description: (rows: number, columns: number) =>
      `Tabell med ${number(rows)} ${unit.plural(rows)} og ${number(columns)} kolonner. Sterkere farge betyr høyere tall. Tallene står i tabellen under.`,
    rowHeader: sentenceCase(unit.one)
  };
}
