import type { CellMark, CellStatus } from '#lib/domain/quality-cell.ts';
import type { ThreadEvent, ThreadState } from '#lib/domain/query-thread.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { formatNumber, formatShare, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const answers = (count: number) => `${numberInText(count, 'nb', 'neuter')} svar`;

const statuses: Record<CellStatus, string> = {
  reported: 'oppgitt',
  confirmed_none: 'bekreftet ingen',
  dont_know: 'vet ikke',
  not_applicable: 'ikke aktuelt',
  not_given: 'ikke oppgitt',
  not_asked: 'ikke spurt',
  missing: 'mangler svar',
  covered: 'dekket av vertskommune',
  declined: 'svarer ikke'
};
/** What stands in the table, where there is no room for the whole. */
const signs: Record<Exclude<CellStatus, 'reported'>, string> = {
  confirmed_none: '0 ✓',
  dont_know: 'vet ikke',
  not_applicable: 'ikke aktuelt',
  not_given: '–',
  not_asked: '·',
  missing: 'mangler',
  covered: 'dekket',
  declined: 'svarer ikke'
};
const marks: Record<CellMark, string> = {
  asked: 'spørsmål hos kommunen',
  answered: 'kommunen har svart på spørsmålet',
  explained: 'begrunnet',
  corrected: 'rettet siden første versjon',
  surprising: 'overraskende mot forrige runde'
};
const reviews: Record<ReviewState, string> = {
  unreviewed: 'ikke gjennomgått',
  accepted: 'godtatt',
  returned: 'bedt om retting'
};
const states: Record<ThreadState, string> = {
  asked: 'Venter på kommunen',
  answered: 'Kommunen har svart',
  accepted: 'Godtatt',
  corrected: 'Tallet er rettet',
  withdrawn: 'Trukket'
};
const events: Record<ThreadEvent | 'ask', string> = {
  ask: 'spurte',
  answer: 'svarte',
  correct: 'rettet tallet',
  accept: 'godtok svaret',
  ask_again: 'spurte igjen',
  withdraw: 'trakk spørsmålet'
};

