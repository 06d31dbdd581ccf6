import { numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

type Text = Messages['ownCount'];

const columns: Text['columns'] = {
  received: 'Motteken dato',
  met: 'Møtt første gong dato',
  under18: 'Under 18 ved tilvising',
  missed: 'Utebliven minst éin gong',
  closed: 'Avslutta dato'
};

const problem: Text['problem'] = {
  missing: () => 'feltet er tomt. Skriv datoen, til dømes 15.1.2024',
  not_day: (value) => `«${value}» er ikkje ein dato. Skriv til dømes 15.1.2024`,
  not_yes_no: (value) => `«${value}» er verken ja eller nei. Skriv ja, nei eller lat feltet stå tomt`,
  before_received: (value) => `«${value}» er før saka vart motteken`,
  before_met: (value) => `«${value}» er før personen møtte første gong`
};

const panel: Text['panel'] = {
  register: 'Tal frå saksregisteret til kommunen',
  file: 'Tal frå fila de har talt',
  caption: 'Registeret ved sida av det som står i skjemaet',
  captionFile: 'Fila ved sida av det som står i skjemaet',
  columns: { question: 'Spørsmål', register: 'Registeret', file: 'Fila', typed: 'Skrive', difference: 'Skilnad' },
  notTyped: 'tomt',
  none: 'ingen',
  use: 'Fyll inn desse tala',
  same: 'Alle tala i skjemaet er dei same.',
  differs: 'Nokre tal er ulike. Vi spør kvifor når de sender inn.',
  months: (first, last) => `Talt i heile månader, frå ${first} til ${last}.`,
  cut: 'Perioden byrjar eller sluttar inne i ein månad. Ein slik månad blir rekna med når den 15. er i perioden.',
  notWhole: (since) =>
    `Registeret vart teke i bruk ${since}, etter at perioden byrja. Tala er difor ikkje heile, og vi spør ikkje kvifor dei er ulike.`,
  ageUnknown: (count) =>
    count === 1
      ? 'Éi sak manglar alder og er ikkje talt som under 18 år.'
      : `${numberInText(count, 'nn')} saker manglar alder og er ikkje talde som under 18 år.`,
  onlyYou: 'Berre de ser kva registeret har. KORUS får vite om eit tal er det same eller eit anna, og kvifor.',
  onlyYouFile: 'Fila er ikkje send. KORUS får vite om eit tal er det same eller eit anna, og kvifor.',
  notMet: 'Ikkje møtt',
  medianDays: 'Dagar frå tilvising til første møte (median)',
  notAsked: 'ikkje spurt om',
  nobodyMet: 'ingen møtte'
};

const definitions: Text['definitions'] = {
  received: 'Saker med motteken dato i perioden. Saker som er feilregistrerte, er ikkje med. Overførte saker er med.',
  handled: 'Saker der personen møtte for første gong i perioden, også når saka er motteken tidlegare.',
  under18: 'Mottekne saker der personen var under 18 år den dagen eininga tok imot saka.',
  carriedOver:
    'Saker mottekne før perioden der personen ikkje hadde møtt, og som ikkje var avslutta, då perioden starta.',
  notMet: 'Mottekne saker der personen uteblei minst éin gong, og ikkje hadde møtt då perioden slutta.',
  medianDays: 'Talet på dagar i midten frå motteken sak til første møte, blant sakene som vart behandla i perioden.',
  selfReferrals:
    'Eigenførespurnadene eininga har talt i månadene. Dei er aldri saker og blir aldri lagde saman med saker.'
};

const page: Text['page'] = {
  title: 'Tel sakene i ei fil frå eit anna system',
  link: 'Tel sakene i ei fil frå eit anna system',
  back: 'Tilbake til skjemaet',
  lead: 'Vel ei CSV-fil med éi linje for kvar sak. Nettlesaren din tel ho etter definisjonane våre. Fila blir aldri send.',
  signIn: 'Fører eininga sakene i Regionspeil, ser de tala frå registeret i skjemaet når de har logga inn.',
  script: 'Nettlesaren din køyrer ikkje JavaScript, og då kan ikkje fila teljast her. Skriv tala i skjemaet.',
  columnsTitle: 'Kolonnar i fila',
  column: 'Kolonne',
  holds: 'Inneheld',
  needed: 'Kolonnen må vere med.',
  optional: 'Kolonnen kan utelatast.',
  holdsOf: {
    received: 'Datoen eininga tok imot saka.',
    met: 'Datoen personen møtte første gong. Tom når personen ikkje har møtt.',
    under18: 'Ja eller nei, alder den dagen saka vart motteken. Tom når alderen er ukjend.',
    missed: 'Ja når personen uteblei frå minst eitt møte.',
    closed: 'Datoen saka vart avslutta. Tom når ho er open.'
  },
  noPersons: 'Ta ikkje med namn eller fødselsnummer. Andre kolonnar blir ikkje lesne.',
  template: 'Last ned ei tom fil med kolonnane',
  templateName: 'saker-mal.csv',
  label: 'CSV-fil med saker',
  counted: (rows) =>
    rows === 1
      ? 'Talt: éi linje. Fila er ikkje send.'
      : `Talt: ${numberInText(rows, 'nn')} linjer. Fila er ikkje send.`,
  ignored: (names) => `Desse kolonnane er ikkje lesne: ${names}.`,
  result: 'Tala frå fila',
  use: 'Bruk tala i skjemaet',
  forget: 'Ikkje bruk tala frå fila lenger',
  wrong: 'Fila er ikkje talt. Rett dette, og vel ho på nytt:',
  more: (count) => `… og ${numberInText(count, 'nn')} feil til.`,
  line: (line, column, sentence) => `Linje ${line}, «${column}»: ${sentence}`,
  noColumn: (column) => `Linje 1: kolonnen «${column}» manglar.`,
  twice: (column) => `Linje 1: kolonnen «${column}» står to gonger.`,
  empty: 'Fila har inga linje med saker.',
  tooLarge: 'Fila er større enn 5 MB.',
  workbook: 'Fila er ei arbeidsbok. Lagre ho som CSV, og vel ho på nytt.',
  notText: 'Fila er ikkje tekst. Vel ei CSV-fil.',
  quotes: (line) => `Linje ${line}: eit hermeteikn manglar.`,
  newer: 'Nokon andre har sendt svaret medan du heldt på. Opne skjemaet på nytt.'
};

export const ownCount: Text = {
  asks: {
    register: (question, value, counted) =>
      `De skreiv ${value} på «${question}». Registeret dykkar har ${counted}. Kvifor er tala ulike?`,
    file: (question, value, counted) =>
      `De skreiv ${value} på «${question}». Fila dykkar gav ${counted}. Kvifor er tala ulike?`
  },
  differs: (question) => `«${question}»: eit anna tal enn kommunen sjølv har talt`,
  noPersons: 'Forklaringa følgjer svaret til KORUS. Skriv ikkje noko om enkeltpersonar.',
  source: {
    register: 'frå saksregisteret til kommunen',
    file: 'talt i ei fil hos kommunen',
    other_than_register: 'eit anna tal enn i saksregisteret til kommunen',
    other_than_file: 'eit anna tal enn i fila til kommunen'
  },
  sourced: (answer, source) => `${answer} (${source})`,
  panel,
  definitions,
  columns,
  problem,
  page
};
