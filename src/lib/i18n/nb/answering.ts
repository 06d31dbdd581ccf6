import type { ReasonCode } from '#lib/domain/reason.ts';
import { numberInText } from '#lib/i18n/format.ts';

const reasons: Record<ReasonCode, string> = {
  right: 'Tallet er riktig',
  not_counted: 'Registeret eller filen mangler saker, eller har noen for mye',
  other_period: 'Vi har brukt en annen periode eller definisjon',
  transferred: 'Saker er overført til eller fra andre',
  cannot_fix: 'Kan ikke rettes fordi …',
  other: 'Annet'
};

const soft = {
  sinceLast: (question: string, value: string, last: string) =>
    `Dere skrev ${value} på «${question}». Forrige gang skrev dere ${last}. Stemmer det?`,
  manyForSize: (question: string, value: string) =>
    `Dere skrev ${value} på «${question}». Det er uvanlig mange for en kommune på deres størrelse. Stemmer det?`,
  fewForSize: (question: string, value: string) =>
    `Dere skrev ${value} på «${question}». Det er uvanlig få for en kommune på deres størrelse. Stemmer det?`,
  unusual: (question: string, value: string) =>
    `Dere skrev ${value} på «${question}». Det er uvanlig for en kommune på deres størrelse. Stemmer det?`,
  why: 'Hva er svaret?',
  choose: 'Velg svar'
};

const facts = {
  lead: (round: string) => `Dette svarte dere i ${round}. Bekreft det som fortsatt stemmer, og endre resten.`,
  still: 'Stemmer fortsatt',
  change: 'Endre',
  all: 'Alt stemmer fortsatt',
  unconfirmed: 'hentet fra sist, ikke bekreftet',
  promise: (option: string, month: string) => `Sist svarte dere «${option}», med ${month} som tidspunkt. Er det gjort?`,
  planned: (option: string) => `Sist svarte dere «${option}». Er det gjort?`,
  promised: (what: string, date: string) => `Dere har lovet dette til ${date}: ${what}. Er det gjort?`,
  promisedBeside: (what: string, date: string) =>
    `Dere har lovet dette til ${date}: ${what}. Si fra til statsforvalteren eller KORUS når det er gjort.`,
  choice: (question: string) => `Stemmer svaret på «${question}» fortsatt?`
};

const sender = {
  email: 'E-postadressen din (kan stå tom)',
  emailWhy: 'Da sender vi deg kvitteringen. Kommunens kontakt får den uansett.',
  change: 'Hva er endret, og hvorfor?',
  changeWhy: 'Én setning, høyst 300 tegn. Den følger versjonen. Skriv ikke noe om enkeltpersoner.'
};

const versions = {
  title: 'Alle versjoner av svaret',
  lead: 'Den øverste gjelder. De eldre er tatt vare på slik de var.',
  back: 'Tilbake til kvitteringen',
  counts: 'gjelder nå',
  number: (version: number) => `Versjon ${version}`,
  sent: (moment: string, name: string) => `${moment}, av ${name}`,
  channel: { web: 'på nett', import: 'fra en fil hos KORUS', phone: 'på telefon til KORUS' },
  reason: 'Hva er endret, og hvorfor',
  changed: (question: string, before: string, after: string) => `«${question}» gikk fra «${before}» til «${after}».`,
  first: 'Første versjon.',
  same: 'Ingen svar er endret.',
  receipt: (version: number) => `Kvittering for versjon ${version}`,
  hash: 'Kontrollsum',
  confirmed: (moment: string, name: string) => `Bekreftet av ${name} ${moment}`,
  unconfirmed: 'Ikke bekreftet av kommunen ennå',
  carried: 'Hentet fra forrige runde uten å være bekreftet',
  all: 'Alle versjoner, med hva som er endret',
  correct: 'Rett svaret',
  none: 'Dere har ikke sendt inn svar ennå.'
};

const correction = {
  title: 'Er noe galt i svaret?',
  lead: 'Runden er frosset, så svaret kan ikke endres her. Skriv til rådgiverne i regionen hva som må rettes.',
  label: 'Hva må rettes?',
  why: 'Høyst 300 tegn. Skriv ikke noe om enkeltpersoner.',
  send: 'Send til rådgiverne',
  sent: 'Sendt. Rådgiverne i regionen har fått e-post om det.',
  ask: 'Be om å få rettet svaret',
  askFrozen: 'Runden er frosset, så svaret kan ikke endres her. Rådgiverne i regionen kan få vite hva som må rettes.',
  notYours: 'Runden er frosset. Den som inviterte deg, kan be rådgiverne om å få rettet svaret.',
  nobody: 'Regionen har ingen rådgivere her nå, så ingen fikk meldingen. Ring KORUS i regionen.',
  missing: 'Skriv hva som må rettes',
  tooLong: (length: number) => `Meldingen har ${length} tegn. Bruk høyst 300`,
  mail: {
    subject: (municipality: string, round: string) => `${municipality} ber om å få rettet svaret i ${round}`,
    body: (m: { municipality: string; round: string; text: string; link: string }) =>
      `Hei\n\n${m.municipality} ber om å få rettet svaret sitt i ${m.round}:\n\n${m.text}\n\nSe svaret: ${m.link}\n\nHilsen Regionspeil`
  }
};

