import { numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

type Text = Messages['answering'];

const reasons: Text['reasons'] = {
  right: 'Talet er rett',
  not_counted: 'Registeret eller fila manglar saker, eller har nokre for mykje',
  other_period: 'Vi har brukt ein annan periode eller definisjon',
  transferred: 'Saker er overførte til eller frå andre',
  cannot_fix: 'Kan ikkje rettast fordi …',
  other: 'Anna'
};

const soft: Text['soft'] = {
  sinceLast: (question, value, last) =>
    `De skreiv ${value} på «${question}». Førre gong skreiv de ${last}. Stemmer det?`,
  manyForSize: (question, value) =>
    `De skreiv ${value} på «${question}». Det er uvanleg mange for ein kommune på dykkar storleik. Stemmer det?`,
  fewForSize: (question, value) =>
    `De skreiv ${value} på «${question}». Det er uvanleg få for ein kommune på dykkar storleik. Stemmer det?`,
  unusual: (question, value) =>
    `De skreiv ${value} på «${question}». Det er uvanleg for ein kommune på dykkar storleik. Stemmer det?`,
  why: 'Kva er svaret?',
  choose: 'Vel svar'
};

const facts: Text['facts'] = {
  lead: (round) => `Dette svarte de i ${round}. Stadfest det som framleis stemmer, og endre resten.`,
  still: 'Stemmer framleis',
  change: 'Endre',
  all: 'Alt stemmer framleis',
  unconfirmed: 'henta frå sist, ikkje stadfesta',
  promise: (option, month) => `Sist svarte de «${option}», med ${month} som tidspunkt. Er det gjort?`,
  planned: (option) => `Sist svarte de «${option}». Er det gjort?`,
  promised: (what, date) => `De har lova dette til ${date}: ${what}. Er det gjort?`,
  promisedBeside: (what, date) =>
    `De har lova dette til ${date}: ${what}. Sei frå til statsforvaltaren eller KORUS når det er gjort.`,
  choice: (question) => `Stemmer svaret på «${question}» framleis?`
};

const sender: Text['sender'] = {
  email: 'E-postadressa di (kan stå tom)',
  emailWhy: 'Då sender vi deg kvitteringa. Kontakten i kommunen får ho uansett.',
  change: 'Kva er endra, og kvifor?',
  changeWhy: 'Éi setning, høgst 300 teikn. Ho følgjer versjonen. Skriv ikkje noko om enkeltpersonar.'
};

const versions: Text['versions'] = {
  title: 'Alle versjonar av svaret',
  lead: 'Den øvste gjeld. Dei eldre er tekne vare på slik dei var.',
  back: 'Tilbake til kvitteringa',
  counts: 'gjeld no',
  number: (version) => `Versjon ${version}`,
  sent: (moment, name) => `${moment}, av ${name}`,
  channel: { web: 'på nett', import: 'frå ei fil hos KORUS', phone: 'på telefon til KORUS' },
  reason: 'Kva er endra, og kvifor',
  changed: (question, before, after) => `«${question}» gjekk frå «${before}» til «${after}».`,
  first: 'Første versjonen.',
  same: 'Ingen svar er endra.',
  receipt: (version) => `Kvittering for versjon ${version}`,
  hash: 'Kontrollsum',
  confirmed: (moment, name) => `Stadfesta av ${name} ${moment}`,
  unconfirmed: 'Ikkje stadfesta av kommunen enno',
  carried: 'Henta frå førre runde utan å vere stadfesta',
  all: 'Alle versjonar, med kva som er endra',
  correct: 'Rett svaret',
  none: 'De har ikkje sendt inn svar enno.'
};

const correction: Text['correction'] = {
  title: 'Er noko gale i svaret?',
  lead: 'Runden er frosen, så svaret kan ikkje endrast her. Skriv til rådgjevarane i regionen kva som må rettast.',
  label: 'Kva må rettast?',
  why: 'Høgst 300 teikn. Skriv ikkje noko om enkeltpersonar.',
  send: 'Send til rådgjevarane',
  sent: 'Sendt. Rådgjevarane i regionen har fått e-post om det.',
  ask: 'Be om å få retta svaret',
  askFrozen:
    'Runden er frosen, så svaret kan ikkje endrast her. Rådgjevarane i regionen kan få vite kva som må rettast.',
  notYours: 'Runden er frosen. Den som inviterte deg, kan be rådgjevarane om å få retta svaret.',
  nobody: 'Regionen har ingen rådgjevarar her no, så ingen fekk meldinga. Ring KORUS i regionen.',
  missing: 'Skriv kva som må rettast',
  tooLong: (length) => `Meldinga har ${length} teikn. Bruk høgst 300`,
  mail: {
    subject: (municipality, round) => `${municipality} ber om å få retta svaret i ${round}`,
    body: (m) =>
      `Hei\n\n${m.municipality} ber om å få retta svaret sitt i ${m.round}:\n\n${m.text}\n\nSjå svaret: ${m.link}\n\nHelsing Regionspeil`
  }
};

const mail: Text['mail'] = {
  subject: (municipality, round) => `Kvittering: svaret for ${municipality} i ${round} er motteke`,
  body: (m) =>
    `Hei\n\nSvaret for ${m.municipality} i ${m.round} er motteke og lagra.\n\n` +
    `Motteke: ${m.moment}\nSendt inn av: ${m.name}\nVersjon: ${m.version}\nKontrollsum: ${m.hash}\n\n` +
    `${m.link === null ? 'Bruk svarlenka de fekk av KORUS, for å sjå svaret, laste ned kvitteringa som PDF eller rette noko.' : `Sjå svaret, last ned kvitteringa som PDF eller rett noko: ${m.link}`}\n\n` +
    `Tala står ikkje i denne e-posten.\n\nHelsing Regionspeil`
};

const pdf: Text['pdf'] = {
  link: 'Last ned kvitteringa som PDF',
  title: (municipality) => `Kvittering for ${municipality}`,
  period: 'Perioden svaret gjeld',
  question: 'Spørsmål',
  answer: 'Svar',
  page: (page, pages) => `Side ${page} av ${pages}`,
  carried: (answer) => `${answer} (henta frå førre runde, ikkje stadfesta)`
};

const file: Text['file'] = {
  title: 'Fyll ut i rekneark',
  lead: 'Last ned skjemaet, fyll ut kolonnen «Svar», lagre som CSV og last opp her. Svara blir lagde i utkastet. Ingenting blir sendt inn.',
  link: 'Fyll ut i rekneark i staden',
  back: 'Tilbake til skjemaet',
  download: 'Last ned skjemaet som CSV',
  downloadWhy: 'Det som alt er fylt ut, står i fila.',
  label: 'Fil med svara (CSV)',
  upload: 'Legg svara i utkastet',
  done: (count) => `${numberInText(count, 'nn')} svar frå fila står no i utkastet. Sjå over, og send inn i skjemaet.`,
  unchanged: 'Alt i fila stod i utkastet frå før. Ingenting er endra.',
  nothingStored: 'Ingenting er lagt i utkastet. Rett fila, og last ho opp på nytt.',
  newer:
    'Nokon andre endra svaret medan du heldt på. Last ned skjemaet på nytt, eller last opp fila ein gong til for å bruke ho likevel.',
  header: { key: 'Nøkkel', question: 'Spørsmål', value: 'Svar', status: 'Status' },
  status: {
    dont_know: 'veit ikkje',
    not_applicable: 'ikkje aktuelt',
    confirmed_none: 'stadfesta ingen',
    reported: 'svart'
  },
  name: (round) => `svar-${round}.csv`,
  problem: {
    missing: 'Vel ei fil først',
    too_large: 'Fila er for stor. Skjemaet er høgst nokre få kilobyte',
    workbook: 'Fila er ei arbeidsbok frå Excel. Vel «Lagre som» og «CSV», og last opp den',
    not_text: 'Fila er ikkje ei tekstfil. Vel «Lagre som» og «CSV» i reknearket, og last opp den',
    quotes: (line) => `Linje ${line}: eit hermeteikn er ikkje avslutta`,
    empty: 'Fila har ingen rader',
    no_header: (columns) => `Den første linja må ha kolonnane ${columns}. Last ned skjemaet, og fyll ut det`,
    unknown_key: (line, value) => `Linje ${line}: skjemaet har ikkje noko spørsmål med nøkkelen «${value}»`,
    twice: (line, value) => `Linje ${line}: nøkkelen «${value}» står to gonger i fila`,
    unknown_status: (line, value) =>
      `Linje ${line}: «${value}» er ikkje ein status. Skriv «veit ikkje» eller «ikkje aktuelt», eller la han stå tom`,
    both: (line, value) =>
      `Linje ${line}: både svaret «${value}» og «veit ikkje» eller «ikkje aktuelt» er fylt ut. Ta bort det eine`,
    not_possible: (line, value) => `Linje ${line}: «${value}» kan ikkje veljast på dette spørsmålet`,
    unknown_option: (line, value) => `Linje ${line}: «${value}» er ikkje eit av vala`,
    not_whole_number: (line, value) => `Linje ${line}: «${value}» er ikkje eit heilt tal. Skriv til dømes 3`,
    too_long: (line) => `Linje ${line}: svaret er for langt. Bruk høgst 200 teikn`
  }
};

const phone: Text['phone'] = {
  title: 'Svaret er registrert på telefon',
  lead: (moment, name) => `${name} registrerte svaret ${moment}. Sjå over det, og stadfest at det stemmer.`,
  name: 'Namnet ditt',
  confirm: 'Vi stadfestar',
  correct: 'Rett',
  done: (moment, name) => `Stadfesta av ${name} ${moment}. Takk.`,
  changed: 'Svaret er endra sidan sida vart opna. Sjå over den nye versjonen.'
};

export const answering: Text = { reasons, soft, facts, sender, versions, correction, mail, pdf, file, phone };
