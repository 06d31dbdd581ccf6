import type { CellMark, CellStatus } from '#lib/domain/quality-cell.ts';
import type { ThreadEvent, ThreadState } from '#lib/domain/query-thread.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { formatNumber, formatShare, numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const answers = (count: number) => `${numberInText(count, 'nn', 'neuter')} svar`;

const statuses: Record<CellStatus, string> = {
  reported: 'oppgitt',
  confirmed_none: 'stadfesta ingen',
  dont_know: 'veit ikkje',
  not_applicable: 'ikkje aktuelt',
  not_given: 'ikkje oppgitt',
  not_asked: 'ikkje spurt',
  missing: 'manglar svar',
  covered: 'dekt av vertskommune',
  declined: 'svarer ikkje'
};
/** What stands in the table, where there is no room for the whole. */
const signs: Record<Exclude<CellStatus, 'reported'>, string> = {
  confirmed_none: '0 ✓',
  dont_know: 'veit ikkje',
  not_applicable: 'ikkje aktuelt',
  not_given: '–',
  not_asked: '·',
  missing: 'manglar',
  covered: 'dekt',
  declined: 'svarer ikkje'
};
const marks: Record<CellMark, string> = {
  asked: 'spørsmål hos kommunen',
  answered: 'kommunen har svart på spørsmålet',
  explained: 'grunngitt',
  corrected: 'retta sidan første versjon',
  surprising: 'overraskande mot førre runde'
};
const reviews: Record<ReviewState, string> = {
  unreviewed: 'ikkje gjennomgått',
  accepted: 'godteke',
  returned: 'bedt om retting'
};
const states: Record<ThreadState, string> = {
  asked: 'Ventar på kommunen',
  answered: 'Kommunen har svart',
  accepted: 'Godteke',
  corrected: 'Talet er retta',
  withdrawn: 'Trekt'
};
const events: Record<ThreadEvent | 'ask', string> = {
  ask: 'spurde',
  answer: 'svarte',
  correct: 'retta talet',
  accept: 'godtok svaret',
  ask_again: 'spurde igjen',
  withdraw: 'trekte spørsmålet'
};

