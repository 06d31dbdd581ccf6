import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const cases = (value: number) => `${number(value)} ${value === 1 ? 'mottatt sak' : 'mottatte saker'}`;

/** The page of a municipality about its own answer. */
export const ownPage = {
  standing: {
    title: 'Slik ligger dere an',
    measure: 'Mottatte saker per 10\u00a0000 innbyggere i perioden',
    how: 'Streken viser hvor mye tallet kan svinge ved tilfeldigheter (95 %).',
    others: (names: string) => `Tallene deres gjelder også ${names}. Raten er regnet av innbyggerne i alle kommunene.`,
    finding: {
      alike: 'Forskjellen mellom dere og resten av regionen kan være tilfeldig',
      more: 'Dere har flere mottatte saker etter innbyggertallet enn resten av regionen',
      fewer: 'Dere har færre mottatte saker etter innbyggertallet enn resten av regionen',
      unknown: 'Summen for regionen vises ikke ennå, så dere kan ikke sammenligne',
      alone: 'Ingen andre i regionen har oppgitt tallet, så det er ingen å sammenligne med'
    },
    byChance:
      'Omtrent én av tjue kommuner kommer ut slik bare ved en tilfeldighet. Tallet sier ikke noe om hvorfor, eller om det er bra eller dårlig.',
    noOwn: 'Dere har ikke oppgitt mottatte saker, så det er ikke noe å sammenligne.',
    interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    area: 'Hvem',
    rate: 'Per 10\u00a0000',
    low: 'Nedre grense',
    high: 'Øvre grense'
  },
  covered: {
    title: (host: string) => `${host} svarer for dere i denne runden`,
    someHost: 'En vertskommune',
    covers: 'Svaret gjelder alt i skjemaet: sakene, enheten og nettsiden. Dere trenger ikke svare selv.',
    counted:
      'Sakene deres er med i summene, og innbyggerne deres er regnet med. I oversikter står dere som «dekket av vertskommune».',
    notSeen: 'Vi viser dere ikke hva vertskommunen har svart. Spør dem hvis dere vil vite hva som gjelder dere.',
    seen: 'Under ser dere summene som er publisert, hva kommuner som ligner, har valgt, og hvem dere kan kontakte.',
    wrong: 'Er det feil at de svarer for dere?',
    say: 'Si fra eller svar selv'
  },
  history: {
    title: 'Før og nå',
    caption: 'Mottatte saker i rundene dere har svart på',
    round: 'Runde',
    period: 'Periode',
    received: 'Mottatte saker',
    from: (start: string, end: string) => `${start} – ${end}`,
    notTold: (from: number, to: number, round: string) =>
      `${cases(to)} nå og ${number(from)} i ${round}. Tallene er for små til å si at noe har endret seg.`,
    told: (from: number, to: number, round: string, isMore: boolean) =>
      `${cases(to)} nå og ${number(from)} i ${round}. Etter innbyggere og dager er det en ${isMore ? 'økning' : 'nedgang'} som er større enn det tilfeldigheter pleier å gi.`,
    unknown: 'Dere har ikke oppgitt mottatte saker begge ganger, så endringen er ikke kjent.'
  },
  similar: {
    title: 'Kommuner som ligner på dere',
    lead: 'De fem i runden som ligner mest: etter innbyggertall, sentralitet og hvor enheten er organisert. Saker per kommune vises ikke for andre enn dere.',
    none: 'Runden har ingen andre kommuner å ligne på.',
    line: (population: string, alike: string | null) =>
      alike === null ? `${population} innbyggere.` : `${population} innbyggere. Ligner på dere i ${alike}.`,
    answer: 'Svar',
    servicePage: 'Adressen til siden',
    notTold: 'ikke oppgitt',
    alikeIn: { population: 'innbyggertall', centrality: 'sentralitet', organised_under: 'hvor enheten er organisert' }
  },
  asked: {
    title: 'Spurt og svart',
    answers: 'Det dere har svart',
    versions: (count: number) =>
      count === 1 ? 'Se versjonen' : `Se alle ${number(count)} versjonene og hva som er endret`,
    none: 'KORUS har ikke spurt om noe i svaret deres.',
    lead: 'Dette har KORUS spurt om:',
    wholeAnswer: 'Hele svaret',
    line: (figure: string, state: string, date: string) => `${figure} – ${state}, sist ${date}`,
    open: 'Åpne spørsmålene'
  },
  whom: {
    title: 'Hvem dere kan kontakte',
    notInMail: 'Skriv ikke om enkeltpersoner eller enkeltsaker i e-post.',
    advisers: (names: string, korus: string) => `${names} i ${korus} følger opp kartleggingen.`,
    region: (korus: string) => `Rådgiverne i ${korus} følger opp kartleggingen.`,
    similar:
      'Vil dere snakke med en kommune som ligner? Ring sentralbordet der og spør etter den rådgivende enheten for russaker. Vi viser ikke andre kommuners kontaktpersoner.'
  }
};
