import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const word = (value: number) => numberInText(value, 'nn');

/** The workbench for the whole country, and the regions side by side. */
export const country = {
  scope: 'Område',
  scopes: { region: 'KORUS-regionen', country: 'landet' },
  name: (year: string) => `Landet ${year}`,
  title: (finding: string, regions: number, all: number) =>
    regions === all ? `Landet: ${finding}` : `Landet, ${word(regions)} av ${word(all)} KORUS-regionar: ${finding}`,
  base: (regions: number, all: number) => `${number(regions)} av ${number(all)} KORUS-regionar har ein runde.`,
  municipalities: (expected: number, all: number) =>
    `Rundane spør ${number(expected)} av dei ${number(all)} kommunane i landet.`,
  without: (regions: string) => `Ingen runde: ${regions}.`,
  notShown:
    'Saker i einskildkommunar utanfor dine eigne område viser vi ikkje. Dei er med i summen for regionen når han er publisert.',
  noRound: 'ingen runde',
  regions: {
    link: 'Regionane',
    title: (round: string) => `Regionane side om side: ${round}`,
    lead: 'Sjå eigen region ved sida av det dei andre regionane har publisert for same år.',
    measure: 'Mottekne saker per 10\u00a0000 innbyggjarar',
    finding: (shown: number, all: number) => `${number(shown)} av ${number(all)} KORUS-regionar har tal som kan visast`,
    findingNone: 'Ingen KORUS-region har tal som kan visast',
    order: 'Regionane står i fast rekkjefølgje, ikkje etter storleiken på talet.',
    overlap: 'Der intervalla overlappar, kan skilnaden vere tilfeldig.',
    region: 'KORUS-region',
    round: 'Runde',
    noRound: 'ingen runde',
    withheld: (regions: string) =>
      `Talet blir ikkje vist: ${regions}. For få har svart, eller runden er ikkje avslutta.`,
    noneGiven: (regions: string) => `Ingen har oppgjeve talet: ${regions}.`,
    without: (regions: string) => `Ingen runde: ${regions}.`,
    rate: 'Motteke per 10\u00a0000',
    interval: '95 % intervall',
    population: 'Innbyggjarar bak mottekne saker',
    map: 'Vis landet på kartet'
  }
};
