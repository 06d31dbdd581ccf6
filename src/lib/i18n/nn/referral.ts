import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const municipalities = (value: number) => (value === 1 ? 'kommune' : 'kommunar');

export const referral: Messages['referral'] = {
  link: 'Område utan saker',
  title: (round: string) => `Område utan saker: ${round}`,
  lead: 'Sjå kvar kommunane har svart at dei ikkje hadde nokon saker, og kvar vi ikkje veit.',
  measure: 'Kommunar etter om dei fekk inn saker',
  finding: (none: number, told: number) =>
    `${number(none)} av ${number(told)} ${municipalities(told)} som har oppgitt talet, hadde ingen saker`,
  findingNone: 'Ingen kommunar har oppgitt om dei hadde saker',
  silence: 'Ein kommune som ikkje har svart, kan ha hatt saker. Han er aldri rekna som null.',
  hosts: 'Tala til ein kommune kan stå hos vertskommunen. Då veit vi ikkje kor mange av sakene som er hans eigne.',
  none: (areas: string) => `Alle har svart, og ingen hadde saker: ${areas}.`,
  noneSoFar: (areas: string) => `Ingen saker så langt, men ikkje alle har svart: ${areas}.`,
  inHost: (areas: string) => `Nokre av tala står hos ein vertskommune som hadde saker, så vi veit ikkje: ${areas}.`,
  unknown: (areas: string) => `Ingen har oppgitt talet: ${areas}.`,
  blank: 'Eit tomt felt er ikkje null: ingen har oppgitt talet. Kolonnen Kva vi veit seier kva vi veit om området.',
  categories: { some: 'Hadde saker', none: 'Ingen saker', inHost: 'Tala står hos verten', silent: 'Veit ikkje' },
  states: {
    some: 'hadde saker',
    none: 'ingen saker',
    none_so_far: 'ingen saker så langt',
    in_host: 'tala står hos verten',
    unknown: 'veit ikkje'
  },
  columns: {
    state: 'Kva vi veit',
    cases: 'Mottekne saker',
    none: 'Kommunar utan saker',
    told: 'Kommunar med tal',
    population: 'Innbyggjarar i kommunar utan saker'
  }
};
