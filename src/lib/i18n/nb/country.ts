import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const word = (value: number) => numberInText(value, 'nb');

/** The workbench for the whole country, and the regions side by side. */
export const country = {
  scope: 'Område',
  scopes: { region: 'KORUS-regionen', country: 'landet' },
  name: (year: string) => `Landet ${year}`,
  title: (finding: string, regions: number, all: number) =>
    regions === all ? `Landet: ${finding}` : `Landet, ${word(regions)} av ${word(all)} KORUS-regioner: ${finding}`,
  base: (regions: number, all: number) => `${number(regions)} av ${number(all)} KORUS-regioner har en runde.`,
  municipalities: (expected: number, all: number) =>
    `Rundene spør ${number(expected)} av landets ${number(all)} kommuner.`,
  without: (regions: string) => `Ingen runde: ${regions}.`,
  notShown:
    'Saker i enkeltkommuner utenfor dine egne områder vises ikke. De er med i summen for regionen når den er publisert.',
  noRound: 'ingen runde',
  regions: {
    link: 'Regionene',
    title: (round: string) => `Regionene side om side: ${round}`,
    lead: 'Se egen region ved siden av det de andre regionene har publisert for samme år.',
    measure: 'Mottatte saker per 10\u00a0000 innbyggere',
    finding: (shown: number, all: number) => `${number(shown)} av ${number(all)} KORUS-regioner har tall som kan vises`,
    findingNone: 'Ingen KORUS-region har tall som kan vises',
    order: 'Regionene står i fast rekkefølge, ikke etter størrelsen på tallet.',
    overlap: 'Der intervallene overlapper, kan forskjellen være tilfeldig.',
    region: 'KORUS-region',
    round: 'Runde',
    noRound: 'ingen runde',
    withheld: (regions: string) => `Tallet vises ikke: ${regions}. For få har svart, eller runden er ikke avsluttet.`,
    noneGiven: (regions: string) => `Ingen har oppgitt tallet: ${regions}.`,
    without: (regions: string) => `Ingen runde: ${regions}.`,
    rate: 'Mottatt per 10\u00a0000',
    interval: '95 % intervall',
    population: 'Innbyggere bak mottatte saker',
    map: 'Vis landet på kartet'
  }
};
