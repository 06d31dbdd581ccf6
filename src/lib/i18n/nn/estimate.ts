import type { Held } from '#lib/domain/estimate/later.ts';
import type { RungName } from '#lib/domain/estimate/ladder.ts';
import type { JudgementProblem, SignatureProblem } from '#lib/domain/estimate/estimate-form.ts';
import type { Refusal, RungRefusal } from '#lib/domain/estimate/refusal.ts';
import type { FigureStatus } from '#lib/domain/figure.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(Math.round(value), 'nn');
const share = (part: number, whole: number) => formatShare(part, whole, 'nn') ?? '–';
const cases = (value: number) => `${number(value)} ${Math.round(value) === 1 ? 'sak' : 'saker'}`;

const rungs: Record<RungName, string> = {
  lower_bound: 'Berre det som er talt',
  judgement: 'Rådgjevaren si vurdering',
  last_round: 'Førre runde',
  ratio_by_class: 'Innbyggjarar og storleik',
  ratio: 'Innbyggjarar',
  mean: 'Snitt per kommune',
  model: 'Utrekna spenn'
};
const noAnswer: Record<FigureStatus, string> = {
  reported: 'har svart',
  confirmed_none: 'har svart',
  dont_know: 'veit ikkje',
  not_applicable: 'ikkje aktuelt',
  not_given: 'har ikkje oppgjeve talet',
  covered_by_host: 'dekt av vertskommune',
  declined: 'vil ikkje svare',
  not_shown: 'blir ikkje vist',
  missing: 'har ikkje svart'
};
const refusals: Record<Refusal | RungRefusal, string> = {
  few_municipalities: 'Færre enn 60 % av kommunane har oppgjeve talet.',
  few_inhabitants: 'Kommunane som har oppgjeve talet, har mindre enn 70 % av innbyggjarane.',
  few_cases: 'Det er talt færre enn 20 saker.',
  large_silent: 'Éin av kommunane som manglar, har meir enn 15 % av innbyggjarane.',
  wide: 'Spennet er for vidt: det øvste talet er meir enn halvannan gong det nedste.',
  few_in_area: 'Færre enn åtte kommunar har svart i eit område som er mindre enn regionen.',
  reminded_unlike: 'Det er ikkje purra likt. Då kan kommunane som manglar, vere ulike dei som har svart.',
  observed_hidden: 'Det som er talt, kan ikkje visast. Då kan heller ikkje eit anslag visast.',
  no_value: 'Denne måten gjev ikkje noko tal her.',
  tells_one: 'Færre enn tre kommunar manglar. Då fortel summen for mykje om kvar av dei.'
};
const releaseRefusals = {
  ...refusals,
  not_signed: 'Ingen har signert eit anslag.',
  data_changed: 'Tala er endra etter at anslaget vart signert.',
  only_counted: 'Rådgjevarane har valt å oppgje berre det som er talt.'
};
const held: Record<Held, string> = {
  within: 'Alle har svart, og summen ligg i spennet.',
  above: 'Anslaget var for lågt: det er alt talt fleire.',
  below: 'Alle har svart, og anslaget var for høgt.',
  open: 'Nokon manglar enno. Det veit vi ikkje enno.'
};
const judgementProblems: Record<JudgementProblem['kind'], Record<JudgementProblem['field'], string>> = {
  not_a_count: { cases: 'Skriv eit heilt tal frå 0 til 9999', reason: 'Skriv ei grunngjeving' },
  missing: { cases: 'Skriv eit tal når du har skrive ei grunngjeving', reason: 'Skriv kvifor du trur det' },
  too_long: { cases: 'Talet er for langt', reason: 'Grunngjevinga kan ha 500 teikn' }
};
const signatureProblems: Record<SignatureProblem, string> = {
  no_rung: 'Vel kva måte anslaget skal byggje på.',
  no_reason: 'Skriv kvifor de valde denne måten.',
  long_reason: 'Grunngjevinga kan ha 1000 teikn.',
  no_reminders: 'Svar på om alle vart purra likt.'
};

const assumptions = {
  nothing: 'Seier ikkje noko om kommunane som manglar. Det er minst så mange.',
  judged: (told: number, silent: number, sum: number) =>
    `${told} av ${silent} som manglar, er vurderte: ${cases(sum)} i alt.`,
  carried_none: 'Ingen av dei som manglar, har eit tal frå førre runde.',
  carried: (told: number, silent: number, sum: number) =>
    `${told} av ${silent} som manglar, har eit tal frå førre runde: ${cases(sum)}, rekna om til like lang tid som denne runden.`,
  same_rate_in_class: (strata: number) =>
    `Dei som manglar, har like mange saker per innbyggjar som kommunar av same storleik. ${strata} storleikar.`,
  same_rate: (sum: number, population: number, silentPopulation: number) =>
    `Dei som manglar, har like mange saker per innbyggjar som dei andre: ${cases(sum)} på ${number(population)} innbyggjarar. Dei har sjølve ${number(silentPopulation)}.`,
  same_mean: (silent: number, counted: number) =>
    `Dei ${silent} som manglar, har like mange saker kvar som dei ${counted} andre i snitt, same kor store dei er.`,
  alike_by_size:
    'Dei som manglar, liknar dei som har svart når vi tek omsyn til storleik. Spennet toler at kommunar er ulike.'
};

