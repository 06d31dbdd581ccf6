import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const questions: Messages['questions'] = {
  link: 'Spørsmål',
  title: (round: string) => `Spørsmåla i ${round}`,
  lead: 'Kjernen er lik i alle regionane, så tala kan leggjast saman. Eigne spørsmål kjem etter kjernen.',
  count: (count: number, own: number) =>
    `Skjemaet har ${number(count)} spørsmål${own === 0 ? '' : `, ${number(own)} av dei eigne`}. Kort skjema gjev fleire svar.`,
  core: (title: string, version: number) => `Kjernen: ${title}, versjon ${number(version)}`,
  coreLocked: 'Kjernen kan ikkje endrast her.',
  own: 'Eigne spørsmål i regionen',
  ownNone: 'Regionen har ingen eigne spørsmål i denne runden.',
  sets: {
    heading: 'Ferdige spørsmål',
    add: (size) => `Legg til alle (${number(size)})`,
    source: (source) => `Kjelde: ${source}`
  },
  frozen: 'Spørsmåla er låste, for kartlegginga er opna.',
  full: (most: number) =>
    `Regionen har ${number(most)} eigne spørsmål, og fleire blir for mykje for kommunane. Fjern eitt først.`,
  code: 'Kode',
  question: 'Spørsmål',
  type: 'Svartype',
  types: { count: 'Tal på noko', choice: 'Val mellom svar', text: 'Kort tekst', url: 'Nettadresse', month: 'Månad' },
  required: 'Kommunen må svare',
  optional: 'Kan stå tomt',
  moveUp: (name: string) => `Flytt «${name}» opp`,
  moveDown: (name: string) => `Flytt «${name}» ned`,
  up: 'Opp',
  down: 'Ned',
  edit: 'Endre',
  editOne: (name: string) => `Endre «${name}»`,
  remove: 'Fjern',
  removeOne: (name: string) => `Fjern «${name}»`,
  removed: (name: string) => `«${name}» er fjerna.`,
  undo: 'Angre',
  saved: (name: string) => `«${name}» er lagra.`,
  preview: 'Sjå skjemaet slik kommunane får det',
  add: 'Legg til eit spørsmål',
  editTitle: 'Endre spørsmålet',
  save: 'Lagre spørsmålet',
  cancel: 'Avbryt',
  text: 'Spørsmål',
  definition: 'Forklaring',
  definitionHint: 'éi linje som seier kva som skal reknast med.',
  options: 'Svara det blir valt mellom',
  optionsHint: 'Blir berre brukt når svartypen er «Val mellom svar». «Veit ikkje» kjem av seg sjølv.',
  option: (place: number) => `Svar ${number(place)}`,
  moreOptions: 'Fleire svar',
  languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  inLanguage: (label: string, language: string) => `${label}, ${language}`,
  lineage: 'Spør de om det same som sist?',
  lineageHint: 'Spørsmålet var med i førre runde, og orda er endra.',
  same: 'Ja, berre orda er nye. Tala kan samanliknast.',
  changed: 'Nei, noko anna enn sist. Tidsserien blir broten, og brotet blir merkt.',
  note: 'Kva er annleis?',
  problems: {
    title: (count: number) => (count === 1 ? 'Éin ting må rettast' : `${number(count)} ting må rettast`),
    missing: (label: string) => `Skriv ${label}.`,
    too_long: (label: string) => `Teksten er for lang: ${label}. Kort han ned.`,
    unknown_type: (_label: string, value: string) => `Vel ein svartype. «${value}» finst ikkje.`,
    too_few_options: () => 'Skriv minst to svar å velje mellom.',
    same_option: (_label: string, value: string) => `Svaret «${value}» står to gonger. Endre det eine.`,
    lineage_missing: () => 'Sei om spørsmålet er det same som sist. Eit spørsmål med ny svartype er alltid eit anna.'
  },
  previewPage: {
    title: 'Slik ser kommunane skjemaet',
    lead: 'Du kan prøve felta. Ingenting blir lagra eller sendt.',
    back: 'Tilbake til spørsmåla',
    language: 'Målform',
    english: 'På engelsk, slik det står i opne data'
  },
  changes: {
    title: (round: string) => `Spørsmåla i ${round}`,
    lead: 'Kva kommunane vart spurde om, og kva som er endra sidan førre runde.',
    since: (round: string) => `Endra sidan ${round}`,
    first: 'Dette er den første runden i regionen. Alle spørsmål er nye.',
    none: 'Ingen spørsmål er endra.',
    all: 'Alle spørsmåla',
    code: 'Kode',
    question: 'Spørsmål',
    definition: 'Forklaring',
    kind: 'Sidan sist',
    before: (text: string) => `Før: «${text}»`,
    kinds: {
      same: 'uendra',
      reworded: 'nye ord, same spørsmål',
      changed: 'endra – tidsserien blir broten her',
      new: 'nytt',
      removed: 'teke ut'
    },
    link: 'Spørsmåla og endringar sidan sist',
    back: 'Tilbake til statistikken'
  }
};
