import { formatShare, sentenceCase } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import { municipalities, neuter, number, plural, shared, textsOfRows, word } from './charts-of-rows.ts';

const share = (value: number) => formatShare(value, 1, 'nn') ?? '–';

export const charts: Messages['charts'] = {
  absence: shared.absence,
  share,
  showPoints: 'Bruk piltastane for å lese punkta i diagrammet.',
  municipality: textsOfRows({ one: 'kommune', theOne: 'Kommunen', theMany: 'kommunane', word, plural: municipalities }),
  area: textsOfRows({
    one: 'område',
    theOne: 'Området',
    theMany: 'områda',
    word: neuter,
    plural: (value) => plural(value, 'område', 'område')
  }),
  stackedBar: {
    ...shared,
    key: (label: string, total: number) => `${label}: ${number(total)}`,
    count: number,
    segment: (group: string, category: string, count: string) => `${group}, ${category}: ${count}`,
    most: (count: number, all: number, category: string) =>
      `${sentenceCase(word(count))} av ${word(all)} ${municipalities(all)} svarer «${category}»`,
    even: (all: number) => `Ingen kategori er vanlegare enn dei andre blant ${word(all)} ${municipalities(all)}`,
    partly: 'Fordelinga kan ikkje visast for alle',
    description: (groups: number, categories: number) =>
      `Stabla søyler med ${number(groups)} ${plural(groups, 'gruppe', 'grupper')} og ${number(categories)} kategoriar. Tala står i tabellen under.`,
    columns: { group: 'Gruppe' }
  },
  smallMultiples: {
    ...shared,
    point: (panel: string, label: string, value: string, base: string) => `${panel}, ${label}: ${value} (${base})`,
    finding: (up: number, down: number, all: number) => {
      const areas = `${neuter(all)} ${plural(all, 'område', 'område')}`;
      if (up + down === 0) return `Talet er det same i første og siste runde i ${areas}`;
      if (up === 0) return `Talet er lågare i siste runde enn i første i ${neuter(down)} av ${areas}`;
      const rest = down === 0 ? '' : `, lågare i ${neuter(down)}`;
      return `Talet er høgare i siste runde enn i første i ${neuter(up)} av ${areas}${rest}`;
    },
    notComparable: 'Rundane kan ikkje samanliknast',
    description: (panels: number) => `${number(panels)} små søylediagram med same skala. Tala står i tabellen under.`,
    otherBase: 'Ikkje like mange svarte i alle rundane. Noko av endringa kan komme av det.',
    columns: { name: 'Område', base: 'Kommunar med tal' }
  },
  timeSeries: {
    ...shared,
    point: (series: string, round: string, value: string) => `${series}, ${round}: ${value}`,
    interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    finding: {
      up: (series: string, from: string, to: string) => `${series}: opp frå ${from} til ${to}`,
      down: (series: string, from: string, to: string) => `${series}: ned frå ${from} til ${to}`,
      same: (series: string, value: string, since: string) => `${series}: ${value}, det same som i ${since}`,
      single: (series: string, value: string) => `${series}: ${value}`,
      broken: (series: string, value: string) => `${series}: ${value}, og kan ikkje samanliknast med før`
    },
    at: (value: string, round: string) => `${value} i ${round}`,
    description: (series: number, rounds: number) =>
      `Tidsserie med ${number(series)} ${plural(series, 'serie', 'seriar')} og ${number(rounds)} ${plural(rounds, 'runde', 'rundar')}. Tala står i tabellen under.`,
    otherBase: 'Ikkje like mange svarte i alle rundane. Noko av endringa kan komme av det.',
    columns: { round: 'Runde', base: 'Kommunar med tal' }
  },
  geographyMap: {
    tile: (name: string, area: string) => `${name}: ${area}`,
    count: number,
    finding: {
      county: (areas: number, count: number) => `${number(count)} ${municipalities(count)} i ${neuter(areas)} fylke`,
      korus_region: (areas: number, count: number) =>
        `${number(count)} ${municipalities(count)} i ${word(areas)} KORUS-regionar`,
      police_district: (areas: number, count: number) =>
        `${number(count)} ${municipalities(count)} i ${neuter(areas)} politidistrikt`
    },
    division: { county: 'Fylke', korus_region: 'KORUS-region', police_district: 'Politidistrikt' },
    switchTitle: 'Del kartet etter',
    base: (known: number, all: number) => `${number(known)} av ${number(all)} ${municipalities(all)}`,
    description: 'Kart der éin sekskant er éin kommune. Plasseringa er skjematisk. Tala står i tabellen under.',
    columns: { area: 'Område', count: 'Kommunar' }
  }
};
