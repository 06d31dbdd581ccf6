import type { Held } from '#lib/domain/estimate/later.ts';
import type { RungName } from '#lib/domain/estimate/ladder.ts';
import type { JudgementProblem, SignatureProblem } from '#lib/domain/estimate/estimate-form.ts';
import type { Refusal, RungRefusal } from '#lib/domain/estimate/refusal.ts';
import type { FigureStatus } from '#lib/domain/figure.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(Math.round(value), 'nb');
const share = (part: number, whole: number) => formatShare(part, whole, 'nb') ?? '–';
const cases = (value: number) => `${number(value)} ${Math.round(value) === 1 ? 'sak' : 'saker'}`;

const rungs: Record<RungName, string> = {
  lower_bound: 'Bare det som er talt',
  judgement: 'Rådgivers vurdering',
  last_round: 'Forrige runde',
  ratio_by_class: 'Innbyggere og størrelse',
  ratio: 'Innbyggere',
  mean: 'Snitt per kommune',
  model: 'Beregnet spenn'
};
const noAnswer: Record<FigureStatus, string> = {
  reported: 'har svart',
  confirmed_none: 'har svart',
  dont_know: 'vet ikke',
  not_applicable: 'ikke aktuelt',
  not_given: 'har ikke oppgitt tallet',
  covered_by_host: 'dekket av vertskommune',
  declined: 'vil ikke svare',
  not_shown: 'vises ikke',
  missing: 'har ikke svart'
};
const refusals: Record<Refusal | RungRefusal, string> = {
  few_municipalities: 'Færre enn 60 % av kommunene har oppgitt tallet.',
  few_inhabitants: 'Kommunene som har oppgitt tallet, har mindre enn 70 % av innbyggerne.',
  few_cases: 'Det er talt færre enn 20 saker.',
  large_silent: 'Én av kommunene som mangler, har mer enn 15 % av innbyggerne.',
  wide: 'Spennet er for vidt: det øverste tallet er mer enn halvannen gang det nederste.',
  few_in_area: 'Færre enn åtte kommuner har svart i et område som er mindre enn regionen.',
  reminded_unlike: 'Det er ikke purret likt. Da kan kommunene som mangler, være ulike dem som har svart.',
  observed_hidden: 'Det som er talt, kan ikke vises. Da kan heller ikke et anslag vises.',
  no_value: 'Denne måten gir ikke noe tall her.',
  tells_one: 'Færre enn tre kommuner mangler. Da forteller summen for mye om hver av dem.'
};
const releaseRefusals = {
  ...refusals,
  not_signed: 'Ingen har signert et anslag.',
  data_changed: 'Tallene er endret etter at anslaget ble signert.',
  only_counted: 'Rådgiverne har valgt å oppgi bare det som er talt.'
};
const held: Record<Held, string> = {
  within: 'Alle har svart, og summen ligger i spennet.',
  above: 'Anslaget var for lavt: det er alt talt flere.',
  below: 'Alle har svart, og anslaget var for høyt.',
  open: 'Noen mangler fortsatt. Det vet vi ikke ennå.'
};
const judgementProblems: Record<JudgementProblem['kind'], Record<JudgementProblem['field'], string>> = {
  not_a_count: { cases: 'Skriv et helt tall fra 0 til 9999', reason: 'Skriv en begrunnelse' },
  missing: { cases: 'Skriv et tall når du har skrevet en begrunnelse', reason: 'Skriv hvorfor du tror det' },
  too_long: { cases: 'Tallet er for langt', reason: 'Begrunnelsen kan ha 500 tegn' }
};
const signatureProblems: Record<SignatureProblem, string> = {
  no_rung: 'Velg hvilken måte anslaget skal bygge på.',
  no_reason: 'Skriv hvorfor dere valgte denne måten.',
  long_reason: 'Begrunnelsen kan ha 1000 tegn.',
  no_reminders: 'Svar på om alle ble purret likt.'
};

const assumptions = {
  nothing: 'Sier ikke noe om kommunene som mangler. Det er minst så mange.',
  judged: (told: number, silent: number, sum: number) =>
    `${told} av ${silent} som mangler, er vurdert: ${cases(sum)} i alt.`,
  carried_none: 'Ingen av dem som mangler, har et tall fra forrige runde.',
  carried: (told: number, silent: number, sum: number) =>
    `${told} av ${silent} som mangler, har et tall fra forrige runde: ${cases(sum)}, regnet om til like lang tid som denne runden.`,
  same_rate_in_class: (strata: number) =>
    `De som mangler, har like mange saker per innbygger som kommuner av samme størrelse. ${strata} størrelser.`,
  same_rate: (sum: number, population: number, silentPopulation: number) =>
    `De som mangler, har like mange saker per innbygger som de andre: ${cases(sum)} på ${number(population)} innbyggere. De har selv ${number(silentPopulation)}.`,
  same_mean: (silent: number, counted: number) =>
    `De ${silent} som mangler, har like mange saker hver som de ${counted} andre i snitt, uansett størrelse.`,
  alike_by_size:
    'De som mangler, likner dem som har svart når vi tar hensyn til størrelse. Spennet tåler at kommuner er ulike.'
};

