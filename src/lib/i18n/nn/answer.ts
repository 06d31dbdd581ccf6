import { numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

export const answer: Messages['answer'] = {
  title: (municipality: string) => `Svar for ${municipality}`,
  lead: (questionnaire: string, round: string) => `${questionnaire} · ${round}`,
  period: 'Perioden de svarer for',
  periodDates: (from: string, to: string) => `${from} til ${to}`,
  deadline: 'Svarfrist',
  access: 'Kven andre har tilgang',
  accessLink: 'Alle i kommunen som har denne lenka, kan sjå og endre svaret.',
  accessRead: 'Alle i kommunen som har denne lenka, kan sjå svaret.',
  accessSignedIn: 'Du svarer fordi du er logga inn for kommunen.',
  accessContact: (contact: string) => `Lenka er send til ${contact}.`,
  accessAdvisers: (korus: string, names: string) => `${names} i ${korus} kan sjå svaret når det er sendt inn.`,
  accessRegion: (korus: string) => `Rådgjevarane i ${korus} kan sjå svaret når det er sendt inn.`,
  minutes: 'Utan saker tek det om lag to minutt, med saker om lag ti.',
  noPersons: 'Skriv aldri noko om enkeltpersonar i dette skjemaet.',
  casesTitle: 'Sakene',
  unitTitle: 'Eininga',
  regionalTitle: (korus: string) => `Eigne spørsmål frå ${korus}`,
  senderTitle: 'Send inn',
  lastRound: (round: string, value: string) => `Sist: ${value} (${round})`,
  lastRoundNone: 'Ikkje oppgitt sist',
  dontKnow: 'Veit ikkje',
  name: 'Namnet ditt',
  nameWhy: 'Står på kvitteringa, slik at kommunen veit kven som svarte.',
  confirm: 'Eg stadfestar at svaret gjeld kommunen og perioden over.',
  submit: 'Send inn svaret',
  submitAgain: 'Send inn ny versjon',
  saveDraft: 'Lagre og hald fram seinare',
  draftSaved: (moment: string) => `Utkastet er lagra ${moment}. Du kan halde fram på ei anna maskin med same lenke.`,
  draftSaving: 'Lagrar …',
  draftFailed: 'Utkastet vart ikkje lagra. Sjekk nettsambandet. Det du har skrive, står framleis her.',
  draftFrozen: 'Utkastet vart ikkje lagra: runden er frosen.',
  draftOpen: (moment: string) => `Her er utkastet som vart lagra ${moment}.`,
  changing: (version: number) =>
    `De har sendt inn versjon ${version}. Endrar de noko og sender inn på nytt, blir det ein ny versjon. Vi tek vare på den gamle.`,
  notSent: 'Svaret vart ikkje sendt. Det du har skrive, står framleis her. Sjekk nettsambandet, og prøv igjen.',
  newerSent: (moment: string) =>
    `Svaret vart sendt inn frå eit anna vindauge ${moment}. Det du har skrive her, er ikkje lagra enno.`,
  newerOpen: 'Opne det nyaste i eit nytt vindauge',
  newerReplace: 'Behald det som står her',
  notYetOpen: (date: string) => `Runden opnar ${date}. Då kan de svare her.`,
  closed: 'Fristen for å sende inn er ute. Ta kontakt med KORUS om de treng meir tid.',
  frozen: 'Runden er frosen. Svaret kan ikkje endrast lenger.',
  readOnly: 'Svaret er låst for endringar no. Kontakt KORUS i regionen dersom noko må rettast.',
  frozenTyped: 'Skrive, men ikkje sendt inn',
  frozenReceipt: 'Sjå kvitteringa for det de sende inn',
  problems: (count: number) => `Rett opp ${numberInText(count, 'nn')} feil`,
  softTitle: 'Stemmer dette?',
  softLead: 'Vel det som passar, eller send inn som det er. Svaret følgjer talet.',
  softReason: 'Kort forklaring (kan stå tom, høgst 300 teikn)',
  softGo: 'Gå til talet',
  softSubmit: 'Send inn likevel',
  problem: {
    required: (question: string) => `Svar på «${question}», eller vel «Veit ikkje»`,
    requiredText: (question: string) => `Fyll ut «${question}»`,
    gate_required: 'Vel om eininga har motteke saker i perioden',
    number_and_unknown: (question: string, value: string) =>
      `«${question}»: Du har både skrive «${value}» og valt «Veit ikkje». Ta bort det eine`,
    not_whole_number: (question: string, value: string) =>
      `«${question}»: «${value}» er ikkje eit heilt tal. Skriv til dømes 3`,
    too_large: (question: string, value: string) => `«${question}»: ${value} er for stort. Skriv eit tal opp til 9999`,
    unknown_option: (question: string, value: string) => `«${question}»: «${value}» er ikkje eit av vala`,
    not_url: (question: string, value: string) =>
      `«${question}»: «${value}» er ikkje ei nettadresse. Skriv til dømes https://www.kommunen.no/rus`,
    not_month: (question: string, value: string) =>
      `«${question}»: «${value}» er ikkje månad og år. Skriv til dømes 03.2025`,
    too_long: (question: string, value: string) => `«${question}» har ${value.length} teikn. Bruk høgst 200`,
    name: 'Skriv namnet ditt',
    nameTooLong: 'Namnet er for langt. Bruk høgst 100 teikn',
    change: 'Skriv kva som er endra, og kvifor',
    changeTooLong: (length: number) => `Det som er endra, er skildra med ${length} teikn. Bruk høgst 300`,
    email: (value: string) =>
      `«${value}» er ikkje ei e-postadresse. Skriv til dømes kari@kommunen.no, eller la feltet stå tomt`,
    confirm: 'Stadfest at svaret gjeld kommunen og perioden'
  },
  value: {
    confirmed_none: '0 (stadfesta ingen)',
    dont_know: 'Veit ikkje',
    not_applicable: 'Ikkje aktuelt',
    blank: 'Utan svar'
  },
  receipt: {
    title: 'Kvittering',
    thanks: 'Takk. Svaret er motteke og lagra.',
    municipality: 'Kommune',
    round: 'Runde',
    version: 'Versjon',
    time: 'Motteke',
    by: 'Sendt inn av',
    older: (version: number) => `Dette er ein eldre versjon. Versjon ${version} gjeld.`,
    reasons: 'Grunngjevingar',
    hash: 'Kontrollsum',
    hashMeans: 'Kontrollsummen er rekna ut frå alt de sende inn. Han viser at svaret ikkje er endra sidan.',
    yourAnswers: 'Svara dykkar',
    next: 'Sjå sida til kommunen',
    change: 'Endre svaret',
    changeUntil: (date: string) =>
      `De kan endre svaret til ${date}. Då blir det laga ein ny versjon, og vi tek vare på den gamle.`
  },
  own: {
    title: (municipality: string) => `${municipality} i kartlegginga`,
    lead: 'Tala dykkar ved sida av regionen, kva liknande kommunar har valt, og kva KORUS har spurt om.',
    yours: 'De',
    region: 'Regionen',
    figure: 'Tal',
    happens: 'Kva skjer no?',
    happensText: (date: string) =>
      `KORUS går gjennom svara etter kvart som dei kjem, og spør dykk dersom eit tal er uklart. Runden blir frosen ${date}. Etter det kan tala publiserast. De og rådgjevarane i regionen ser tala på saker i kommunen dykkar. Når runden er stengd for nye svar, ser rådgjevarane hos statsforvaltaren dei òg. Ingen andre ser dei.`,
    notAnswered: 'De har ikkje sendt inn svar enno.',
    goAnswer: 'Gå til skjemaet',
    statistics: 'Sjå statistikken for regionen'
  }
};