export const estimate: Messages['estimate'] = {
  link: 'Anslag',
  title: (round: string) => `Anslag for dei som manglar: ${round}`,
  lead: 'Her anslår de kor mange saker det er i alt når nokre kommunar ikkje har svart. Det som er talt, står alltid først.',
  chip: 'anslag',
  measures: 'Tal',
  counted: 'Talt',
  base: (reported: number, expected: number) => `${number(reported)} av ${number(expected)} kommunar`,
  populationShare: (part: number, whole: number) => `${share(part, whole)} av innbyggjarane`,
  everybody: 'Alle kommunane har oppgjeve talet. Det er ingenting å anslå.',
  sentence: {
    observed: (reported: number, expected: number, count: string) =>
      `${number(reported)} av ${number(expected)} kommunar har svart. Dei melder om ${count}.`,
    missing: (part: number, whole: number) => `Kommunane som manglar, har ${share(part, whole)} av innbyggjarane.`,
    interval: (low: number, high: number) =>
      `Dersom dei liknar dei andre, er det samla talet truleg mellom ${number(low)} og ${number(high)} (95 % uvisse).`,
    judged: (low: number, high: number) =>
      `Etter vår vurdering er det samla talet truleg mellom ${number(low)} og ${number(high)}.`,
    isEstimate: 'Talet er eit anslag, ikkje ei teljing.',
    caution: 'Vi veit ikkje om kommunar utan saker svarer sjeldnare. Då er anslaget for høgt.',
    refused: 'For få kommunar har svart til at vi kan anslå eit samla tal.'
  },
  cases: {
    cases_received: (count: number) => cases(count),
    cases_handled: (count: number) => (count === 1 ? '1 behandla sak' : `${number(count)} behandla saker`),
    cases_under_18: (count: number) => `${cases(count)} med person under 18 år`
  },
  ladderTitle: 'Måtane side om side',
  chartTitle: (low: number, high: number, observed: number) =>
    `${number(observed)} er talde; utrekna er det truleg mellom ${number(low)} og ${number(high)} i alt`,
  chartTitleOpen: (observed: number) => `${number(observed)} er talde; kor mange det er i alt, er for usikkert å seie`,
  chartMeasure: 'Saker i alt, etter kvar måte. Streken er spennet.',
  table: {
    caption: 'Kva kvar måte gjev og byggjer på',
    way: 'Måte',
    value: 'Anslag',
    assumes: 'Byggjer på'
  },
  rungs,
  assumptions,
  atLeast: (value: number) => `minst ${number(value)}`,
  about: (value: number) => `om lag ${number(value)}`,
  range: (low: number, high: number) => `${number(low)}–${number(high)}`,
  none: '–',
  noAnswer,
  refusedTitle: 'De kan ikkje publisere eit anslag for dette talet no',
  refusals,
  releaseRefusals,
  judgementsTitle: 'Vurder kvar kommune som manglar',
  judgementsLead:
    'Skriv kor mange saker de trur kommunen har, og kvifor. Berre rådgjevarar i regionen ser dette. Skriv ikkje om enkeltpersonar.',
  judgementsSummary: (judged: number, silent: number) => `${number(judged)} av ${number(silent)} er vurderte`,
  silentFacts: (population: number, why: string) => `${number(population)} innbyggjarar, ${why}`,
  lastRound: (name: string, count: number) => `${name}: ${cases(count)}`,
  casesLabel: 'Antall saker',
  reasonLabel: 'Grunngjeving',
  saveJudgements: 'Lagre vurderingane',
  judgementsSaved: 'Vurderingane er lagra.',
  judgementProblems,
  problemTitle: 'Noko må rettast før vi kan lagre',
  signTitle: 'Vel og signer',
  signLead: 'Vel måten anslaget skal byggje på. Spennet følgjer med i utgivinga.',
  rungLabel: 'Måte',
  reasonOfChoice: 'Kvifor denne måten?',
  reasonHint: 'Grunngjevinga står i utgivinga med namnet ditt.',
  reminded: 'Vart alle kommunar purra likt, same om de trudde dei hadde saker?',
  remindedAlike: 'Ja, alle likt',
  remindedUnlike: 'Nei, nokre meir enn andre',
  sign: 'Signer anslaget',
  signed: 'Anslaget er signert.',
  moved: 'Tala vart endra medan du såg på sida. Sjå på dei igjen før du signerer. Det du skreiv, står her enno.',
  signatureProblems,
  standing: (rung: string, name: string, at: string) => `${rung}, signert av ${name} ${at}.`,
  standingChanged: 'Tala er endra sidan då. Anslaget må signerast på nytt før det kan publiserast.',
  notSigned: 'Ingen har signert eit anslag for dette talet.',
  withdraw: 'Trekk anslaget',
  withdrawReason: 'Kvifor trekkjer de det?',
  withdrawn: 'Anslaget er trekt.',
  withdrawNeedsReason: 'Skriv kvifor de trekkjer anslaget.',
  historyTitle: 'Signerte anslag, og korleis dei heldt',
  history: {
    signed: 'Signert',
    withdrawn: 'Trekt',
    when: 'Når',
    who: 'Kven',
    what: 'Kva',
    reason: 'Grunngjeving',
    figures: 'Då det vart signert',
    later: 'Sidan',
    then: (observed: number, reported: number, expected: number) =>
      `${number(observed)} talde, ${number(reported)} av ${number(expected)} kommunar`
  },
  held,
  since: (told: number, silent: number, observed: number) =>
    `${number(told)} av ${number(silent)} som mangla, har svart. No er ${number(observed)} talde.`,
  nextRound: (told: number, silent: number, count: number) =>
    `I neste runde svarte ${number(told)} av dei ${number(silent)}: ${cases(count)}, rekna om til like lang tid.`
};