export const quality: Messages['quality'] = {
  title: (round: string) => `Kvalitet: ${round}`,
  navigation: 'Kvalitet',
  lead: 'Alle tal i runden. Opne eit tal for å sjå historikken, spørje kommunen eller godta svaret.',
  caption: 'Tala frå kvar kommune',
  municipality: 'Kommune',
  response: 'Svar',
  review: 'Gjennomgang',
  hosted: (host: string) => `svar frå ${host}`,
  sent: (version: number) => `versjon ${number(version)}`,
  statuses,
  signs,
  marks,
  reviews,
  sum: 'Sum',
  base: (given: number, of: number) => `${number(given)} av ${number(of)}`,
  count: (shown: number, all: number) =>
    `${number(shown)} av ${number(all)} ${plural(all, 'kommune', 'kommunar')} blir viste.`,
  empty: 'Ingen kommunar passar med utvalet. Fjern noko av det for å sjå fleire.',
  legend: 'Teikna i tabellen',
  shortcuts: 'Snarvegar i tabellen',
  keys: {
    arrows: ['Piltastar', 'flytt mellom tala'],
    home: ['Home og End', 'første og siste tal i rada, med Ctrl i tabellen'],
    enter: ['Enter', 'opne talet'],
    escape: ['Esc', 'tilbake til tabellen'],
    ask: ['S', 'spør om talet'],
    accept: ['G', 'godta heile svaret frå kommunen']
  },
  filter: {
    county: 'Fylke',
    allCounties: 'Alle fylke',
    response: 'Svar frå kommunen',
    all: 'Alle',
    responses: {
      answered: 'Har svart',
      missing: 'Manglar svar',
      covered: 'Dekt av vertskommune',
      declined: 'Svarer ikkje'
    },
    open: 'Berre med opne spørsmål',
    unreviewed: 'Berre ikkje gjennomgåtte',
    show: 'Vis',
    reset: 'Fjern utvalet'
  },
  acceptMany: {
    link: 'Godta alle utan merknader',
    title: 'Godta svar utan merknader',
    lead: 'Desse svara har ingen opne spørsmål og ingen overraskande tal, og er ikkje gjennomgåtte. Sjå over lista før du godtek.',
    none: 'Ingen svar kan godtakast samla no. Dei som står att, har opne spørsmål eller overraskande tal.',
    button: (count: number) => `Godta ${answers(count)}`,
    back: 'Tilbake til tabellen'
  },
  accepted: (count: number) =>
    `${count === 1 ? 'Eitt' : number(count)} svar ${count === 1 ? 'er godteke' : 'er godtekne'}.`,
  undone: (count: number) => `${count === 1 ? 'Eitt' : number(count)} svar er tilbake til ikkje gjennomgått.`,
  undo: 'Angre',
  moved: {
    'question-open': 'Svaret har eit ope spørsmål. Godta eller trekk spørsmålet først.',
    'answer-renewed': 'Kommunen har sendt ein ny versjon. Sjå på han før du avgjer.',
    'review-moved': 'Nokon har alt avgjort dette. Sida viser korleis det står no.',
    'question-moved': 'Nokon har alt gjort noko med spørsmålet. Sida viser korleis det står no.',
    'already-exists': 'Det er alt eit ope spørsmål om dette talet. Sida viser det.',
    'round-closed': 'Runden tek ikkje imot fleire svar, så kommunen kan ikkje rette.'
  },
  cell: {
    title: (question: string, municipality: string) => `${question}: ${municipality}`,
    whole: 'Heile svaret',
    wholeTitle: (municipality: string) => `Svaret frå ${municipality}`,
    back: 'Tilbake til tabellen',
    previous: 'Førre tal',
    next: 'Neste tal',
    now: 'No',
    history: 'Historikk',
    historyColumns: ['Versjon', 'Svar', 'Sendt inn', 'Frå'],
    version: (version: number) => `Versjon ${number(version)}`,
    reason: 'Grunngjevinga frå kommunen',
    noAnswer: 'Kommunen har ikkje svart, så det er ingenting å spørje om enno.',
    threads: 'Spørsmål og svar',
    noThreads: 'Ingen har spurt om dette.',
    askTitle: 'Spør kommunen',
    askLabel: 'Spørsmålet ditt',
    askHelp: 'Skriv kort kva du lurer på. Ikkje skriv noko om personar. Kommunen får e-post om at det er eit spørsmål.',
    ask: 'Send spørsmålet',
    noContact: 'Kommunen har ingen kontakt med e-post. Han ser spørsmålet når han opnar skjemaet.',
    askAgainLabel: 'Spør vidare',
    askAgain: 'Spør igjen',
    acceptAnswer: 'Godta forklaringa',
    withdraw: 'Trekk spørsmålet',
    reviewTitle: 'Gjennomgang av heile svaret',
    accept: 'Godta svaret',
    returnLabel: 'Kva må rettast?',
    returnHelp: 'Kommunen får e-post og ser setninga i skjemaet.',
    return: 'Be om retting',
    reviewedBy: (state: string, name: string, moment: string) => `${state} av ${name} ${moment}`,
    figures: 'Tala i svaret'
  },
  states,
  events,
  message: (name: string, event: string, moment: string) => `${name} ${event} ${moment}`,
  problem: {
    empty: {
      ask: 'Spørsmålet: feltet er tomt. Skriv kva du lurer på.',
      answer: 'Svaret: feltet er tomt. Skriv ei forklaring, eller rett talet.',
      return: 'Kva må rettast: feltet er tomt. Skriv kva kommunen skal rette.'
    },
    too_long: (length: number) => `Teksten har ${number(length)} teikn. Han kan ha 1000. Kort han ned.`,
    name: 'Namnet ditt: feltet er tomt. Skriv kven som svarer.',
    nameTooLong: 'Namnet ditt kan ha 100 teikn. Kort det ned.'
  },
  own: {
    title: 'KORUS spør',
    lead: (municipality: string) => `Spørsmål om tala frå ${municipality}. Forklar talet, eller rett det.`,
    none: 'KORUS har ikkje spurt om noko.',
    alert: (count: number) =>
      count === 1
        ? 'KORUS spør om eitt tal i svaret dykkar.'
        : `KORUS spør om ${numberInText(count, 'nn', 'neuter')} tal i svaret dykkar.`,
    open: 'Sjå spørsmåla',
    atField: 'KORUS spør:',
    answerHere: 'Svar på spørsmålet',
    figure: (question: string, value: string) => `${question}: ${value}`,
    answerLabel: 'Forklaringa dykkar',
    answerHelp: 'Ikkje skriv noko om personar.',
    nameLabel: 'Namnet ditt',
    send: 'Send forklaringa',
    correct: 'Rett talet',
    back: 'Til skjemaet',
    closed: 'Avslutta',
    returned: (name: string) => `${name} i KORUS ber dykk rette svaret:`,
    locked: 'Svaret er låst, så de kan ikkje svare her. Ta kontakt med KORUS.'
  },
  mail: {
    asked: {
      subject: (municipality: string) => `Spørsmål om svaret frå ${municipality}`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\nKORUS har eit spørsmål om svaret frå ${municipality} i ${round}.\n\nLes det og svar her:\n${link}\n\nHelsing Regionspeil`
    },
    returned: {
      subject: (municipality: string) => `Svaret frå ${municipality} må rettast`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\nKORUS ber dykk rette svaret frå ${municipality} i ${round}.\n\nSjå kva det gjeld, og rett her:\n${link}\n\nHelsing Regionspeil`
    },
    told: {
      subject: (municipality: string) => `Nytt frå ${municipality}`,
      body: (municipality: string, round: string, link: string) =>
        `Hei\n\n${municipality} har svart på eit spørsmål om svaret sitt i ${round}.\n\nSjå det her:\n${link}\n\nHelsing Regionspeil`
    }
  },
  figures: {
    title: (round: string) => `Kvaliteten i tal: ${round}`,
    link: 'Kvaliteten i tal',
    back: 'Tilbake til tabellen',
    lead: 'Kor mange som har svart, kva som er retta, og kva som er spurt om.',
    download: 'Last ned som CSV',
    all: 'Heile runden',
    county: 'Fylke',
    question: 'Spørsmål',
    byCounty: 'Svar, gjennomgang og spørsmål etter fylke',
    byQuestion: (area: string) => `Rettingar og kontrollar etter spørsmål: ${area}`,
    columns: {
      expected: 'Kommunar i alt',
      answered: 'Har svart',
      onTime: 'Svarte innan fristen',
      corrected: 'Har retta',
      accepted: 'Godteke',
      returned: 'Bedt om retting',
      unreviewed: 'Ikkje gjennomgått',
      open: 'Opne spørsmål',
      closed: 'Avslutta spørsmål',
      days: 'Dagar til svar, median'
    },
    questionColumns: {
      corrections: 'Rettingar',
      fired: '«Stemmer dette?»',
      explained: 'Grunngitt',
      asked: 'Spørsmål stilte'
    },
    share: (part: number, whole: number) =>
      whole === 0 ? '–' : `${number(part)} av ${number(whole)} (${formatShare(part, whole, 'nn') ?? ''})`,
    ofAnswered: 'Delane gjeld kommunane som har svart. «Har svart» og «Svarte innan fristen» gjeld alle i runden.',
    csv: { table: 'Tabell', area: 'Område', figure: 'Mål', value: 'Verdi', base: 'Av' }
  }
};
