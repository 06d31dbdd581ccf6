import { formatShare, sentenceCase } from '#lib/i18n/format.ts';
import { municipalities, neuter, number, plural, shared, textsOfRows, word } from './charts-of-rows.ts';

const share = (value: number) => formatShare(value, 1, 'nb') ?? '–';

/** Texts of the charts that compare: titles say only what the rows behind them say. */
export const charts = {
  absence: shared.absence,
  share,
  showPoints: 'Bruk piltastene for å lese punktene i diagrammet.',
  municipality: textsOfRows({ one: 'kommune', theOne: 'Kommunen', theMany: 'kommunene', word, plural: municipalities }),
  area: textsOfRows({
    one: 'område',
    theOne: 'Området',
    theMany: 'områdene',
    word: neuter,
    plural: (value) => plural(value, 'område', 'områder')
  }),
  stackedBar: {
    ...shared,
    key: (label: string, total: number) => `${label}: ${number(total)}`,
    count: number,
    segment: (group: string, category: string, count: string) => `${group}, ${category}: ${count}`,
    most: (count: number, all: number, category: string) =>
      `${sentenceCase(word(count))} av ${word(all)} ${municipalities(all)} svarer «${category}»`,
    even: (all: number) => `Ingen kategori er vanligere enn de andre blant ${word(all)} ${municipalities(all)}`,
    partly: 'Fordelingen kan ikke vises for alle',
    description: (groups: number, categories: number) =>
      `Stablede søyler med ${number(groups)} ${plural(groups, 'gruppe', 'grupper')} og ${number(categories)} kategorier. Tallene står i tabellen under.`,
    columns: { group: 'Gruppe' }
  },
  smallMultiples: {
    ...shared,
    point: (panel: string, label: string, value: string, base: string) => `${panel}, ${label}: ${value} (${base})`,
    finding: (up: number, down: number, all: number) => {
      const areas = `${neuter(all)} ${plural(all, 'område', 'områder')}`;
      if (up + down === 0) return `Tallet er det samme i første og siste runde i ${areas}`;
      if (up === 0) return `Tallet er lavere i siste runde enn i første i ${neuter(down)} av ${areas}`;
      const rest = down === 0 ? '' : `, lavere i ${neuter(down)}`;
      return `Tallet er høyere i siste runde enn i første i ${neuter(up)} av ${areas}${rest}`;
    },
    notComparable: 'Rundene kan ikke sammenlignes',
    description: (panels: number) =>
      `${number(panels)} små søylediagrammer med samme skala. Tallene står i tabellen under.`,
    otherBase: 'Ikke like mange svarte i alle rundene. Noe av endringen kan komme av det.',
    columns: { name: 'Område', base: 'Kommuner med tall' }
  },
  timeSeries: {
    ...shared,
    point: (series: string, round: string, value: string) => `${series}, ${round}: ${value}`,
    interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    finding: {
      up: (series: string, from: string, to: string) => `${series}: opp fra ${from} til ${to}`,
      down: (series: string, from: string, to: string) => `${series}: ned fra ${from} til ${to}`,
      same: (series: string, value: string, since: string) => `${series}: ${value}, det samme som i ${since}`,
      single: (series: string, value: string) => `${series}: ${value}`,
      broken: (series: string, value: string) => `${series}: ${value}, og kan ikke sammenlignes med før`
    },
    at: (value: string, round: string) => `${value} i ${round}`,
    description: (series: number, rounds: number) =>
      `Tidsserie med ${number(series)} ${plural(series, 'serie', 'serier')} og ${number(rounds)} ${plural(rounds, 'runde', 'runder')}. Tallene står i tabellen under.`,
    otherBase: 'Ikke like mange svarte i alle rundene. Noe av endringen kan komme av det.',
    columns: { round: 'Runde', base: 'Kommuner med tall' }
  },
  geographyMap: {
    tile: (name: string, area: string) => `${name}: ${area}`,
    count: number,
    finding: {
      county: (areas: number, count: number) => `${number(count)} ${municipalities(count)} i ${neuter(areas)} fylker`,
      korus_region: (areas: number, count: number) =>
        `${number(count)} ${municipalities(count)} i ${word(areas)} KORUS-regioner`,
      police_district: (areas: number, count: number) =>
        `${number(count)} ${municipalities(count)} i ${neuter(areas)} politidistrikter`
    },
    division: { county: 'Fylke', korus_region: 'KORUS-region', police_district: 'Politidistrikt' },
    switchTitle: 'Del kartet etter',
    base: (known: number, all: number) => `${number(known)} av ${number(all)} ${municipalities(all)}`,
    description: 'Kart der én sekskant er én kommune. Plasseringen er skjematisk. Tallene står i tabellen under.',
    columns: { area: 'Område', count: 'Kommuner' }
  }
};
