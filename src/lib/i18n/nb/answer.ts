import { numberInText } from '#lib/i18n/format.ts';

export const answer = {
  title: (municipality: string) => `Svar for ${municipality}`,
  lead: (questionnaire: string, round: string) => `${questionnaire} · ${round}`,
  period: 'Perioden dere svarer for',
  periodDates: (from: string, to: string) => `${from} til ${to}`,
  deadline: 'Frist',
  access: 'Hvem andre har tilgang',
  accessLink: 'Alle i kommunen som har denne lenken, kan se og endre svaret.',
  accessRead: 'Alle i kommunen som har denne lenken, kan se svaret.',
  accessSignedIn: 'Du svarer fordi du er logget inn for kommunen.',
  accessContact: (contact: string) => `Lenken er sendt til ${contact}.`,
  accessAdvisers: (korus: string, names: string) => `${names} i ${korus} ser svaret når det er sendt inn.`,
  accessRegion: (korus: string) => `Rådgiverne i ${korus} ser svaret når det er sendt inn.`,
  minutes: 'Uten saker tar det omtrent to minutter, med saker omtrent ti.',
  noPersons: 'Skriv aldri noe om enkeltpersoner i dette skjemaet.',
  casesTitle: 'Sakene',
  unitTitle: 'Enheten',
  regionalTitle: (korus: string) => `Egne spørsmål fra ${korus}`,
  senderTitle: 'Send inn',
  lastRound: (round: string, value: string) => `Sist: ${value} (${round})`,
  lastRoundNone: 'Ikke oppgitt sist',
  dontKnow: 'Vet ikke',
  name: 'Navnet ditt',
  nameWhy: 'Står på kvitteringen, slik at kommunen vet hvem som svarte.',
  confirm: 'Jeg bekrefter at svaret gjelder kommunen og perioden over.',
  submit: 'Send inn svaret',
  submitAgain: 'Send inn ny versjon',
  saveDraft: 'Lagre og fortsett senere',
  draftSaved: (moment: string) => `Utkastet er lagret ${moment}. Du kan fortsette på en annen maskin med samme lenke.`,
  draftSaving: 'Lagrer …',
  draftFailed: 'Utkastet ble ikke lagret. Sjekk nettforbindelsen; det du har skrevet, står fortsatt her.',
  draftFrozen: 'Utkastet ble ikke lagret: runden er frosset.',
  draftOpen: (moment: string) => `Her er utkastet som ble lagret ${moment}.`,
  changing: (version: number) =>
    `Dere har sendt inn versjon ${version}. Endrer dere noe og sender inn igjen, blir det en ny versjon. Den gamle blir tatt vare på.`,
  notSent: 'Svaret ble ikke sendt. Det du har skrevet, står fortsatt her. Sjekk nettforbindelsen, og prøv igjen.',
  newerSent: (moment: string) =>
    `Svaret ble sendt inn fra et annet vindu ${moment}. Det du har skrevet her, er ikke lagret ennå.`,
  newerOpen: 'Åpne det nyeste i et nytt vindu',
  newerReplace: 'Behold det som står her',
  notYetOpen: (date: string) => `Runden åpner ${date}. Da kan dere svare her.`,
  closed: 'Fristen for å sende inn er ute. Ta kontakt med KORUS hvis dere trenger mer tid.',
  frozen: 'Runden er frosset. Svaret kan ikke endres lenger.',
  readOnly: 'Svaret er låst for endringer nå. Kontakt KORUS i regionen hvis noe må rettes.',
  frozenTyped: 'Skrevet, men ikke sendt inn',
  frozenReceipt: 'Se kvitteringen for det dere sendte inn',
  problems: (count: number) => `Rett opp ${numberInText(count, 'nb')} feil`,
  softTitle: 'Stemmer dette?',
  softLead: 'Velg det som passer, eller send inn som det er. Svaret følger tallet.',
  softReason: 'Kort forklaring (kan stå tom, høyst 300 tegn)',
  softGo: 'Gå til tallet',
  softSubmit: 'Send inn likevel',
  problem: {
    required: (question: string) => `Svar på «${question}», eller velg «Vet ikke»`,
    requiredText: (question: string) => `Fyll ut «${question}»`,
    gate_required: 'Velg om enheten har mottatt saker i perioden',
    number_and_unknown: (question: string, value: string) =>
      `«${question}»: Du har både skrevet «${value}» og valgt «Vet ikke». Ta bort det ene`,
    not_whole_number: (question: string, value: string) =>
      `«${question}»: «${value}» er ikke et helt tall. Skriv for eksempel 3`,
    too_large: (question: string, value: string) => `«${question}»: ${value} er for stort. Skriv et tall opp til 9999`,
    unknown_option: (question: string, value: string) => `«${question}»: «${value}» er ikke et av valgene`,
    not_url: (question: string, value: string) =>
      `«${question}»: «${value}» er ikke en nettadresse. Skriv for eksempel https://www.kommunen.no/rus`,
    not_month: (question: string, value: string) =>
      `«${question}»: «${value}» er ikke måned og år. Skriv for eksempel 03.2025`,
    too_long: (question: string, value: string) => `«${question}» har ${value.length} tegn. Bruk høyst 200`,
    name: 'Skriv navnet ditt',
    nameTooLong: 'Navnet er for langt. Bruk høyst 100 tegn',
    change: 'Skriv hva som er endret, og hvorfor',
    changeTooLong: (length: number) => `Det som er endret, er beskrevet med ${length} tegn. Bruk høyst 300`,
    email: (value: string) =>
      `«${value}» er ikke en e-postadresse. Skriv for eksempel kari@kommunen.no, eller la feltet stå tomt`,
    confirm: 'Bekreft at svaret gjelder kommunen og perioden'
  },
  value: {
    confirmed_none: '0 (bekreftet ingen)',
    dont_know: 'Vet ikke',
    not_applicable: 'Ikke aktuelt',
    blank: 'Ikke besvart'
  },
  receipt: {
    title: 'Kvittering',
    thanks: 'Takk. Svaret er mottatt og lagret.',
    municipality: 'Kommune',
    round: 'Runde',
    version: 'Versjon',
    time: 'Mottatt',
    by: 'Sendt inn av',
    older: (version: number) => `Dette er en eldre versjon. Versjon ${version} gjelder.`,
    reasons: 'Begrunnelser',
    hash: 'Kontrollsum',
    hashMeans: 'Kontrollsummen er regnet ut fra alt dere sendte inn. Den viser at svaret ikke er endret siden.',
    yourAnswers: 'Svarene deres',
    next: 'Se siden til kommunen',
    change: 'Endre svaret',
    changeUntil: (date: string) =>
      `Dere kan endre svaret til ${date}. Da blir det laget en ny versjon, og vi tar vare på den gamle.`
  },
  own: {
    title: (municipality: string) => `${municipality} i kartleggingen`,
    lead: 'Tallene deres ved siden av regionen, hva lignende kommuner har valgt, og hva KORUS har spurt om.',
    yours: 'Dere',
    region: 'Regionen',
    figure: 'Tall',
    happens: 'Hva skjer nå?',
    happensText: (date: string) =>
      `KORUS går gjennom svarene etter hvert som de kommer, og spør dere hvis et tall er uklart. Runden fryses ${date}. Etter det kan tallene publiseres. Dere og rådgiverne i regionen ser tallene på saker i kommunen deres. Når runden er stengt for nye svar, ser rådgiverne hos statsforvalteren dem også. Ingen andre ser dem.`,
    happenedText: (date: string) =>
      `Runden ble frosset ${date}. Svarene kan ikke lenger endres, og tallene kan publiseres. Dere og rådgiverne i regionen og hos statsforvalteren ser tallene på saker i kommunen deres. Ingen andre ser dem.`,
    notAnswered: 'Dere har ikke sendt inn svar ennå.',
    notTaken: 'Dere har ikke svart, og runden tar ikke imot svar fra dere nå. Snakk med KORUS hvis det er feil.',
    goAnswer: 'Gå til skjemaet',
    statistics: 'Se statistikken for regionen'
  }
};