export const estimate = {
  link: 'Anslag',
  title: (round: string) => `Anslag for dem som mangler: ${round}`,
  lead: 'Her anslår dere hvor mange saker det er i alt når noen kommuner ikke har svart. Det som er talt, står alltid først.',
  chip: 'anslag',
  measures: 'Tall',
  counted: 'Talt',
  base: (reported: number, expected: number) => `${number(reported)} av ${number(expected)} kommuner`,
  populationShare: (part: number, whole: number) => `${share(part, whole)} av innbyggerne`,
  everybody: 'Alle kommunene har oppgitt tallet. Det er ingenting å anslå.',
  sentence: {
    observed: (reported: number, expected: number, count: string) =>
      `${number(reported)} av ${number(expected)} kommuner har svart. De melder om ${count}.`,
    missing: (part: number, whole: number) => `Kommunene som mangler, har ${share(part, whole)} av innbyggerne.`,
    interval: (low: number, high: number) =>
      `Hvis de likner de andre, er det samlede tallet trolig mellom ${number(low)} og ${number(high)} (95 % usikkerhet).`,
    judged: (low: number, high: number) =>
      `Etter vår vurdering er det samlede tallet trolig mellom ${number(low)} og ${number(high)}.`,
    isEstimate: 'Tallet er et anslag, ikke en telling.',
    caution: 'Vi vet ikke om kommuner uten saker svarer sjeldnere. Da er anslaget for høyt.',
    refused: 'For få kommuner har svart til at vi kan anslå et samlet tall.'
  },
  cases: {
    cases_received: (count: number) => cases(count),
    cases_handled: (count: number) => (count === 1 ? '1 behandlet sak' : `${number(count)} behandlede saker`),
    cases_under_18: (count: number) => `${cases(count)} med person under 18 år`
  },
  ladderTitle: 'Måtene side om side',
  chartTitle: (low: number, high: number, observed: number) =>
    `${number(observed)} er talt; beregnet er det trolig mellom ${number(low)} og ${number(high)} i alt`,
  chartTitleOpen: (observed: number) => `${number(observed)} er talt; hvor mange det er i alt, er for usikkert å si`,
  chartMeasure: 'Saker i alt, etter hver måte. Streken er spennet.',
  table: {
    caption: 'Hva hver måte gir og bygger på',
    way: 'Måte',
    value: 'Anslag',
    assumes: 'Bygger på'
  },
  rungs,
  assumptions,
  atLeast: (value: number) => `minst ${number(value)}`,
  about: (value: number) => `om lag ${number(value)}`,
  range: (low: number, high: number) => `${number(low)}–${number(high)}`,
  none: '–',
  noAnswer,
  refusedTitle: 'Dere kan ikke publisere et anslag for dette tallet nå',
  refusals,
  releaseRefusals,
  judgementsTitle: 'Vurder hver kommune som mangler',
  judgementsLead:
    'Skriv hvor mange saker dere tror kommunen har, og hvorfor. Bare rådgivere i regionen ser dette. Skriv ikke om enkeltpersoner.',
  judgementsSummary: (judged: number, silent: number) => `${number(judged)} av ${number(silent)} er vurdert`,
  silentFacts: (population: number, why: string) => `${number(population)} innbyggere, ${why}`,
  lastRound: (name: string, count: number) => `${name}: ${cases(count)}`,
  casesLabel: 'Antall saker',
  reasonLabel: 'Begrunnelse',
  saveJudgements: 'Lagre vurderingene',
  judgementsSaved: 'Vurderingene er lagret.',
  judgementProblems,
  problemTitle: 'Noe må rettes før vi kan lagre',
  signTitle: 'Velg og signer',
  signLead: 'Velg måten anslaget skal bygge på. Spennet følger med i utgivelsen.',
  rungLabel: 'Måte',
  reasonOfChoice: 'Hvorfor denne måten?',
  reasonHint: 'Begrunnelsen står i utgivelsen med navnet ditt.',
  reminded: 'Ble alle kommuner purret likt, uansett om dere trodde de hadde saker?',
  remindedAlike: 'Ja, alle likt',
  remindedUnlike: 'Nei, noen mer enn andre',
  sign: 'Signer anslaget',
  signed: 'Anslaget er signert.',
  moved: 'Tallene ble endret mens du så på siden. Se på dem igjen før du signerer. Det du skrev, står her fortsatt.',
  signatureProblems,
  standing: (rung: string, name: string, at: string) => `${rung}, signert av ${name} ${at}.`,
  standingChanged: 'Tallene er endret siden da. Anslaget må signeres på nytt før det kan publiseres.',
  notSigned: 'Ingen har signert et anslag for dette tallet.',
  withdraw: 'Trekk anslaget',
  withdrawReason: 'Hvorfor trekker dere det?',
  withdrawn: 'Anslaget er trukket.',
  withdrawNeedsReason: 'Skriv hvorfor dere trekker anslaget.',
  historyTitle: 'Signerte anslag, og hvordan de holdt',
  history: {
    signed: 'Signert',
    withdrawn: 'Trukket',
    when: 'Når',
    who: 'Hvem',
    what: 'Hva',
    reason: 'Begrunnelse',
    figures: 'Da det ble signert',
    later: 'Siden',
    then: (observed: number, reported: number, expected: number) =>
      `${number(observed)} talt, ${number(reported)} av ${number(expected)} kommuner`
  },
  held,
  since: (told: number, silent: number, observed: number) =>
    `${number(told)} av ${number(silent)} som manglet, har svart. Nå er ${number(observed)} talt.`,
  nextRound: (told: number, silent: number, count: number) =>
    `I neste runde svarte ${number(told)} av de ${number(silent)}: ${cases(count)}, regnet om til like lang tid.`
};
