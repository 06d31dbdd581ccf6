import { formatNumber, numberInText, sentenceCase } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const rows = (count: number) => `${numberInText(count, 'nb')} ${count === 1 ? 'rad' : 'rader'}`;

export const imports = {
  title: (round: string) => `Importer svar: ${round}`,
  link: 'Importer svar',
  lead: 'Lim inn rader fra Excel, eller velg en fil. Du ser og kan rette hver rad før noe blir lagret.',
  template: 'Last ned malen for runden',
  templateWhy: 'Malen har en rad for hver kommune, med det som er svart så langt. En tom celle endrer ingenting.',
  closed: 'Runden tar ikke imot svar nå. Du kan laste ned malen, men ikke importere.',
  paste: 'Lim inn cellene her',
  pasteHint: 'Ta med raden med overskrifter. Kommunen kan stå med nummer eller navn.',
  file: 'Eller velg en fil',
  fileHint: 'CSV eller tekst lagret fra Excel, ikke selve arbeidsboken.',
  drop: 'Du kan også slippe filen her.',
  read: 'Les radene',
  reading: (count: number, megabytes: string) => `Leser: ${number(count)} rader, ${megabytes} MB`,
  cancel: 'Avbryt',
  again: 'Begynn på nytt',
  refused: {
    empty: 'Det er ingen rader her. Lim inn cellene, eller velg en fil.',
    workbook: 'Filen er en Excel-bok. Lagre den som «CSV UTF-8» i Excel, eller kopier cellene og lim dem inn.',
    not_text: 'Filen kan ikke leses som tekst. Lagre den som «CSV UTF-8» i Excel, og prøv igjen.',
    quotes: (line: number) =>
      `Linje ${number(line)} har et anførselstegn som ikke stemmer. Rett linjen, og prøv igjen.`,
    tooManyRows: (most: number) =>
      `Uten JavaScript kan du lese høyst ${number(most)} rader om gangen. Del opp, eller slå på JavaScript.`,
    tooLarge: (most: number) => `Filen er for stor. Den kan ha høyst ${number(most)} rader.`,
    failed: 'Radene ble ikke lest. Prøv igjen, eller lim dem inn.'
  },
  unused: (headings: string) => `Ikke i bruk: ${headings}. Skal de med? Velg over kolonnen hva den er.`,
  above: (lines: string) => `Linje ${lines} står over overskriftene og er ikke lest.`,
  counts: (ready: number, refused: number) =>
    `${sentenceCase(rows(ready))} ${ready === 1 ? 'klar' : 'klare'}, ${numberInText(refused, 'nb')} med feil`,
  also: {
    asks: (count: number) => `${rows(count)} venter på at du bekrefter`,
    unchanged: (count: number) => `${rows(count)} allerede lagret, uendret`,
    blank: (count: number) => `${rows(count)} uten svar`,
    skipped: (count: number) => `${rows(count)} hoppet over`
  },
  errors: (count: number) => `Feil i ${rows(count)}`,
  mostShown: (shown: number) => `De første ${numberInText(shown, 'nb')} er vist her. Alle står i tabellen.`,
  grid: 'Radene som ble lest',
  row: 'Rad',
  rowNumber: (line: number) => `Rad ${number(line)}`,
  state: 'Status',
  skip: 'Hopp over',
  replace: (version: number) => `Erstatt versjon ${number(version)}`,
  use: (heading: string) => `Hva kolonnen «${heading}» er`,
  column: (place: number) => `Kolonne ${number(place)}`,
  uses: { unused: 'Brukes ikke', number: 'Kommunenummer', name: 'Kommune' },
  cell: (column: string, line: number) => `${column}, rad ${number(line)}`,
  states: {
    skipped: 'hoppet over',
    blank: 'uten svar',
    unchanged: 'uendret',
    ready: 'klar',
    asks: 'bekreft',
    refused: 'feil'
  },
  onlyProblems: 'Vis bare rader med feil eller spørsmål',
  check: 'Kontroller på nytt',
  page: (from: number, to: number, total: number) => `Rad ${number(from)} til ${number(to)} av ${number(total)}`,
  previous: 'Forrige rader',
  next: 'Neste rader',
  save: (ready: number, total: number) => `Lagre ${number(ready)} av ${number(total)}`,
  partial: (refused: number) =>
    `${sentenceCase(rows(refused))} med feil eller spørsmål blir ikke lagret. Jeg vil lagre resten nå.`,
  partialFirst: 'Kryss av for at radene med feil ikke blir lagret, eller rett dem først.',
  nothing: 'Ingen rader er klare til å lagres.',
  saving: (done: number, total: number) => `Lagrer: ${number(done)} av ${number(total)}`,
  saveFailed: 'Noen rader ble ikke lagret. Det som er lagret, blir ikke lagret to ganger. Prøv igjen.',
  done: (stored: number) => `${sentenceCase(rows(stored))} er lagret.`,
  doneAlso: {
    unchanged: (count: number) => `${sentenceCase(rows(count))} var allerede lagret, uendret.`,
    asks: (count: number) => `${sentenceCase(rows(count))} ble ikke lagret: kommunen har selv svart i mellomtiden.`,
    locked: (count: number) => `${sentenceCase(rows(count))} ble ikke lagret: svaret er låst for endringer.`,
    refused: (count: number) => `${sentenceCase(rows(count))} ble ikke lagret på grunn av feil.`
  },
  outcome: { stored: 'lagret', unchanged: 'uendret', asks: 'bekreft', locked: 'låst', refused: 'feil' },
  note: {
    no_municipality: 'Raden har ingen kommune. Skriv nummer eller navn, eller hopp over raden',
    unknown_municipality: (value: string) => `«${value}» er ikke blant kommunene i runden`,
    ambiguous_municipality: (value: string) => `Flere kommuner heter «${value}». Skriv nummeret`,
    number_and_name: (value: string) => `Nummeret «${value}» og navnet hører til hver sin kommune`,
    extra_cells: (value: string) => `Raden har flere celler enn overskriftene: «${value}»`,
    not_expected: 'Kommunen svarer gjennom en annen, eller har sagt at den ikke svarer. Svaret blir likevel lagret',
    zero_without_gate: (question: string) => `«${question}» er 0. Skriv «Ingen saker» hvis kommunen bekrefter det`,
    contradicts_none: (question: string, value: string) =>
      `«${question}» er «${value}», men raden sier også at det ikke var saker`,
    withheld_unknown: (question: string, value: string) =>
      `«${question}»: «${value}» er et skjult tall. Skriv tallet, eller la cellen stå tom`,
    withheld_kept: (question: string) => `«${question}» er skjult her. Tallet som er lagret, blir stående`,
    not_asked: (question: string, value: string) =>
      `«${question}»: «${value}» blir ikke lagret, for det andre i raden gjør at det ikke er spurt om`,
    dash_is_zero: (question: string, value: string) => `«${question}»: «${value}» er lest som 0`,
    duplicate: (lines: string) => `Kommunen står også i rad ${lines}. Hopp over alle unntatt én`,
    replaces: (version: number, changes: string) =>
      `Kommunen har selv svart (versjon ${number(version)}). Dette blir endret: ${changes}`,
    change: (question: string, before: string, after: string) => `${question}: ${before} → ${after}`,
    gate_required: 'Raden sier ikke om det var saker. Skriv antallet, eller «Ingen saker»'
  },
  signs: {
    title: 'Slik leser vi cellene',
    lines: [
      'Tom celle: endrer ingenting. En tom celle er aldri 0.',
      '0: tallet er null. Er alt 0, må raden også si «Ingen saker» eller «Nei» på om det var saker.',
      '- (strek): 0, som hos SSB. Du får et varsel, så du kan se etter.',
      '.. (to punktum): ikke oppgitt.',
      '. (punktum) eller «Ikke aktuelt»: ikke aktuelt.',
      ': (kolon): tallet er skjult i tabellen du har. Det som er lagret, blir stående.',
      '«Vet ikke» eller ?: kommunen vet ikke.'
    ]
  }
};
