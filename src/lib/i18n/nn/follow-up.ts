import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommunar'}`;
const letters = (count: number) => `${number(count)} brev`;

export const followUp = {
  title: 'Oppfølging',
  heading: (round: string) => `Oppfølging: ${round}`,
  lead: 'Dei som ikkje har svart: kven du når dei gjennom, siste brev og neste samtale.',
  back: 'Tilbake til oppfølginga',
  toPlan: 'Plan og utsending',
  toLetters: 'Tekstane i breva',
  toCsv: 'Last ned ringelista (CSV for Excel)',
  print: 'Skriv ut sida for å få ei ringeliste på papir.',
  view: 'Vis',
  views: {
    silent: 'Alle som ikkje har svart',
    today: 'Ring i dag',
    no_address: 'Utan adresse',
    bounced: 'Returnert',
    promised: 'Lova svar'
  },
  county: 'Fylke',
  allCounties: 'Alle fylke',
  show: 'Vis lista',
  found: (shown: number, all: number) => `${municipalities(shown)} av ${number(all)} som ikkje har svart`,
  emptyAll: 'Alle har svart. Ingen å følgje opp.',
  emptyView: 'Ingen kommunar passar til utvalet. Vel «Alle som ikkje har svart» for å sjå resten.',
  choose: 'Vel',
  chooseOne: (name: string) => `Vel ${name}`,
  chooseAll: 'Vel alle i lista',
  municipality: 'Kommune',
  contact: 'Kontakt',
  lastLetter: 'Siste brev',
  next: 'Neste',
  note: 'Notat',
  noAddress: 'Inga e-postadresse',
  noLetter: 'Ikkje skrive til',
  bounced: 'returnert',
  draft: (moment: string) => `Utkast lagra ${moment}`,
  extended: (date: string) => `Utsett til ${date}`,
  callOn: (date: string) => `Ring ${date}`,
  promisedFor: (date: string) => `Lova svar ${date}`,
  broken: (date: string) => `Lova svar ${date}, ikkje halde`,
  language: { nb: 'bokmål', nn: 'nynorsk' },
  kinds: { invitation: 'Invitasjon', reminder: 'Påminning', last_reminder: 'Siste påminning' },
  otherKinds: { handover: 'Om tilgang til svaret', other: 'Anna' },
  letterStatus: {
    queued: 'i kø',
    sent: 'sendt',
    failed: 'ikkje levert',
    bounced: 'returnert',
    dropped: 'ikkje sendt',
    deferred: 'utsett, prøver igjen'
  },
  letterLine: (kind: string, date: string, status: string) => `${kind} ${date}, ${status}`,
  hindrance: {
    round_closed: 'runden tek ikkje imot svar no',
    answered: 'har svart',
    covered: 'dekt av ein vertskommune',
    declined: 'vil ikkje svare',
    extended: 'har fått utsett frist',
    read_only: 'svara er låste av kommunen',
    no_address: 'utan adresse',
    replaced: 'kontakten er bytt',
    bounced: 'adressa er returnert',
    already: 'har fått brevet i denne utsendinga',
    recently: 'fekk brev for mindre enn tre dagar sidan',
    not_chosen: 'ikkje vald'
  },
  cancelled: 'utsendinga vart avlyst',
  reason: {
    told: 'meldt av rådgjevar',
    '5.1.1': 'adressa finst ikkje',
    '5.2.2': 'postkassa er full',
    refused: (code: string) => `mottakaren avviser e-posten (${code})`
  },
  notes: {
    add: 'Nytt notat',
    addFor: (name: string) => `Nytt notat om ${name}`,
    text: 'Kva vart sagt?',
    outcome: 'Utfall',
    outcomes: {
      note: 'Berre eit notat',
      no_answer: 'Ingen tok telefonen',
      talked: 'Snakka saman',
      promised: 'Lova svar',
      wrong_contact: 'Feil kontakt'
    },
    nextDate: 'Ring igjen',
    promisedFor: 'Lova til',
    dateHint: 'Til dømes 3.2.2026',
    save: 'Lagre notatet',
    added: (name: string) => `Notatet om ${name} er lagra.`,
    changed: (name: string) => `Notatet om ${name} er endra.`,
    removed: (name: string) => `Notatet om ${name} er fjerna.`,
    undo: 'Angre',
    change: 'Endre',
    remove: 'Fjern',
    removeThat: (moment: string) => `Fjern notatet frå ${moment}`,
    title: 'Notat',
    lead: 'Notata blir berre viste for rådgjevarane i regionen. Skriv om avtalen, ikkje om personar i saker.',
    none: 'Ingen notat enno.',
    by: (moment: string, name: string) => `${moment}, ${name}`,
    someone: 'ein rådgjevar',
    edited: 'endra',
    problem: {
      textMissing: 'Skriv kva som vart sagt, eller vel eit utfall',
      textTooLong: (length: number) => `Notatet har ${number(length)} teikn. Bruk høgst 1000`,
      notDay: (value: string) => `«${value}» er ikkje ein dato. Skriv han slik: 3.2.2026`,
      past: (value: string) => `${value} har vore. Vel i dag eller ein dag framover`,
      promiseMissing: 'Skriv datoen svaret er lova til'
    },
    summary: 'Notatet er ikkje lagra'
  },
  bulk: {
    title: 'Skriv til dei du har valt',
    step: 'Utsending',
    lead: 'Vel kommunar i lista. Utan val blir alle som ikkje har svart, tekne med.',
    noSteps: 'Inga utsending er planlagd.',
    addStep: 'Planlegg ei utsending',
    preview: 'Førehandsvis',
    stepName: (kind: string, date: string) => `${kind}, ${date}`
  },
  plan: {
    title: 'Plan og utsending',
    lead: 'Ingenting blir sendt av seg sjølv. Når dagen kjem, førehandsviser du og sender.',
    none: 'Ingen utsendingar er planlagde. Legg til den første under.',
    what: 'Brev',
    when: 'Dag',
    status: 'Status',
    statuses: {
      planned: 'planlagd',
      sending: 'blir sendt',
      paused: 'på pause',
      sent: 'sendt',
      cancelled: 'avlyst'
    },
    due: 'på tide',
    counts: 'Breva',
    count: { queued: 'i kø', sent: 'sendt', failed: 'ikkje levert', bounced: 'returnert', dropped: 'ikkje sendt' },
    actions: 'Gjer',
    events: { send: 'Førehandsvis og send', pause: 'Set på pause', resume: 'Hald fram', cancel: 'Avlys' },
    eventOf: (event: string, step: string) => `${event}: ${step}`,
    queuedNow: (count: number) => `${letters(count)} er lagde i utboksen og blir sende no.`,
    changed: { pause: 'Utsendinga står på pause.', resume: 'Utsendinga held fram.', cancel: 'Utsendinga er avlyst.' },
    add: 'Legg til ei utsending',
    kind: 'Kva brev',
    day: 'Kva dag',
    submit: 'Legg til',
    added: 'Utsendinga er lagd i planen.',
    problem: {
      kind: 'Vel kva brev det er',
      day: (value: string) =>
        value === '' ? 'Skriv dagen brevet skal sendast' : `«${value}» er ikkje ein dato. Skriv han slik: 3.2.2026`
    },
    summary: 'Utsendinga er ikkje lagd til',
    stepChanged: 'Utsendinga er endra i mellomtida. Gå tilbake til planen og sjå korleis ho står.',
    rate: (perMinute: number) => `Breva går ut med høgst ${number(perMinute)} i minuttet.`
  },
  sending: {
    title: (kind: string) => `Send: ${kind}`,
    missing: 'Vel ei utsending i planen.',
    ended: 'Denne utsendinga er send, eller avlyst. Planlegg ei ny for å skrive igjen.',
    to: (count: number) => `Dette går til ${municipalities(count)}`,
    nobody: 'Ingen får dette brevet no. Grunnane står under.',
    not: (count: number) => `Ikkje til ${municipalities(count)}`,
    because: 'Grunn',
    who: 'Kommunar',
    submit: (count: number) => `Send ${letters(count)}`,
    again: 'Før kvart brev går, sjekkar vi på nytt. Den som svarer i mellomtida, får ikkje brevet.',
    letterTo: (name: string, email: string, language: string) => `${name}: ${email}, ${language}`,
    linkPlace: '(kommunen si eiga svarlenke)',
    subject: 'Emne',
    confirm: 'Tala i runden er ikkje melde inn av kommunane. Eg vil likevel skrive til dei.',
    confirmMissing: 'Kryss av for at du vil skrive til kommunane, eller gå tilbake.',
    nobodyLeft: 'Ingen skal ha brevet no. Dei som var valde, har svart eller skal ikkje ha det av ein annan grunn.'
  },
  wording: {
    title: 'Tekstane i breva',
    lead: 'Kvar kommune får brevet på si målform. Endringar gjeld berre denne runden.',
    which: 'Brev og målform',
    open: 'Opne teksten',
    nameOf: (kind: string, language: string) => `${kind}, ${language}`,
    own: 'eigen tekst',
    subject: 'Emne',
    body: 'Brevet',
    placeholders: 'Dette blir fylt inn for kvar kommune:',
    meaning: {
      kommune: 'namnet på kommunen',
      frist: 'svarfristen',
      lenke: 'kommunen si eiga svarlenke',
      runde: 'namnet på runden',
      rådgiver: 'namnet ditt'
    },
    save: 'Lagre teksten',
    saved: 'Teksten er lagra.',
    standard: 'Bruk standardteksten',
    restored: 'Standardteksten er tilbake.',
    preview: 'Slik ser det ut',
    summary: 'Teksten er ikkje lagra',
    problem: {
      subjectMissing: 'Skriv eit emne',
      bodyMissing: 'Skriv brevet',
      linkMissing: 'Brevet manglar {lenke}. Utan ho kan ikkje kommunen svare',
      linkOutside: 'Lenka kan ikkje stå i emnet, som andre kan sjå. Ta bort {lenke}',
      unknown: (value: string) => `${value} kan ikkje fyllast inn. Bruk ein av dei som står over`,
      tooLong: (length: number, most: number) => `Teksten har ${number(length)} teikn. Bruk høgst ${number(most)}`
    }
  },
  town: {
    heading: (name: string) => `Oppfølging av ${name}`,
    toReport: 'Sjå svaret, og byt kontakt',
    contacts: 'Kontakt',
    none: 'Kommunen har ingen kontakt i runden. Byt kontakt for å leggje inn ein.',
    writesTo: 'Runden skriv til',
    person: 'Person',
    mailbox: 'Felles postkasse',
    phone: 'Telefon',
    former: 'Før',
    bouncedAt: (date: string, reason: string) => `E-post kom i retur ${date}: ${reason}.`,
    mark: 'Merk adressa som returnert',
    marked: 'Adressa er merkt som returnert. Kommunen får ingen brev før ho er i orden.',
    clear: 'Adressa verkar igjen',
    cleared: 'Adressa er i orden igjen.',
    details: 'Telefon, målform og postkasse',
    language: 'Målform i brev',
    save: 'Lagre opplysningane',
    saved: 'Opplysningane er lagra.',
    problem: {
      phone: (value: string) => `«${value}» er ikkje eit telefonnummer. Bruk berre tal, mellomrom og +`,
      mailbox: (value: string) => `«${value}» er ikkje ei e-postadresse. Skriv ho slik: postmottak@kommunen.kommune.no`
    },
    summary: 'Opplysningane er ikkje lagra',
    letters: 'Brev',
    noLetters: 'Ingen brev er sende i denne runden.',
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
    extended: 'Utsett til',
    nextDate: 'Ring igjen',
    promisedFor: 'Lova til',
    state: 'Status',
    lastNote: 'Siste notat',
    states: {
      broken_promise: 'lovnad ikkje halden',
      due: 'ring i dag',
      promised: 'lova svar',
      later: 'ring seinare',
      none: 'inga avtale'
    }
  },
  mail: {
    invitation: {
      subject: 'Regionspeil: {kommune} kan svare no',
      body: 'Hei\n\n{kommune} er med i kartlegginga {runde}. Fristen er {frist}.\n\nSvar her:\n{lenke}\n\nDet tek to minutt om de ikkje har hatt saker, og rundt ti om de har. Lenka er den same heile tida, og de kan gjere ferdig svaret seinare.\n\nEr det ikkje du som skal svare? Opne lenka og vel kven det er.\n\nHelsing {rådgiver}\n'
    },
    reminder: {
      subject: 'Regionspeil: vi ventar på svaret frå {kommune}',
      body: 'Hei\n\nVi har ikkje fått svar frå {kommune} i kartlegginga {runde}. Fristen er {frist}.\n\nSvar her, med same lenka som før:\n{lenke}\n\nTreng de meir tid, eller er det ein annan som skal svare? Gi beskjed, så ordnar vi det.\n\nHelsing {rådgiver}\n'
    },
    last_reminder: {
      subject: 'Regionspeil: siste påminning til {kommune}',
      body: 'Hei\n\nDette er den siste påminninga om kartlegginga {runde}. Fristen er {frist}, og vi manglar svar frå {kommune}.\n\nSvar her, med same lenka som før:\n{lenke}\n\nUtan svar står kommunen som ikkje svart i statistikken. Ring meg gjerne om noko er uklart.\n\nHelsing {rådgiver}\n'
    }
  }
} satisfies Messages['followUp'];