const mail = {
  subject: (municipality: string, round: string) => `Kvittering: svaret for ${municipality} i ${round} er mottatt`,
  body: (m: {
    municipality: string;
    round: string;
    moment: string;
    name: string;
    version: number;
    hash: string;
    link: string | null;
  }) =>
    `Hei\n\nSvaret for ${m.municipality} i ${m.round} er mottatt og lagret.\n\n` +
    `Mottatt: ${m.moment}\nSendt inn av: ${m.name}\nVersjon: ${m.version}\nKontrollsum: ${m.hash}\n\n` +
    `${m.link === null ? 'Bruk svarlenken dere fikk av KORUS, for å se svaret, laste ned kvitteringen som PDF eller rette noe.' : `Se svaret, last ned kvitteringen som PDF eller rett noe: ${m.link}`}\n\n` +
    `Tallene står ikke i denne e-posten.\n\nHilsen Regionspeil`
};

const pdf = {
  link: 'Last ned kvitteringen som PDF',
  title: (municipality: string) => `Kvittering for ${municipality}`,
  period: 'Perioden svaret gjelder',
  question: 'Spørsmål',
  answer: 'Svar',
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  carried: (answer: string) => `${answer} (hentet fra forrige runde, ikke bekreftet)`
};

const file = {
  title: 'Fyll ut i regneark',
  lead: 'Last ned skjemaet, fyll ut kolonnen «Svar», lagre som CSV og last opp her. Svarene legges i utkastet. Ingenting blir sendt inn.',
  link: 'Fyll ut i regneark i stedet',
  back: 'Tilbake til skjemaet',
  download: 'Last ned skjemaet som CSV',
  downloadWhy: 'Det som alt er fylt ut, står i filen.',
  label: 'Fil med svarene (CSV)',
  upload: 'Legg svarene i utkastet',
  done: (count: number) =>
    `${numberInText(count, 'nb')} svar fra filen står nå i utkastet. Se over, og send inn i skjemaet.`,
  unchanged: 'Alt i filen stod i utkastet fra før. Ingenting er endret.',
  nothingStored: 'Ingenting er lagt i utkastet. Rett filen, og last den opp på nytt.',
  newer:
    'Noen andre endret svaret mens du holdt på. Last ned skjemaet på nytt, eller last opp filen en gang til for å bruke den likevel.',
  header: { key: 'Nøkkel', question: 'Spørsmål', value: 'Svar', status: 'Status' },
  status: {
    dont_know: 'vet ikke',
    not_applicable: 'ikke aktuelt',
    confirmed_none: 'bekreftet ingen',
    reported: 'svart'
  },
  name: (round: string) => `svar-${round}.csv`,
  problem: {
    missing: 'Velg en fil først',
    too_large: 'Filen er for stor. Skjemaet er høyst noen få kilobyte',
    workbook: 'Filen er en arbeidsbok fra Excel. Velg «Lagre som» og «CSV», og last opp den',
    not_text: 'Filen er ikke en tekstfil. Velg «Lagre som» og «CSV» i regnearket, og last opp den',
    quotes: (line: number) => `Linje ${line}: et anførselstegn er ikke avsluttet`,
    empty: 'Filen har ingen rader',
    no_header: (columns: string) => `Den første linjen må ha kolonnene ${columns}. Last ned skjemaet, og fyll ut det`,
    unknown_key: (line: number, value: string) =>
      `Linje ${line}: skjemaet har ikke noe spørsmål med nøkkelen «${value}»`,
    twice: (line: number, value: string) => `Linje ${line}: nøkkelen «${value}» står to ganger i filen`,
    unknown_status: (line: number, value: string) =>
      `Linje ${line}: «${value}» er ikke en status. Skriv «vet ikke» eller «ikke aktuelt», eller la den stå tom`,
    both: (line: number, value: string) =>
      `Linje ${line}: både svaret «${value}» og «vet ikke» eller «ikke aktuelt» er fylt ut. Ta bort det ene`,
    not_possible: (line: number, value: string) => `Linje ${line}: «${value}» kan ikke velges på dette spørsmålet`,
    unknown_option: (line: number, value: string) => `Linje ${line}: «${value}» er ikke et av valgene`,
    not_whole_number: (line: number, value: string) =>
      `Linje ${line}: «${value}» er ikke et helt tall. Skriv for eksempel 3`,
    too_long: (line: number) => `Linje ${line}: svaret er for langt. Bruk høyst 200 tegn`
  }
};

const phone = {
  title: 'Svaret er registrert på telefon',
  lead: (moment: string, name: string) =>
    `${name} registrerte svaret ${moment}. Se over det, og bekreft at det stemmer.`,
  name: 'Navnet ditt',
  confirm: 'Vi bekrefter',
  correct: 'Rett',
  done: (moment: string, name: string) => `Bekreftet av ${name} ${moment}. Takk.`,
  changed: 'Svaret er endret siden siden ble åpnet. Se over den nye versjonen.'
};

export const answering = { reasons, soft, facts, sender, versions, correction, mail, pdf, file, phone };
