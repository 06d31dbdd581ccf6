import type { FigureSource } from '#lib/domain/own-count.ts';
import type { CaseTableColumn, CaseTableCode } from '#lib/domain/case/case-table.ts';
import { numberInText } from '#lib/i18n/format.ts';

const columns: Record<CaseTableColumn, string> = {
  received: 'Mottatt dato',
  met: 'Møtt første gang dato',
  under18: 'Under 18 ved henvisning',
  missed: 'Uteblitt minst én gang',
  closed: 'Avsluttet dato'
};

const problem: Record<CaseTableCode, (value: string) => string> = {
  missing: () => 'feltet er tomt. Skriv datoen, for eksempel 15.1.2024',
  not_day: (value) => `«${value}» er ikke en dato. Skriv for eksempel 15.1.2024`,
  not_yes_no: (value) => `«${value}» er verken ja eller nei. Skriv ja, nei eller la feltet stå tomt`,
  before_received: (value) => `«${value}» er før saken ble mottatt`,
  before_met: (value) => `«${value}» er før personen møtte første gang`
};

const panel = {
  register: 'Tall fra kommunens saksregister',
  file: 'Tall fra filen dere har telt',
  caption: 'Registeret ved siden av det som står i skjemaet',
  captionFile: 'Filen ved siden av det som står i skjemaet',
  columns: { question: 'Spørsmål', register: 'Registeret', file: 'Filen', typed: 'Skrevet', difference: 'Forskjell' },
  notTyped: 'blankt',
  none: 'ingen',
  use: 'Fyll inn disse tallene',
  same: 'Alle tallene i skjemaet er de samme.',
  differs: 'Noen tall er ulike. Vi spør hvorfor når dere sender inn.',
  months: (first: string, last: string) => `Talt i hele måneder, fra ${first} til ${last}.`,
  cut: 'Perioden begynner eller slutter inne i en måned. En slik måned regnes med når den 15. er i perioden.',
  notWhole: (since: string) =>
    `Registeret ble tatt i bruk ${since}, etter at perioden begynte. Tallene er derfor ikke hele, og vi spør ikke hvorfor de er ulike.`,
  ageUnknown: (count: number) =>
    count === 1
      ? 'Én sak mangler alder og er ikke talt som under 18 år.'
      : `${numberInText(count, 'nb')} saker mangler alder og er ikke talt som under 18 år.`,
  onlyYou: 'Bare dere ser hva registeret har. KORUS får vite om et tall er det samme eller et annet, og hvorfor.',
  onlyYouFile: 'Filen er ikke sendt. KORUS får vite om et tall er det samme eller et annet, og hvorfor.',
  notMet: 'Ikke møtt',
  medianDays: 'Dager fra henvisning til første møte (median)',
  notAsked: 'ikke spurt om',
  nobodyMet: 'ingen møtte'
};

const definitions = {
  received: 'Saker med mottatt dato i perioden. Saker som er feilregistrert, er ikke med. Overførte saker er med.',
  handled: 'Saker der personen møtte for første gang i perioden, også når saken er mottatt tidligere.',
  under18: 'Mottatte saker der personen var under 18 år den dagen enheten mottok saken.',
  carriedOver:
    'Saker mottatt før perioden der personen ikke hadde møtt, og som ikke var avsluttet, da perioden startet.',
  notMet: 'Mottatte saker der personen uteble minst én gang, og ikke hadde møtt da perioden sluttet.',
  medianDays: 'Midterste antall dager fra mottatt sak til første møte, blant sakene som ble behandlet i perioden.',
  selfReferrals: 'Egenhenvendelsene enheten har talt i månedene. De er aldri saker og legges aldri sammen med saker.'
};

const page = {
  title: 'Tell sakene i en fil fra et annet system',
  link: 'Tell sakene i en fil fra et annet system',
  back: 'Tilbake til skjemaet',
  lead: 'Velg en CSV-fil med én linje for hver sak. Nettleseren din teller den etter våre definisjoner. Filen blir aldri sendt.',
  signIn: 'Fører enheten sakene i Regionspeil, ser dere registerets tall i skjemaet når dere har logget inn.',
  script: 'Nettleseren din kjører ikke JavaScript, og da kan ikke filen telles her. Skriv tallene i skjemaet.',
  columnsTitle: 'Kolonner i filen',
  column: 'Kolonne',
  holds: 'Inneholder',
  needed: 'Kolonnen må være med.',
  optional: 'Kolonnen kan utelates.',
  holdsOf: {
    received: 'Datoen enheten mottok saken.',
    met: 'Datoen personen møtte første gang. Tom når personen ikke har møtt.',
    under18: 'Ja eller nei, alder den dagen saken ble mottatt. Tom når alderen er ukjent.',
    missed: 'Ja når personen uteble fra minst ett møte.',
    closed: 'Datoen saken ble avsluttet. Tom når den er åpen.'
  } satisfies Record<CaseTableColumn, string>,
  noPersons: 'Ta ikke med navn eller fødselsnummer. Andre kolonner blir ikke lest.',
  template: 'Last ned en tom fil med kolonnene',
  templateName: 'saker-mal.csv',
  label: 'CSV-fil med saker',
  counted: (rows: number) =>
    rows === 1
      ? 'Talt: én linje. Filen er ikke sendt.'
      : `Talt: ${numberInText(rows, 'nb')} linjer. Filen er ikke sendt.`,
  ignored: (names: string) => `Disse kolonnene er ikke lest: ${names}.`,
  result: 'Tallene fra filen',
  use: 'Bruk tallene i skjemaet',
  forget: 'Ikke bruk tallene fra filen lenger',
  wrong: 'Filen er ikke talt. Rett dette, og velg den på nytt:',
  more: (count: number) => `… og ${numberInText(count, 'nb')} feil til.`,
  line: (line: number, column: string, sentence: string) => `Linje ${line}, «${column}»: ${sentence}`,
  noColumn: (column: string) => `Linje 1: kolonnen «${column}» mangler.`,
  twice: (column: string) => `Linje 1: kolonnen «${column}» står to ganger.`,
  empty: 'Filen har ingen linjer med saker.',
  tooLarge: 'Filen er større enn 5 MB.',
  workbook: 'Filen er en arbeidsbok. Lagre den som CSV, og velg den på nytt.',
  notText: 'Filen er ikke tekst. Velg en CSV-fil.',
  quotes: (line: number) => `Linje ${line}: et anførselstegn mangler.`,
  newer: 'Noen andre har sendt svaret mens du holdt på. Åpne skjemaet på nytt.'
};

export const ownCount = {
  asks: {
    register: (question: string, value: string, counted: string) =>
      `Dere skrev ${value} på «${question}». Registeret deres har ${counted}. Hvorfor er tallene ulike?`,
    file: (question: string, value: string, counted: string) =>
      `Dere skrev ${value} på «${question}». Filen deres ga ${counted}. Hvorfor er tallene ulike?`
  },
  differs: (question: string) => `«${question}»: et annet tall enn kommunens egen opptelling`,
  noPersons: 'Forklaringen følger svaret til KORUS. Skriv ikke noe om enkeltpersoner.',
  source: {
    register: 'fra kommunens saksregister',
    file: 'talt i en fil hos kommunen',
    other_than_register: 'et annet tall enn i kommunens saksregister',
    other_than_file: 'et annet tall enn i kommunens egen fil'
  } satisfies Record<FigureSource, string>,
  sourced: (answer: string, source: string) => `${answer} (${source})`,
  panel,
  definitions,
  columns,
  problem,
  page
};
