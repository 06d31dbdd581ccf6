import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const duties = {
  unit: 'Enhet på plass',
  written_routine: 'Skriftlig rutine',
  web_info: 'Informasjon på nettsiden',
  prosecution_contact: 'Kontaktpunkt for påtalemyndigheten',
  cooperation_agreement: 'Samarbeidsavtale',
  other: 'Annet'
};

/** The follow-up of municipalities by the county governor and KORUS. */
export const desk = {
  title: 'Oppfølging',
  menu: 'Oppfølging',
  lead: (names: string) =>
    `Kommunene i ${names}. De som trenger deg mest, står først. Du ser bare runder der svarene er levert.`,
  noRounds: 'Ingen runder med kommunene dine er stengt ennå. Når en runde stenger, ser du her hvem som har svart.',
  found: (shown: number, all: number) => `${formatNumber(shown, 'nb')} av ${formatNumber(all, 'nb')} kommuner`,
  empty: 'Ingen kommuner passer med utvalget. Velg «Alle kommuner» for å se alle.',
  show: 'Vis utvalget',
  view: 'Vis',
  views: {
    all: 'Alle kommuner',
    attention: 'Kommuner som trenger oppfølging',
    silent: 'Har ikke svart',
    promises: 'Har lovet noe som ikke er gjort',
    web: 'Har ikke informasjon på nettsiden',
    due: 'Skal kontaktes nå'
  },
  county: 'Fylke',
  allCounties: 'Alle fylker',
  municipality: 'Kommune',
  why: 'Hva du bør se på',
  allWell: 'Ingenting',
  last: 'Siste runde',
  history: 'Rundene',
  duties: 'Plikter',
  contact: 'Siste kontakt',
  noContact: 'Ingen kontakt',
  daysSince: (days: number) =>
    days === 0 ? 'i dag' : days === 1 ? 'i går' : `for ${formatNumber(days, 'nb')} dager siden`,
  nextOn: (date: string, side: string) => `Neste: ${date}, ${side}`,
  side: { governor: 'statsforvalteren', korus: 'KORUS' },
  standing: {
    answered: 'Har svart',
    none: 'Ingen saker',
    covered: 'Vertskommunen svarte',
    declined: 'Svarer ikke',
    silent: 'Ikke svart'
  },
  inRound: (standing: string, round: string) => `${standing} i ${round}`,
  noRound: 'Ikke med i noen runde',
  duty: duties,
  dutyState: {
    yes: 'i orden',
    planned: 'planlagt',
    no: 'mangler',
    unknown: 'ikke oppgitt',
    not_asked: 'ikke spurt'
  },
  dutiesUnknown: 'Plikter ukjent',
  inOrder: (count: number, of: number) => `${count} av ${of} plikter i orden`,
  reason: {
    silent: (rounds: number) => `Har ikke svart i ${numberInText(rounds, 'nb')} runder på rad`,
    silent_once: 'Svarte ikke i siste runde',
    declined: 'Sa nei til å svare i siste runde',
    promise_broken: (what: string, date: string) => `Holdt ikke det som var lovet til ${date}: ${what}`,
    promise_overdue: (what: string, date: string) => `Fristen gikk ut ${date}: ${what}`,
    plan_overdue: (what: string, month: string) => `Planlagt til ${month}, men ikke meldt som gjort: ${what}`,
    none_met: (received: number) =>
      `Mottok ${received === 1 ? 'én sak' : `${numberInText(received, 'nb', 'feminine')} saker`}, men har ikke møtt noen`,
    missing: (what: string) => `Mangler: ${what}`,
    call_due: (date: string) => `Skulle kontaktes ${date}`
  },
  map: {
    heading: 'På kartet',
    title: (count: number, of: number) =>
      count === 0
        ? 'Ingen av kommunene trenger oppfølging nå'
        : `${formatNumber(count, 'nb')} av ${formatNumber(of, 'nb')} kommuner trenger oppfølging`,
    measure: 'Hva hver kommune trenger oppfølging for, den viktigste grunnen først',
    source: 'Kilde: svarene i de avsluttede rundene og det som er avtalt med kommunene',
    category: {
      silence: 'Har ikke svart',
      promise: 'Har ikke gjort det som er lovet',
      other: 'Annet å se på',
      well: 'Ingenting'
    },
    number: 'Antall kommuner',
    key: (label: string, count: number) => `${label}: ${formatNumber(count, 'nb')}`,
    tile: (name: string, category: string) => `${name}: ${category}`,
    showTable: 'Vis tallene i en tabell'
  },
  kept: (kept: number, of: number) =>
    of === 0
      ? 'Ingen løfter har forfalt ennå.'
      : `${formatNumber(kept, 'nb')} av ${formatNumber(of, 'nb')} løfter som har forfalt, er holdt.`,
  back: 'Til alle kommunene',
  town: {
    status: 'Slik står det til',
    attention: 'Hva du bør se på',
    none: 'Det er ingenting du må følge opp her nå.',
    history: 'Svar i rundene',
    round: 'Runde',
    standing: 'Svar',
    received: 'Mottatt',
    handled: 'Behandlet',
    notTold: 'ikke oppgitt',
    noHistory: 'Kommunen har ikke vært med i noen avsluttet runde.'
  },
  promise: {
    title: 'Løfter',
    lead: 'Det kommunen svarer er «planlagt», blir et løfte når runden stenger. I neste runde spør skjemaet om det er gjort.',
    none: 'Kommunen har ikke lovet noe ennå.',
    due: (date: string) => `Frist ${date}`,
    overdue: (date: string) => `Fristen gikk ut ${date}`,
    owner: (owner: string) => `Ansvarlig: ${owner}`,
    ownerUnknown: 'kommunen',
    fromRound: (round: string) => `fra svaret i ${round}`,
    fromTalk: 'fra en samtale',
    state: { open: 'Gjenstår', renewed: 'Ny frist', kept: 'Holdt', broken: 'Ikke holdt', withdrawn: 'Trukket' },
    act: {
      keep: 'Merk som holdt',
      break: 'Merk som ikke holdt',
      renew: 'Sett ny frist',
      withdraw: 'Trekk løftet',
      reopen: 'Angre'
    },
    actOn: (act: string, what: string) => `${act}: ${what}`,
    newDay: 'Ny frist',
    step: {
      make: 'lovet',
      keep: 'holdt',
      break: 'ikke holdt',
      renew: 'ny frist',
      withdraw: 'trukket',
      reopen: 'åpnet igjen',
      remind: 'påminnelse sendt'
    },
    stepBy: (date: string, step: string, who: string) => `${date}: ${step} (${who})`,
    stepDue: (step: string, date: string) => `${step}, frist ${date}`,
    byAnswer: (round: string) => `svaret i ${round}`,
    history: 'Hva som har skjedd',
    add: 'Skriv opp et løfte',
    duty: 'Hva det gjelder',
    text: 'Hva kommunen har lovet',
    textHint: 'Skriv ikke noe om personer i saker. Du må fylle ut feltet når du velger «Annet».',
    ownerLabel: 'Hvem i kommunen som er ansvarlig',
    ownerHint: 'En stilling eller en enhet, for eksempel «leder for psykisk helse og rus»',
    dueOn: 'Frist',
    save: 'Lagre løftet',
    done: {
      make: 'Løftet er lagret.',
      keep: 'Løftet er merket som holdt.',
      break: 'Løftet er merket som ikke holdt.',
      renew: 'Den nye fristen er lagret.',
      withdraw: 'Løftet er trukket.',
      reopen: 'Løftet er åpnet igjen.',
      remind: 'Påminnelsen er lagt i utboksen.'
    },
    remind: 'Send påminnelse',
    noAddress: 'Kommunen har ingen e-postadresse å sende påminnelse til.',
    summary: 'Løftet er ikke lagret',
    problem: {
      missingText: 'Skriv hva kommunen har lovet.',
      longText: (length: number) => `Teksten har ${formatNumber(length, 'nb')} tegn. Kort den ned til høyst 200.`,
      longOwner: (length: number) => `Ansvarlig har ${formatNumber(length, 'nb')} tegn. Kort det ned til høyst 100.`,
      missingDay: 'Skriv en frist, for eksempel 31.12.2025.',
      notDay: (value: string) => `«${value}» er ikke en dato. Skriv fristen som 31.12.2025.`,
      past: (value: string) => `Fristen ${value} har vært. Velg en dag som kommer.`,
      notLater: (value: string) => `Fristen ${value} er ikke senere enn den som gjelder nå. Velg en senere dag.`,
      standing: 'Kommunen har allerede et løfte om dette som gjenstår. Sett ny frist på det i stedet.'
    }
  },
  log: {
    title: 'Kontakt med kommunen',
    lead: 'Statsforvalteren og KORUS ser den samme loggen. Slik blir ikke kommunen oppringt to ganger.',
    none: 'Ingen har skrevet i loggen ennå.',
    kind: { call: 'Telefon', meeting: 'Møte', letter: 'Brev', note: 'Notat' },
    kindLabel: 'Hva slags kontakt',
    happenedOn: 'Dato',
    text: 'Hva dere snakket om',
    textHint: 'Skriv aldri noe om personer i saker, heller ikke uten navn.',
    nextOn: 'Neste kontakt',
    nextHint: 'Kan stå tomt',
    nextSide: 'Hvem tar neste kontakt',
    save: 'Lagre i loggen',
    add: 'Skriv i loggen',
    by: (date: string, kind: string, who: string, side: string) => `${date}: ${kind}, ${who} (${side})`,
    next: (date: string, side: string) => `Neste kontakt ${date}: ${side}`,
    nextDone: (date: string) => `Avtalt kontakt ${date} er gjort`,
    finish: 'Merk som gjort',
    remove: 'Fjern',
    removeThat: (date: string) => `Fjern det du skrev ${date}`,
    korusCalled: (date: string, who: string) => `Siste kontakt: ${date}, ${who}`,
    done: {
      added: 'Kontakten er lagret.',
      removed: 'Kontakten er fjernet.',
      finished: 'Den avtalte kontakten er gjort.'
    },
    summary: 'Kontakten er ikke lagret',
    problem: {
      missing: 'Skriv hva notatet gjelder.',
      tooLong: (length: number) => `Teksten har ${formatNumber(length, 'nb')} tegn. Kort den ned til høyst 1000.`,
      number: 'Teksten ser ut til å ha et fødselsnummer. Ta det bort: her skal det ikke stå noe om personer.',
      notDay: (value: string) => `«${value}» er ikke en dato. Skriv den som 31.12.2025.`,
      past: (value: string) => `Neste kontakt ${value} har vært. Velg en dag som kommer.`,
      future: (value: string) => `Datoen ${value} har ikke vært ennå. Skriv dagen dere hadde kontakt.`
    }
  },
  letter: {
    title: (town: string) => `Brev til ${town}`,
    write: 'Skriv brev',
    lead: 'Brevet er fylt ut med det som gjelder nå, på målformen til kommunen. Du kan endre teksten, men det som er hentet fra svarene og løftene, må stå.',
    kind: {
      silence: 'Om manglende svar',
      duties: 'Om plikter som ikke er på plass',
      promise: 'Om løfter som ikke er holdt'
    },
    none: 'Det er ikke noe å skrive brev om nå.',
    to: (email: string) => `Sendes til ${email}`,
    noAddress: 'Kommunen har ingen e-postadresse. Last ned brevet og send det på en annen måte.',
    subjectLabel: 'Emne',
    bodyLabel: 'Brev',
    send: 'Send brevet',
    docx: 'Last ned som Word',
    pdf: 'Last ned som PDF',
    sent: 'Brevet er lagt i utboksen og skrevet i loggen.',
    summary: 'Brevet er ikke sendt',
    problem: {
      missingSubject: 'Skriv et emne.',
      missingBody: 'Skriv brevet.',
      tooLong: (length: number, most: number) =>
        `Teksten har ${formatNumber(length, 'nb')} tegn. Kort den ned til høyst ${formatNumber(most, 'nb')}.`,
      fact: (value: string) => `«${value}» gjelder nå, men står ikke i brevet. Sett det inn igjen.`
    },
    subject: {
      silence: 'Vi mangler svar fra kommunen',
      duties: 'Oppfølging av rådgivende enhet for russaker',
      promise: 'Oppfølging av det kommunen har lovet'
    },
    greeting: (town: string) => `Til ${town} kommune`,
    opening: {
      silence: 'Vi kan ikke se at kommunen har svart på kartleggingen av rådgivende enhet for russaker i',
      duties: 'Etter det kommunen selv har svart, er dette ikke på plass for rådgivende enhet for russaker:',
      promise: 'Kommunen har opplyst at dette skulle være gjort:'
    },
    due: (what: string, date: string) => `${what}, frist ${date}`,
    closing: {
      silence: 'Ta kontakt med oss om dere trenger hjelp til å svare. Også «ingen saker» er et svar.',
      duties: 'Vi ber dere svare på når dette blir gjort, og hvem som er ansvarlig.',
      promise: 'Vi ber dere svare på om dette er gjort, eller når det blir gjort.'
    },
    regards: 'Vennlig hilsen',
    page: (page: number, pages: number) => `Side ${page} av ${pages}`
  },
  reminder: {
    subject: (what: string) => `Påminnelse: ${what}`,
    body: (town: string, what: string, date: string, writer: string) =>
      `Til ${town}\n\nKommunen har opplyst at dette skal være på plass innen ${date}: ${what}.\n\n` +
      `Gi oss gjerne beskjed når det er gjort, eller om dere trenger mer tid.\n\nVennlig hilsen\n${writer}\n`
  }
};
