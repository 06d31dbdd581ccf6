import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const cases = (value: number) => `${number(value)} ${value === 1 ? 'motteken sak' : 'mottekne saker'}`;

export const ownPage: Messages['ownPage'] = {
  standing: {
    title: 'Slik ligg de an',
    measure: 'Mottekne saker per 10\u00a0000 innbyggjarar i perioden',
    how: 'Streken viser kor mykje talet kan svinge ved tilfelle (95 %).',
    others: (names) => `Tala dykkar gjeld også ${names}. Raten er rekna av innbyggjarane i alle kommunane.`,
    finding: {
      alike: 'Skilnaden mellom dykk og resten av regionen kan vere tilfeldig',
      more: 'De har fleire mottekne saker etter innbyggjartalet enn resten av regionen',
      fewer: 'De har færre mottekne saker etter innbyggjartalet enn resten av regionen',
      unknown: 'Summen for regionen blir ikkje vist enno, så de kan ikkje samanlikne',
      alone: 'Ingen andre i regionen har oppgjeve talet, så det er ingen å samanlikne med'
    },
    byChance:
      'Omtrent éin av tjue kommunar kjem ut slik berre ved eit tilfelle. Talet seier ikkje noko om kvifor, eller om det er bra eller dårleg.',
    noOwn: 'De har ikkje oppgjeve mottekne saker, så det er ikkje noko å samanlikne.',
    interval: (value, low, high) => `${value} (${low}–${high})`,
    area: 'Kven',
    rate: 'Per 10\u00a0000',
    low: 'Nedre grense',
    high: 'Øvre grense'
  },
  covered: {
    title: (host: string) => `${host} svarar for dykk i denne runden`,
    someHost: 'Ein vertskommune',
    covers: 'Svaret gjeld alt i skjemaet: sakene, eininga og nettsida. De treng ikkje svare sjølve.',
    counted:
      'Sakene dykkar er med i summane, og innbyggjarane dykkar er rekna med. I oversyn står de som «dekt av vertskommune».',
    notSeen: 'Vi viser dykk ikkje kva vertskommunen har svart. Spør dei om de vil vite kva som gjeld dykk.',
    seen: 'Under ser de summane som er publiserte, kva kommunar som liknar, har valt, og kven de kan kontakte.',
    wrong: 'Er det feil at dei svarar for dykk?',
    say: 'Sei frå eller svar sjølve'
  },
  history: {
    title: 'Før og no',
    caption: 'Mottekne saker i rundane de har svart på',
    round: 'Runde',
    period: 'Periode',
    received: 'Mottekne saker',
    from: (start, end) => `${start} – ${end}`,
    notTold: (from, to, round) =>
      `${cases(to)} no og ${number(from)} i ${round}. Tala er for små til å seie at noko har endra seg.`,
    told: (from, to, round, isMore) =>
      `${cases(to)} no og ${number(from)} i ${round}. Etter innbyggjarar og dagar er det ein ${isMore ? 'auke' : 'nedgang'} som er større enn det tilfelle plar gje.`,
    unknown: 'De har ikkje oppgjeve mottekne saker begge gongene, så endringa er ikkje kjend.'
  },
  similar: {
    title: 'Kommunar som liknar på dykk',
    lead: 'Dei fem i runden som liknar mest: etter innbyggjartal, sentralitet og kvar eininga er organisert. Saker per kommune blir ikkje viste for andre enn dykk.',
    none: 'Runden har ingen andre kommunar å likne på.',
    line: (population, alike) =>
      alike === null ? `${population} innbyggjarar.` : `${population} innbyggjarar. Liknar på dykk i ${alike}.`,
    answer: 'Svar',
    servicePage: 'Adressa til sida',
    notTold: 'ikkje oppgjeve',
    alikeIn: { population: 'innbyggjartal', centrality: 'sentralitet', organised_under: 'kvar eininga er organisert' }
  },
  asked: {
    title: 'Spurt og svart',
    answers: 'Det de har svart',
    versions: (count) => (count === 1 ? 'Sjå versjonen' : `Sjå alle ${number(count)} versjonane og kva som er endra`),
    none: 'KORUS har ikkje spurt om noko i svaret dykkar.',
    lead: 'Dette har KORUS spurt om:',
    wholeAnswer: 'Heile svaret',
    line: (figure, state, date) => `${figure} – ${state}, sist ${date}`,
    open: 'Opne spørsmåla'
  },
  whom: {
    title: 'Kven de kan kontakte',
    notInMail: 'Skriv ikkje om enkeltpersonar eller enkeltsaker i e-post.',
    advisers: (names, korus) => `${names} i ${korus} følgjer opp kartlegginga.`,
    region: (korus) => `Rådgjevarane i ${korus} følgjer opp kartlegginga.`,
    similar:
      'Vil de snakke med ein kommune som liknar? Ring sentralbordet der og spør etter den rådgjevande eininga for russaker. Vi viser ikkje kontaktpersonane i andre kommunar.'
  }
};
