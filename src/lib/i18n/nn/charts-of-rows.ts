import { formatNumber, formatRate, numberInText, sentenceCase } from '#lib/i18n/format.ts';

export const number = (value: number) => formatNumber(value, 'nn');
const rate = (value: number) => formatRate(value, 'nn');
export const word = (value: number) => numberInText(value, 'nn');
export const neuter = (value: number) => numberInText(value, 'nn', 'neuter');
export const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

const absence = { missing: 'ikkje svart', withheld: 'blir ikkje vist', none: 'ingen saker' };
export const municipalities = (value: number) => plural(value, 'kommune', 'kommunar');

export const shared = {
  value: number,
  tick: number,
  shortBase: (known: number, all: number) => `${number(known)} av ${number(all)}`,
  absence,
  base: (known: number, all: number) => `${number(known)} av ${number(all)} ${municipalities(all)}`,
  nothing: 'Ingen har oppgitt talet',
  withoutFigure: (count: number) => `Utan tal: ${number(count)}`
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
    estimate: `utjamna rate med ${narrow} intervall`,
    raw: 'rå rate',
    mean: (value: string) => `gjennomsnitt ${value}`,
    interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    point: (name: string, interval: string, raw: string | null) =>
      raw === null ? point(name, interval) : `${name}: utjamna ${interval}, rå rate ${raw}`,
    absent: point,
    finding: (above: number, below: number, all: number) => {
      if (above + below === 0 && all === 1) return `${unit.theOne} skil seg ikkje klart frå gjennomsnittet`;
      if (above + below === 0)
        return `Ingen av ${unit.word(all)} ${unit.plural(all)} skil seg klart frå gjennomsnittet`;
      if (above === 0) return `${ofAll(unit, below, all)} ligg klart under gjennomsnittet`;
      const rest = below === 0 ? '' : `, og ${unit.word(below)} ligg klart under`;
      return `${ofAll(unit, above, all)} ligg klart over gjennomsnittet${rest}`;
    },
    description: (known: number) =>
      `Prikkdiagram med ${number(known)} ${unit.plural(known)}. Kvar prikk er ein utjamna rate, og streken er intervallet. Tala står i tabellen under.`,
    columns: { name: sentenceCase(unit.one), estimate: 'Utjamna rate', low: 'Frå', high: 'Til', raw: 'Rå rate' }
  };
}

function funnel(unit: Unit) {
  return {
    ...common(unit),
    value: rate,
    population: 'Innbyggjarar',
    inhabitants: number,
    mean: (value: string) => `gjennomsnitt ${value}`,
    band95: narrow,
    band998: wide,
    point: (name: string, value: string, standing: string) => `${name}: ${value}, ${standing}`,
    absent: point,
    standing: {
      inside: 'innanfor grensene',
      above95: `over ${narrow}-grensa`,
      below95: `under ${narrow}-grensa`,
      above998: `over ${wide}-grensa`,
      below998: `under ${wide}-grensa`
    },
    finding: (outside: number, farOutside: number, all: number) => {
      if (outside === 0 && all === 1) return `${unit.theOne} kan ikkje skiljast frå gjennomsnittet`;
      if (outside === 0) return `Ingen av ${unit.word(all)} ${unit.plural(all)} kan skiljast frå dei andre`;
      if (farOutside === 0)
        return `${ofAll(unit, outside, all)} ligg utanfor ${narrow}-grensene, ingen utanfor ${wide}-grensene`;
      const rest = outside === farOutside ? '' : `, ${unit.word(outside)} utanfor ${narrow}-grensene`;
      return `${ofAll(unit, farOutside, all)} ligg utanfor ${wide}-grensene${rest}`;
    },
    findingOfSpread: (all: number) =>
      `Ingen av ${unit.word(all)} ${unit.plural(all)} skil seg ut, men dei er meir ulike enn eit slumpetreff kan gi`,
    limits: {
      chance: `Grensene reknar berre med tilfeldige utslag (Poisson): samla er ${unit.theMany} ikkje klart meir ulike enn dei kan gi.`,
      spread: `Grensene er vidare enn tilfeldige utslag gir (negativ binomisk fordeling), fordi ${unit.theMany} samla er klart meir ulike enn det. Grensene reknar òg med den vanlege skilnaden mellom dei.`
    },
    findingByChance: {
      chance: (outside: number, all: number) =>
        `${ofAll(unit, outside, all)} ligg utanfor ${narrow}-grensene, ikkje fleire enn eit slumpetreff kan gi`,
      spread: (outside: number, all: number) =>
        `${ofAll(unit, outside, all)} ligg utanfor ${narrow}-grensene, ikkje fleire enn venta`
    },
    byChance: (expected: number, all: number) =>
      `Av ${unit.word(all)} ${unit.plural(all)} er det venta om lag ${unit.word(expected)} utanfor ${narrow}-grensene ved eit slumpetreff.`,
    description: (known: number) =>
      `Traktdiagram med ${number(known)} ${unit.plural(known)} etter innbyggjartal. Felta viser kvar ein ventar at ratane ligg. Tala står i tabellen under.`,
    columns: {
      name: sentenceCase(unit.one),
      population: 'Innbyggjarar',
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
    point: (name: string, before: string, after: string) => `${name}: frå ${before} til ${after}`,
    absent: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
    finding: (up: number, down: number, same: number) => {
      const all = up + down + same;
      if (up + down === 0) return `Ingen av ${unit.word(all)} ${unit.plural(all)} har endra tal`;
      if (up === 0) return `${ofAll(unit, down, all)} har lågare tal i den siste runden`;
      const rest = down === 0 ? '' : `, ${unit.word(down)} har lågare`;
      return `${ofAll(unit, up, all)} har høgare tal i den siste runden${rest}`;
    },
    notComparable: 'Rundane kan ikkje samanliknast',
    description: (compared: number, before: string, after: string) =>
      `Linjediagram med ${number(compared)} ${unit.plural(compared)} frå ${before} til ${after}. Tala står i tabellen under.`,
    otherBase: (before: string, after: string) =>
      `Ikkje like mange svarte: ${before} først, ${after} sist. Noko av endringa kan komme av det.`,
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
          ? `Ingen av ${unit.word(rows)} ${unit.plural(rows)} har oppgitt alle tala`
          : `${ofAll(unit, complete, rows)} har oppgitt ${columns === 1 ? 'talet' : `alle dei ${word(columns)} tala`}`,
      mode: (rows: number, all: number, category: string) =>
        `«${category}» er vanlegast i ${unit.word(rows)} av ${unit.word(all)} ${unit.plural(all)}`,
      noMode: 'Ingen enkelt kategori er vanlegast'
    },
    description: (rows: number, columns: number) =>
      `Tabell med ${number(rows)} ${unit.plural(rows)} og ${number(columns)} kolonnar. Sterkare farge betyr høgare tal. Tala står i tabellen under.`,
    rowHeader: sentenceCase(unit.one)
  };
}
