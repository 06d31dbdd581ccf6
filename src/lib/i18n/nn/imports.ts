import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber, numberInText, sentenceCase } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const rows = (count: number) => `${numberInText(count, 'nn', 'feminine')} ${count === 1 ? 'rad' : 'rader'}`;

export const imports: Messages['imports'] = {
  title: (round) => `Importer svar: ${round}`,
  link: 'Importer svar',
  lead: 'Lim inn rader frå Excel, eller vel ei fil. Du ser og kan rette kvar rad før noko blir lagra.',
  template: 'Last ned malen for runden',
  templateWhy: 'Malen har ei rad for kvar kommune, med det som er svart så langt. Ei tom celle endrar ingenting.',
  closed: 'Runden tek ikkje imot svar no. Du kan laste ned malen, men ikkje importere.',
  paste: 'Lim inn cellene her',
  pasteHint: 'Ta med rada med overskrifter. Kommunen kan stå med nummer eller namn.',
  file: 'Eller vel ei fil',
  fileHint: 'CSV eller tekst lagra frå Excel, ikkje sjølve arbeidsboka.',
  drop: 'Du kan òg sleppe fila her.',
  read: 'Les radene',
  reading: (count, megabytes) => `Les: ${number(count)} rader, ${megabytes} MB`,
  cancel: 'Avbryt',
  again: 'Start på nytt',
  refused: {
    empty: 'Det er ingen rader her. Lim inn cellene, eller vel ei fil.',
    workbook: 'Fila er ei Excel-bok. Lagre ho som «CSV UTF-8» i Excel, eller kopier cellene og lim dei inn.',
    not_text: 'Fila kan ikkje lesast som tekst. Lagre ho som «CSV UTF-8» i Excel, og prøv igjen.',
    quotes: (line) => `Linje ${number(line)} har eit hermeteikn som ikkje stemmer. Rett linja, og prøv igjen.`,
    tooManyRows: (most) =>
      `Utan JavaScript kan du lese høgst ${number(most)} rader om gongen. Del opp, eller slå på JavaScript.`,
    tooLarge: (most) => `Fila er for stor. Ho kan ha høgst ${number(most)} rader.`,
    failed: 'Radene vart ikkje lesne. Prøv igjen, eller lim dei inn.'
  },
  unused: (headings) => `Ikkje i bruk: ${headings}. Skal dei med? Vel over kolonnen kva han er.`,
  above: (lines) => `Linje ${lines} står over overskriftene og er ikkje lesen.`,
  counts: (ready, refused) =>
    `${sentenceCase(rows(ready))} ${ready === 1 ? 'klar' : 'klare'}, ${numberInText(refused, 'nn', 'feminine')} med feil`,
  also: {
    asks: (count) => `${rows(count)} ventar på at du stadfestar`,
    unchanged: (count) => `${rows(count)} alt lagra, uendra`,
    blank: (count) => `${rows(count)} utan svar`,
    skipped: (count) => `${rows(count)} hoppa over`
  },
  errors: (count) => `Feil i ${rows(count)}`,
  mostShown: (shown) => `Dei første ${numberInText(shown, 'nn')} er viste her. Alle står i tabellen.`,
  grid: 'Radene som vart lesne',
  row: 'Rad',
  rowNumber: (line) => `Rad ${number(line)}`,
  state: 'Status',
  skip: 'Hopp over',
  replace: (version) => `Byt ut versjon ${number(version)}`,
  use: (heading) => `Kva kolonnen «${heading}» er`,
  column: (place) => `Kolonne ${number(place)}`,
  uses: { unused: 'Blir ikkje brukt', number: 'Kommunenummer', name: 'Kommune' },
  cell: (column, line) => `${column}, rad ${number(line)}`,
  states: {
    skipped: 'hoppa over',
    blank: 'utan svar',
    unchanged: 'uendra',
    ready: 'klar',
    asks: 'stadfest',
    refused: 'feil'
  },
  onlyProblems: 'Vis berre rader med feil eller spørsmål',
  check: 'Kontroller på nytt',
  page: (from, to, total) => `Rad ${number(from)} til ${number(to)} av ${number(total)}`,
  previous: 'Førre rader',
  next: 'Neste rader',
  save: (ready, total) => `Lagre ${number(ready)} av ${number(total)}`,
  partial: (refused) =>
    `${sentenceCase(rows(refused))} med feil eller spørsmål blir ikkje lagra. Eg vil lagre resten no.`,
  partialFirst: 'Kryss av for at radene med feil ikkje blir lagra, eller rett dei først.',
  nothing: 'Ingen rader er klare til å lagrast.',
  saving: (done, total) => `Lagrar: ${number(done)} av ${number(total)}`,
  saveFailed: 'Nokre rader vart ikkje lagra. Det som er lagra, blir ikkje lagra to gonger. Prøv igjen.',
  done: (stored) => `${sentenceCase(rows(stored))} er lagra.`,
  doneAlso: {
    unchanged: (count) => `${sentenceCase(rows(count))} var alt lagra, uendra.`,
    asks: (count) => `${sentenceCase(rows(count))} vart ikkje lagra: kommunen har sjølv svart i mellomtida.`,
    locked: (count) => `${sentenceCase(rows(count))} vart ikkje lagra: svaret er låst for endringar.`,
    refused: (count) => `${sentenceCase(rows(count))} vart ikkje lagra på grunn av feil.`
  },
  outcome: { stored: 'lagra', unchanged: 'uendra', asks: 'stadfest', locked: 'låst', refused: 'feil' },
  note: {
    no_municipality: 'Rada har ingen kommune. Skriv nummer eller namn, eller hopp over rada',
    unknown_municipality: (value) => `«${value}» er ikkje blant kommunane i runden`,
    ambiguous_municipality: (value) => `Fleire kommunar heiter «${value}». Skriv nummeret`,
    number_and_name: (value) => `Nummeret «${value}» og namnet høyrer til kvar sin kommune`,
    extra_cells: (value) => `Rada har fleire celler enn overskriftene: «${value}»`,
    not_expected: 'Kommunen svarer gjennom ein annan, eller har sagt at han ikkje svarer. Svaret blir likevel lagra',
    zero_without_gate: (question) => `«${question}» er 0. Skriv «Ingen saker» dersom kommunen stadfestar det`,
    contradicts_none: (question, value) => `«${question}» er «${value}», men rada seier òg at det ikkje var saker`,
    withheld_unknown: (question, value) =>
      `«${question}»: «${value}» er eit skjult tal. Skriv talet, eller la cella stå tom`,
    withheld_kept: (question) => `«${question}» er skjult her. Talet som er lagra, blir ståande`,
    not_asked: (question, value) =>
      `«${question}»: «${value}» blir ikkje lagra, for det andre i rada gjer at det ikkje er spurt om`,
    dash_is_zero: (question, value) => `«${question}»: «${value}» er lese som 0`,
    duplicate: (lines) => `Kommunen står òg i rad ${lines}. Hopp over alle unnateke éi`,
    replaces: (version, changes) =>
      `Kommunen har sjølv svart (versjon ${number(version)}). Dette blir endra: ${changes}`,
    change: (question, before, after) => `${question}: ${before} → ${after}`,
    gate_required: 'Rada seier ikkje om det var saker. Skriv talet, eller «Ingen saker»'
  },
  signs: {
    title: 'Slik les vi cellene',
    lines: [
      'Tom celle: endrar ingenting. Ei tom celle er aldri 0.',
      '0: talet er null. Er alt 0, må rada òg seie «Ingen saker» eller «Nei» på om det var saker.',
      '- (strek): 0, som hos SSB. Du får eit varsel, så du kan sjå etter.',
      '.. (to punktum): ikkje oppgitt.',
      '. (punktum) eller «Ikkje aktuelt»: ikkje aktuelt.',
      ': (kolon): talet er skjult i tabellen du har. Det som er lagra, blir ståande.',
      '«Veit ikkje» eller ?: kommunen veit ikkje.'
    ]
  }
};
