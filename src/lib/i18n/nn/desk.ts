import { formatNumber, numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const duties = {
  unit: 'Eining på plass',
  written_routine: 'Skriftleg rutine',
  web_info: 'Informasjon på nettsida',
  prosecution_contact: 'Kontaktpunkt for påtalemakta',
  cooperation_agreement: 'Samarbeidsavtale',
  other: 'Anna'
};

export const desk: Messages['desk'] = {
  title: 'Oppfølging',
  menu: 'Oppfølging',
  lead: (names: string) =>
    `Kommunane i ${names}. Dei som treng deg mest, står først. Du ser berre rundar der svara er leverte.`,
  noRounds: 'Ingen rundar med kommunane dine er stengde enno. Når ein runde stengjer, ser du her kven som har svart.',
  found: (shown: number, all: number) => `${formatNumber(shown, 'nn')} av ${formatNumber(all, 'nn')} kommunar`,
  empty: 'Ingen kommunar passar med utvalet. Vel «Alle kommunar» for å sjå alle.',
  show: 'Vis utvalet',
  view: 'Vis',
  views: {
    all: 'Alle kommunar',
    attention: 'Kommunar som treng oppfølging',
    silent: 'Har ikkje svart',
    promises: 'Har lova noko som ikkje er gjort',
    web: 'Har ikkje informasjon på nettsida',
    due: 'Skal kontaktast no'
  },
  county: 'Fylke',
  allCounties: 'Alle fylke',
  municipality: 'Kommune',
  why: 'Kva du bør sjå på',
  allWell: 'Ingenting',
  last: 'Siste runde',
  history: 'Rundane',
  duties: 'Plikter',
  contact: 'Siste kontakt',
  noContact: 'Ingen kontakt',
  daysSince: (days: number) =>
    days === 0 ? 'i dag' : days === 1 ? 'i går' : `for ${formatNumber(days, 'nn')} dagar sidan`,
  nextOn: (date: string, side: string) => `Neste: ${date}, ${side}`,
  side: { governor: 'statsforvaltaren', korus: 'KORUS' },
  standing: {
    answered: 'Har svart',
    none: 'Ingen saker',
    covered: 'Vertskommunen svarte',
    declined: 'Svarer ikkje',
    silent: 'Ikkje svart'
  },
  inRound: (standing: string, round: string) => `${standing} i ${round}`,
  noRound: 'Ikkje med i nokon runde',
  duty: duties,
  dutyState: {
    yes: 'i orden',
    planned: 'planlagd',
    no: 'manglar',
    unknown: 'ikkje oppgitt',
    not_asked: 'ikkje spurt'
  },
  dutiesUnknown: 'Plikter ukjende',
  inOrder: (count: number, of: number) => `${count} av ${of} plikter i orden`,
  reason: {
    silent: (rounds: number) => `Har ikkje svart i ${numberInText(rounds, 'nn')} rundar på rad`,
    silent_once: 'Svarte ikkje i siste runde',
    declined: 'Sa nei til å svare i siste runde',
    promise_broken: (what: string, date: string) => `Heldt ikkje det som var lova til ${date}: ${what}`,
    promise_overdue: (what: string, date: string) => `Fristen gjekk ut ${date}: ${what}`,
    plan_overdue: (what: string, month: string) => `Planlagd til ${month}, men ikkje meld som gjord: ${what}`,
    none_met: (received: number) =>
      `Tok imot ${received === 1 ? 'éi sak' : `${numberInText(received, 'nn', 'feminine')} saker`}, men har ikkje møtt nokon`,
    missing: (what: string) => `Manglar: ${what}`,
    call_due: (date: string) => `Skulle kontaktast ${date}`
  },
  map: {
    heading: 'På kartet',
    title: (count: number, of: number) =>
      count === 0
        ? 'Ingen av kommunane treng oppfølging no'
        : `${formatNumber(count, 'nn')} av ${formatNumber(of, 'nn')} kommunar treng oppfølging`,
    measure: 'Kva kvar kommune treng oppfølging for, den viktigaste grunnen først',
    source: 'Kjelde: svara i dei avslutta rundane og det som er avtalt med kommunane',
    category: {
      silence: 'Har ikkje svart',
      promise: 'Har ikkje gjort det som er lova',
      other: 'Anna å sjå på',
      well: 'Ingenting'
    },
    number: 'Tal på kommunar',
    key: (label: string, count: number) => `${label}: ${formatNumber(count, 'nn')}`,
    tile: (name: string, category: string) => `${name}: ${category}`,
    showTable: 'Vis tala i ein tabell'
  },
  kept: (kept: number, of: number) =>
    of === 0
      ? 'Ingen lovnader har forfalle enno.'
      : `${formatNumber(kept, 'nn')} av ${formatNumber(of, 'nn')} lovnader som har forfalle, er haldne.`,
  back: 'Til alle kommunane',
  town: {
    status: 'Slik står det til',
    attention: 'Kva du bør sjå på',
    none: 'Det er ingenting du må følgje opp her no.',
    history: 'Svar i rundane',
    round: 'Runde',
    standing: 'Svar',
    received: 'Motteke',
    handled: 'Behandla',
    notTold: 'ikkje oppgitt',
    noHistory: 'Kommunen har ikkje vore med i nokon avslutta runde.'
  },
  promise: {
    title: 'Lovnader',
    lead: 'Det kommunen svarer er «planlagd», blir ein lovnad når runden stengjer. I neste runde spør skjemaet om det er gjort.',
    none: 'Kommunen har ikkje lova noko enno.',
    due: (date: string) => `Frist ${date}`,
    overdue: (date: string) => `Fristen gjekk ut ${date}`,
    owner: (owner: string) => `Ansvarleg: ${owner}`,
    ownerUnknown: 'kommunen',
    fromRound: (round: string) => `frå svaret i ${round}`,
    fromTalk: 'frå ein samtale',
    state: { open: 'Står att', renewed: 'Ny frist', kept: 'Halden', broken: 'Ikkje halden', withdrawn: 'Trekt' },
    act: {
      keep: 'Merk som halden',
      break: 'Merk som ikkje halden',
      renew: 'Set ny frist',
      withdraw: 'Trekk lovnaden',
      reopen: 'Angre'
    },
    actOn: (act: string, what: string) => `${act}: ${what}`,
    newDay: 'Ny frist',
    step: {
      make: 'lova',
      keep: 'halden',
      break: 'ikkje halden',
      renew: 'ny frist',
      withdraw: 'trekt',
      reopen: 'opna igjen',
      remind: 'påminning send'
    },
    stepBy: (date: string, step: string, who: string) => `${date}: ${step} (${who})`,
    stepDue: (step: string, date: string) => `${step}, frist ${date}`,
    byAnswer: (round: string) => `svaret i ${round}`,
    history: 'Kva som har skjedd',
    add: 'Skriv opp ein lovnad',
    duty: 'Kva det gjeld',
    text: 'Kva kommunen har lova',
    textHint: 'Skriv ikkje noko om personar i saker. Du må fylle ut feltet når du vel «Anna».',
    ownerLabel: 'Kven i kommunen som er ansvarleg',
    ownerHint: 'Ei stilling eller ei eining, til dømes «leiar for psykisk helse og rus»',
    dueOn: 'Frist',
    save: 'Lagre lovnaden',
    done: {
      make: 'Lovnaden er lagra.',
      keep: 'Lovnaden er merkt som halden.',
      break: 'Lovnaden er merkt som ikkje halden.',
      renew: 'Den nye fristen er lagra.',
      withdraw: 'Lovnaden er trekt.',
      reopen: 'Lovnaden er opna igjen.',
      remind: 'Påminninga er lagd i utboksen.'
    },
    remind: 'Send påminning',
    noAddress: 'Kommunen har inga e-postadresse å sende påminning til.',
    summary: 'Lovnaden er ikkje lagra',
    problem: {
      missingText: 'Skriv kva kommunen har lova.',
      longText: (length: number) => `Teksten har ${formatNumber(length, 'nn')} teikn. Kort han ned til høgst 200.`,
      longOwner: (length: number) => `Ansvarleg har ${formatNumber(length, 'nn')} teikn. Kort det ned til høgst 100.`,
      missingDay: 'Skriv ein frist, til dømes 31.12.2025.',
      notDay: (value: string) => `«${value}» er ikkje ein dato. Skriv fristen som 31.12.2025.`,
      past: (value: string) => `Fristen ${value} har vore. Vel ein dag som kjem.`,
      notLater: (value: string) => `Fristen ${value} er ikkje seinare enn den som gjeld no. Vel ein seinare dag.`,
      standing: 'Kommunen har alt ein lovnad om dette som står att. Set ny frist på han i staden.'
    }
  },
  log: {
    title: 'Kontakt med kommunen',
    lead: 'Statsforvaltaren og KORUS ser den same loggen. Slik blir ikkje kommunen ringd opp to gonger.',
    none: 'Ingen har skrive i loggen enno.',
    kind: { call: 'Telefon', meeting: 'Møte', letter: 'Brev', note: 'Notat' },
    kindLabel: 'Kva slags kontakt',
    happenedOn: 'Dato',
    text: 'Kva de snakka om',
    textHint: 'Skriv aldri noko om personar i saker, heller ikkje utan namn.',
    nextOn: 'Neste kontakt',
    nextHint: 'Kan stå tomt',
    nextSide: 'Kven tek neste kontakt',
    save: 'Lagre i loggen',
    add: 'Skriv i loggen',
    by: (date: string, kind: string, who: string, side: string) => `${date}: ${kind}, ${who} (${side})`,
    next: (date: string, side: string) => `Neste kontakt ${date}: ${side}`,
    nextDone: (date: string) => `Avtalt kontakt ${date} er gjord`,
    finish: 'Merk som gjord',
    remove: 'Fjern',
    removeThat: (date: string) => `Fjern det du skreiv ${date}`,
    korusCalled: (date: string, who: string) => `Siste kontakt: ${date}, ${who}`,
    done: {
      added: 'Kontakten er lagra.',
      removed: 'Kontakten er fjerna.',
      finished: 'Den avtalte kontakten er gjord.'
    },
    summary: 'Kontakten er ikkje lagra',
    problem: {
      missing: 'Skriv kva notatet gjeld.',
      tooLong: (length: number) => `Teksten har ${formatNumber(length, 'nn')} teikn. Kort han ned til høgst 1000.`,
      number: 'Teksten ser ut til å ha eit fødselsnummer. Ta det bort: her skal det ikkje stå noko om personar.',
      notDay: (value: string) => `«${value}» er ikkje ein dato. Skriv han som 31.12.2025.`,
      past: (value: string) => `Neste kontakt ${value} har vore. Vel ein dag som kjem.`,
      future: (value: string) => `Datoen ${value} har ikkje vore enno. Skriv dagen de hadde kontakt.`
    }
  },
  letter: {
    title: (town: string) => `Brev til ${town}`,
    write: 'Skriv brev',
    lead: 'Brevet er fylt ut med det som gjeld no, på målforma til kommunen. Du kan endre teksten, men det som er henta frå svara og lovnadene, må stå.',
    kind: {
      silence: 'Om manglande svar',
      duties: 'Om plikter som ikkje er på plass',
      promise: 'Om lovnader som ikkje er haldne'
    },
    none: 'Det er ikkje noko å skrive brev om no.',
    to: (email: string) => `Blir sendt til ${email}`,
    noAddress: 'Kommunen har inga e-postadresse. Last ned brevet og send det på ein annan måte.',
    subjectLabel: 'Emne',
    bodyLabel: 'Brev',
    send: 'Send brevet',
    docx: 'Last ned som Word',
    pdf: 'Last ned som PDF',
    sent: 'Brevet er lagt i utboksen og skrive i loggen.',
    summary: 'Brevet er ikkje sendt',
    problem: {
      missingSubject: 'Skriv eit emne.',
      missingBody: 'Skriv brevet.',
      tooLong: (length: number, most: number) =>
        `Teksten har ${formatNumber(length, 'nn')} teikn. Kort han ned til høgst ${formatNumber(most, 'nn')}.`,
      fact: (value: string) => `«${value}» gjeld no, men står ikkje i brevet. Set det inn igjen.`
    },
    subject: {
      silence: 'Vi manglar svar frå kommunen',
      duties: 'Oppfølging av rådgjevande eining for russaker',
      promise: 'Oppfølging av det kommunen har lova'
    },
    greeting: (town: string) => `Til ${town} kommune`,
    opening: {
      silence: 'Vi kan ikkje sjå at kommunen har svart på kartlegginga av rådgjevande eining for russaker i',
      duties: 'Etter det kommunen sjølv har svart, er dette ikkje på plass for rådgjevande eining for russaker:',
      promise: 'Kommunen har opplyst at dette skulle vere gjort:'
    },
    due: (what: string, date: string) => `${what}, frist ${date}`,
    closing: {
      silence: 'Ta kontakt med oss om de treng hjelp til å svare. Også «ingen saker» er eit svar.',
      duties: 'Vi ber dykk svare på når dette blir gjort, og kven som er ansvarleg.',
      promise: 'Vi ber dykk svare på om dette er gjort, eller når det blir gjort.'
    },
    regards: 'Vennleg helsing',
    page: (page: number, pages: number) => `Side ${page} av ${pages}`
  },
  reminder: {
    subject: (what: string) => `Påminning: ${what}`,
    body: (town: string, what: string, date: string, writer: string) =>
      `Til ${town}\n\nKommunen har opplyst at dette skal vere på plass innan ${date}: ${what}.\n\n` +
      `Gi oss gjerne beskjed når det er gjort, eller om de treng meir tid.\n\nVennleg helsing\n${writer}\n`
  }
};