export const quality = {
  title: (round: string) => `Kvalitet: ${round}`,
  navigation: 'Kvalitet',
  lead: 'Alle tall i runden. Åpne et tall for å se historikken, spørre kommunen eller godta svaret.',
  caption: 'Tallene fra hver kommune',
  municipality: 'Kommune',
  response: 'Svar',
  review: 'Gjennomgang',
  hosted: (host: string) => `svar fra ${host}`,
  sent: (version: number) => `versjon ${number(version)}`,
  statuses,
  signs,
  marks,
  reviews,
  sum: 'Sum',
  base: (given: number, of: number) => `${number(given)} av ${number(of)}`,
  count: (shown: number, all: number) =>
    `${number(shown)} av ${number(all)} ${plural(all, 'kommune', 'kommuner')} vises.`,
  empty: 'Ingen kommuner passer med utvalget. Fjern noe av det for å se flere.',
  legend: 'Tegnene i tabellen',
  shortcuts: 'Snarveier i tabellen',
  keys: {
    arrows: ['Piltaster', 'flytt mellom tallene'],
    home: ['Home og End', 'første og siste tall i raden, med Ctrl i tabellen'],
    enter: ['Enter', 'åpne tallet'],
    escape: ['Esc', 'tilbake til tabellen'],
    ask: ['S', 'spør om tallet'],
    accept: ['G', 'godta hele svaret fra kommunen']
  },
  filter: {
    county: 'Fylke',
    allCounties: 'Alle fylker',
    response: 'Svar fra kommunen',
    all: 'Alle',
    responses: {
      answered: 'Har svart',
      missing: 'Mangler svar',
      covered: 'Dekket av vertskommune',
      declined: 'Svarer ikke'
    },
    open: 'Bare med åpne spørsmål',
    unreviewed: 'Bare ikke gjennomgåtte',
    show: 'Vis',
    reset: 'Fjern utvalget'
  },
  acceptMany: {
    link: 'Godta alle uten merknader',
    title: 'Godta svar uten merknader',
    lead: 'Disse svarene har ingen åpne spørsmål og ingen overraskende tall, og er ikke gjennomgått. Se over listen før du godtar.',
    none: 'Ingen svar kan godtas samlet nå. De som gjenstår, har åpne spørsmål eller overraskende tall.',
    button: (count: number) => `Godta ${answers(count)}`,
    back: 'Tilbake til tabellen'
  },
  accepted: (count: number) => `${count === 1 ? 'Ett' : number(count)} svar er godtatt.`,
  undone: (count: number) => `${count === 1 ? 'Ett' : number(count)} svar er tilbake til ikke gjennomgått.`,
  undo: 'Angre',
  moved: {
    'question-open': 'Svaret har et åpent spørsmål. Godta eller trekk spørsmålet først.',
    'answer-renewed': 'Kommunen har sendt en ny versjon. Se på den før du avgjør.',
    'review-moved': 'Noen har allerede avgjort dette. Siden viser hvordan det står nå.',
    'question-moved': 'Noen har allerede gjort noe med spørsmålet. Siden viser hvordan det står nå.',
    'already-exists': 'Det er allerede et åpent spørsmål om dette tallet. Siden viser det.',
    'round-closed': 'Runden tar ikke imot flere svar, så kommunen kan ikke rette.'
  },
  cell: {
    title: (question: string, municipality: string) => `${question}: ${municipality}`,
    whole: 'Hele svaret',
    wholeTitle: (municipality: string) => `Svaret fra ${municipality}`,
    back: 'Tilbake til tabellen',
    previous: 'Forrige tall',
    next: 'Neste tall',
    now: 'Nå',
    history: 'Historikk',
    historyColumns: ['Versjon', 'Svar', 'Sendt inn', 'Fra'],
    version: (version: number) => `Versjon ${number(version)}`,
    reason: 'Kommunens begrunnelse',
    noAnswer: 'Kommunen har ikke svart, så det er ingenting å spørre om ennå.',
    threads: 'Spørsmål og svar',
    noThreads: 'Ingen har spurt om dette.',
    askTitle: 'Spør kommunen',
    askLabel: 'Spørsmålet ditt',
    askHelp: 'Skriv kort hva du lurer på. Ikke skriv noe om personer. Kommunen får e-post om at det er et spørsmål.',
    ask: 'Send spørsmålet',
    noContact: 'Kommunen har ingen kontakt med e-post. Den ser spørsmålet når den åpner skjemaet.',
    askAgainLabel: 'Spør videre',
    askAgain: 'Spør igjen',
    acceptAnswer: 'Godta forklaringen',
    withdraw: 'Trekk spørsmålet',
    reviewTitle: 'Gjennomgang av hele svaret',
    accept: 'Godta svaret',
    returnLabel: 'Hva må rettes?',
    returnHelp: 'Kommunen får e-post og ser setningen i skjemaet.',
    return: 'Be om retting',
    reviewedBy: (state: string, name: string, moment: string) => `${state} av ${name} ${moment}`,
    figures: 'Tallene i svaret'
  },
  states,
  events,
  message: (name: string, event: string, moment: string) => `${name} ${event} ${moment}`,
  problem: {
    empty: {
      ask: 'Spørsmålet: feltet er tomt. Skriv hva du lurer på.',
      answer: 'Svaret: feltet er tomt. Skriv en forklaring, eller rett tallet.',
      return: 'Hva må rettes: feltet er tomt. Skriv hva kommunen skal rette.'
    },
    too_long: (length: number) => `Teksten har ${number(length)} tegn. Den kan ha 1000. Kort den ned.`,
    name: 'Navnet ditt: feltet er tomt. Skriv hvem som svarer.',
    nameTooLong: 'Navnet ditt kan ha 100 tegn. Kort det ned.'
  },
  own: {
    title: 'KORUS spør',
    lead: (municipality: string) => `Spørsmål om tallene fra ${municipality}. Forklar tallet, eller rett det.`,
    none: 'KORUS har ikke spurt om noe.',
    alert: (count: number) =>
      count === 1
        ? 'KORUS spør om ett tall i svaret deres.'
        : `KORUS spør om ${numberInText(count, 'nb', 'neuter')} tall i svaret deres.`,
    open: 'Se spørsmålene',
    atField: 'KORUS spør:',
    answerHere: 'Svar på spørsmålet',
    figure: (question: string, value: string) => `${question}: ${value}`,
    answerLabel: 'Forklaringen deres',
    answerHelp: 'Ikke skriv noe om personer.',
    nameLabel: 'Navnet ditt',
    send: 'Send forklaringen',
    correct: 'Rett tallet',
    back: 'Til skjemaet',
    closed: 'Avsluttet',
    returned: (name: string) => `${name} i KORUS ber dere rette svaret:`,
    locked: 'Svaret er låst, så dere kan ikke svare her. Ta kontakt med KORUS.'
  },
  mail: {
    asked: {
      subject: (municipality: string) => `Spørsmål om svaret fra ${municipality}`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\nKORUS har et spørsmål om svaret fra ${municipality} i ${round}.\n\nLes det og svar her:\n${link}\n\nHilsen Regionspeil`
    },
    returned: {
      subject: (municipality: string) => `Svaret fra ${municipality} må rettes`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\nKORUS ber dere rette svaret fra ${municipality} i ${round}.\n\nSe hva det gjelder, og rett her:\n${link}\n\nHilsen Regionspeil`
    },
    told: {
      subject: (municipality: string) => `Nytt fra ${municipality}`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\n${municipality} har svart på et spørsmål om svaret sitt i ${round}.\n\nSe det her:\n${link}\n\nHilsen Regionspeil`
    }
  },
  figures: {
    title: (round: string) => `Kvaliteten i tall: ${round}`,
    link: 'Kvaliteten i tall',
    back: 'Tilbake til tabellen',
    lead: 'Hvor mange som har svart, hva som er rettet, og hva som er spurt om.',
    download: 'Last ned som CSV',
    all: 'Hele runden',
    county: 'Fylke',
    question: 'Spørsmål',
    byCounty: 'Svar, gjennomgang og spørsmål etter fylke',
    byQuestion: (area: string) => `Rettelser og kontroller etter spørsmål: ${area}`,
    columns: {
      expected: 'Kommuner i alt',
      answered: 'Har svart',
      onTime: 'Svart innen fristen',
      corrected: 'Har rettet',
      accepted: 'Godtatt',
      returned: 'Bedt om retting',
      unreviewed: 'Ikke gjennomgått',
      open: 'Åpne spørsmål',
      closed: 'Avsluttede spørsmål',
      days: 'Dager til svar, median'
    },
    questionColumns: {
      corrections: 'Rettelser',
      fired: '«Stemmer dette?»',
      explained: 'Begrunnet',
      asked: 'Spørsmål stilt'
    },
    share: (part: number, whole: number) =>
      whole === 0 ? '–' : `${number(part)} av ${number(whole)} (${formatShare(part, whole, 'nb') ?? ''})`,
    ofAnswered: 'Andelene gjelder kommunene som har svart. «Har svart» og «Svart innen fristen» gjelder alle i runden.',
    csv: { table: 'Tabell', area: 'Område', figure: 'Mål', value: 'Verdi', base: 'Av' }
  }
};
