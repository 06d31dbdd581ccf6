import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommuner'}`;
const letters = (count: number) => `${number(count)} brev`;

export const followUp = {
  title: 'Oppfølging',
  heading: (round: string) => `Oppfølging: ${round}`,
  lead: 'De som ikke har svart: hvem du når dem gjennom, siste brev og neste samtale.',
  back: 'Tilbake til oppfølgingen',
  toPlan: 'Plan og utsending',
  toLetters: 'Tekstene i brevene',
  toCsv: 'Last ned ringelisten (CSV for Excel)',
  print: 'Skriv ut siden for å få en ringeliste på papir.',
  view: 'Vis',
  views: {
    silent: 'Alle som ikke har svart',
    today: 'Ring i dag',
    no_address: 'Uten adresse',
    bounced: 'Returnert',
    promised: 'Lovet svar'
  },
  county: 'Fylke',
  allCounties: 'Alle fylker',
  show: 'Vis listen',
  found: (shown: number, all: number) => `${municipalities(shown)} av ${number(all)} som ikke har svart`,
  emptyAll: 'Alle har svart. Ingen å følge opp.',
  emptyView: 'Ingen kommuner passer til utvalget. Velg «Alle som ikke har svart» for å se resten.',
  choose: 'Velg',
  chooseOne: (name: string) => `Velg ${name}`,
  chooseAll: 'Velg alle i listen',
  municipality: 'Kommune',
  contact: 'Kontakt',
  lastLetter: 'Siste brev',
  next: 'Neste',
  note: 'Notat',
  noAddress: 'Ingen e-postadresse',
  noLetter: 'Ikke skrevet til',
  bounced: 'returnert',
  draft: (moment: string) => `Utkast lagret ${moment}`,
  extended: (date: string) => `Utsatt til ${date}`,
  callOn: (date: string) => `Ring ${date}`,
  promisedFor: (date: string) => `Lovet svar ${date}`,
  broken: (date: string) => `Lovet svar ${date}, ikke holdt`,
  language: { nb: 'bokmål', nn: 'nynorsk' },
  kinds: { invitation: 'Invitasjon', reminder: 'Påminnelse', last_reminder: 'Siste påminnelse' },
  otherKinds: { handover: 'Om tilgang til svaret', other: 'Annet' },
  letterStatus: {
    queued: 'i kø',
    sent: 'sendt',
    failed: 'ikke levert',
    bounced: 'returnert',
    dropped: 'ikke sendt',
    deferred: 'utsatt, prøver igjen'
  },
  letterLine: (kind: string, date: string, status: string) => `${kind} ${date}, ${status}`,
  hindrance: {
    round_closed: 'runden tar ikke imot svar nå',
    answered: 'har svart',
    covered: 'dekket av en vertskommune',
    declined: 'vil ikke svare',
    extended: 'har fått utsatt frist',
    read_only: 'svarene er låst av kommunen',
    no_address: 'uten adresse',
    replaced: 'kontakten er byttet',
    bounced: 'adressen er returnert',
    already: 'har fått brevet i denne utsendingen',
    recently: 'fikk brev for mindre enn tre dager siden',
    not_chosen: 'ikke valgt'
  },
  cancelled: 'utsendingen ble avlyst',
  reason: {
    told: 'meldt av rådgiver',
    '5.1.1': 'adressen finnes ikke',
    '5.2.2': 'postkassen er full',
    refused: (code: string) => `mottakeren avviser e-posten (${code})`
  },
  notes: {
    add: 'Nytt notat',
    addFor: (name: string) => `Nytt notat om ${name}`,
    text: 'Hva ble sagt?',
    outcome: 'Utfall',
    outcomes: {
      note: 'Bare et notat',
      no_answer: 'Ingen tok telefonen',
      talked: 'Snakket sammen',
      promised: 'Lovet svar',
      wrong_contact: 'Feil kontakt'
    },
    nextDate: 'Ring igjen',
    promisedFor: 'Lovet til',
    dateHint: 'For eksempel 3.2.2026',
    save: 'Lagre notatet',
    added: (name: string) => `Notatet om ${name} er lagret.`,
    changed: (name: string) => `Notatet om ${name} er endret.`,
    removed: (name: string) => `Notatet om ${name} er fjernet.`,
    undo: 'Angre',
    change: 'Endre',
    remove: 'Fjern',
    removeThat: (moment: string) => `Fjern notatet fra ${moment}`,
    title: 'Notater',
    lead: 'Notatene vises bare for rådgiverne i regionen. Skriv om avtalen, ikke om personer i saker.',
    none: 'Ingen notater ennå.',
    by: (moment: string, name: string) => `${moment}, ${name}`,
    someone: 'en rådgiver',
    edited: 'endret',
    problem: {
      textMissing: 'Skriv hva som ble sagt, eller velg et utfall',
      textTooLong: (length: number) => `Notatet har ${number(length)} tegn. Bruk høyst 1000`,
      notDay: (value: string) => `«${value}» er ikke en dato. Skriv den slik: 3.2.2026`,
      past: (value: string) => `${value} har vært. Velg i dag eller en dag framover`,
      promiseMissing: 'Skriv datoen svaret er lovet til'
    },
    summary: 'Notatet er ikke lagret'
  },
  bulk: {
    title: 'Skriv til dem du har valgt',
    step: 'Utsending',
    lead: 'Velg kommuner i listen. Uten valg tas alle som ikke har svart, med.',
    noSteps: 'Ingen utsending er planlagt.',
    addStep: 'Planlegg en utsending',
    preview: 'Forhåndsvis',
    stepName: (kind: string, date: string) => `${kind}, ${date}`
  },
  plan: {
    title: 'Plan og utsending',
    lead: 'Ingenting sendes av seg selv. Når dagen kommer, forhåndsviser du og sender.',
    none: 'Ingen utsendinger er planlagt. Legg til den første under.',
    what: 'Brev',
    when: 'Dag',
    status: 'Status',
    statuses: {
      planned: 'planlagt',
      sending: 'sendes',
      paused: 'på pause',
      sent: 'sendt',
      cancelled: 'avlyst'
    },
    due: 'på tide',
    counts: 'Brevene',
    count: { queued: 'i kø', sent: 'sendt', failed: 'ikke levert', bounced: 'returnert', dropped: 'ikke sendt' },
    actions: 'Gjør',
    events: { send: 'Forhåndsvis og send', pause: 'Sett på pause', resume: 'Fortsett', cancel: 'Avlys' },
    eventOf: (event: string, step: string) => `${event}: ${step}`,
    queuedNow: (count: number) => `${letters(count)} er lagt i utboksen og sendes nå.`,
    changed: {
      pause: 'Utsendingen står på pause.',
      resume: 'Utsendingen fortsetter.',
      cancel: 'Utsendingen er avlyst.'
    },
    add: 'Legg til en utsending',
    kind: 'Hvilket brev',
    day: 'Hvilken dag',
    submit: 'Legg til',
    added: 'Utsendingen er lagt i planen.',
    problem: {
      kind: 'Velg hvilket brev det er',
      day: (value: string) =>
        value === '' ? 'Skriv dagen brevet skal sendes' : `«${value}» er ikke en dato. Skriv den slik: 3.2.2026`
    },
    summary: 'Utsendingen er ikke lagt til',
    stepChanged: 'Utsendingen er endret i mellomtiden. Gå tilbake til planen og se hvordan den står.',
    rate: (perMinute: number) => `Brevene går ut med høyst ${number(perMinute)} i minuttet.`
  },
  sending: {
    title: (kind: string) => `Send: ${kind}`,
    missing: 'Velg en utsending i planen.',
    ended: 'Denne utsendingen er sendt, eller avlyst. Planlegg en ny for å skrive igjen.',
    to: (count: number) => `Dette går til ${municipalities(count)}`,
    nobody: 'Ingen får dette brevet nå. Grunnene står under.',
    not: (count: number) => `Ikke til ${municipalities(count)}`,
    because: 'Grunn',
    who: 'Kommuner',
    submit: (count: number) => `Send ${letters(count)}`,
    again: 'Før hvert brev går, sjekker vi på nytt. Den som svarer i mellomtiden, får ikke brevet.',
    letterTo: (name: string, email: string, language: string) => `${name}: ${email}, ${language}`,
    linkPlace: '(kommunens egen svarlenke)',
    subject: 'Emne',
    confirm: 'Tallene i runden er ikke meldt inn av kommunene. Jeg vil likevel skrive til dem.',
    confirmMissing: 'Kryss av for at du vil skrive til kommunene, eller gå tilbake.',
    nobodyLeft: 'Ingen skal ha brevet nå. De som var valgt, har svart eller skal ikke ha det av en annen grunn.'
  },
  wording: {
    title: 'Tekstene i brevene',
    lead: 'Hver kommune får brevet på sin målform. Endringer gjelder bare denne runden.',
    which: 'Brev og målform',
    open: 'Åpne teksten',
    nameOf: (kind: string, language: string) => `${kind}, ${language}`,
    own: 'egen tekst',
    subject: 'Emne',
    body: 'Brevet',
    placeholders: 'Dette fylles inn for hver kommune:',
    meaning: {
      kommune: 'navnet på kommunen',
      frist: 'svarfristen',
      lenke: 'kommunens egen svarlenke',
      runde: 'navnet på runden',
      rådgiver: 'navnet ditt'
    },
    save: 'Lagre teksten',
    saved: 'Teksten er lagret.',
    standard: 'Bruk standardteksten',
    restored: 'Standardteksten er tilbake.',
    preview: 'Slik ser det ut',
    summary: 'Teksten er ikke lagret',
    problem: {
      subjectMissing: 'Skriv et emne',
      bodyMissing: 'Skriv brevet',
      linkMissing: 'Brevet mangler {lenke}. Uten den kan ikke kommunen svare',
      linkOutside: 'Lenken kan ikke stå i emnet, som andre kan se. Ta bort {lenke}',
      unknown: (value: string) => `${value} kan ikke fylles inn. Bruk en av dem som står over`,
      tooLong: (length: number, most: number) => `Teksten har ${number(length)} tegn. Bruk høyst ${number(most)}`
    }
  },
  town: {
    heading: (name: string) => `Oppfølging av ${name}`,
    toReport: 'Se svaret, og bytt kontakt',
    contacts: 'Kontakt',
    none: 'Kommunen har ingen kontakt i runden. Bytt kontakt for å legge inn en.',
    writesTo: 'Runden skriver til',
    person: 'Person',
    mailbox: 'Felles postkasse',
    phone: 'Telefon',
    former: 'Før',
    bouncedAt: (date: string, reason: string) => `E-post kom i retur ${date}: ${reason}.`,
    mark: 'Merk adressen som returnert',
    marked: 'Adressen er merket som returnert. Kommunen får ingen brev før den er i orden.',
    clear: 'Adressen virker igjen',
    cleared: 'Adressen er i orden igjen.',
    details: 'Telefon, målform og postkasse',
    language: 'Målform i brev',
    save: 'Lagre opplysningene',
    saved: 'Opplysningene er lagret.',
    problem: {
      phone: (value: string) => `«${value}» er ikke et telefonnummer. Bruk bare tall, mellomrom og +`,
      mailbox: (value: string) => `«${value}» er ikke en e-postadresse. Skriv den slik: postmottak@kommunen.kommune.no`
    },
    summary: 'Opplysningene er ikke lagret',
    letters: 'Brev',
    noLetters: 'Ingen brev er sendt i denne runden.',
    when: 'Når',
    what: 'Brev',
    to: 'Til',
    history: 'Historie'
  },
  csv: {
    file: 'ringeliste',
    number: 'Kommunenummer',
    phone: 'Telefon',
    email: 'E-post',
    mailbox: 'Felles postkasse',
    extended: 'Utsatt til',
    nextDate: 'Ring igjen',
    promisedFor: 'Lovet til',
    state: 'Status',
    lastNote: 'Siste notat',
    states: {
      broken_promise: 'løfte ikke holdt',
      due: 'ring i dag',
      promised: 'lovet svar',
      later: 'ring senere',
      none: 'ingen avtale'
    }
  },
  mail: {
    invitation: {
      subject: 'Regionspeil: {kommune} kan svare nå',
      body: 'Hei\n\n{kommune} er med i kartleggingen {runde}. Fristen er {frist}.\n\nSvar her:\n{lenke}\n\nDet tar to minutter hvis dere ikke har hatt saker, og rundt ti hvis dere har. Lenken er den samme hele tiden, og dere kan gjøre ferdig svaret senere.\n\nEr det ikke du som skal svare? Åpne lenken og velg hvem det er.\n\nHilsen {rådgiver}\n'
    },
    reminder: {
      subject: 'Regionspeil: vi venter på svaret fra {kommune}',
      body: 'Hei\n\nVi har ikke fått svar fra {kommune} i kartleggingen {runde}. Fristen er {frist}.\n\nSvar her, med samme lenke som før:\n{lenke}\n\nTrenger dere mer tid, eller er det en annen som skal svare? Gi beskjed, så ordner vi det.\n\nHilsen {rådgiver}\n'
    },
    last_reminder: {
      subject: 'Regionspeil: siste påminnelse til {kommune}',
      body: 'Hei\n\nDette er den siste påminnelsen om kartleggingen {runde}. Fristen er {frist}, og vi mangler svar fra {kommune}.\n\nSvar her, med samme lenke som før:\n{lenke}\n\nUten svar står kommunen som ikke svart i statistikken. Ring meg gjerne hvis noe er uklart.\n\nHilsen {rådgiver}\n'
    }
  }
};
