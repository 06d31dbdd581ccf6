import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

export const questions = {
  link: 'Spørsmål',
  title: (round: string) => `Spørsmålene i ${round}`,
  lead: 'Kjernen er lik i alle regionene, så tallene kan legges sammen. Egne spørsmål kommer etter kjernen.',
  count: (count: number, own: number) =>
    `Skjemaet har ${number(count)} spørsmål${own === 0 ? '' : `, ${number(own)} av dem egne`}. Kort skjema gir flere svar.`,
  core: (title: string, version: number) => `Kjernen: ${title}, versjon ${number(version)}`,
  coreLocked: 'Kjernen kan ikke endres her.',
  own: 'Egne spørsmål i regionen',
  ownNone: 'Regionen har ingen egne spørsmål i denne runden.',
  sets: {
    heading: 'Ferdige spørsmål',
    add: (size: number) => `Legg til alle (${number(size)})`,
    source: (source: string) => `Kilde: ${source}`
  },
  frozen: 'Spørsmålene er låst, for kartleggingen er åpnet.',
  full: (most: number) =>
    `Regionen har ${number(most)} egne spørsmål, og flere blir for mye for kommunene. Fjern ett først.`,
  code: 'Kode',
  question: 'Spørsmål',
  type: 'Svartype',
  types: { count: 'Antall', choice: 'Valg mellom svar', text: 'Kort tekst', url: 'Nettadresse', month: 'Måned' },
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
  removed: (name: string) => `«${name}» er fjernet.`,
  undo: 'Angre',
  saved: (name: string) => `«${name}» er lagret.`,
  preview: 'Se skjemaet slik kommunene får det',
  add: 'Legg til et spørsmål',
  editTitle: 'Endre spørsmålet',
  save: 'Lagre spørsmålet',
  cancel: 'Avbryt',
  text: 'Spørsmål',
  definition: 'Forklaring',
  definitionHint: 'én linje som sier hva som skal regnes med.',
  options: 'Svarene det velges mellom',
  optionsHint: 'Brukes bare når svartypen er «Valg mellom svar». «Vet ikke» kommer av seg selv.',
  option: (place: number) => `Svar ${number(place)}`,
  moreOptions: 'Flere svar',
  languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  inLanguage: (label: string, language: string) => `${label}, ${language}`,
  lineage: 'Spør dere om det samme som sist?',
  lineageHint: 'Spørsmålet var med i forrige runde, og ordene er endret.',
  same: 'Ja, bare ordene er nye. Tallene kan sammenlignes.',
  changed: 'Nei, noe annet enn sist. Tidsserien brytes, og brytningen merkes.',
  note: 'Hva er annerledes?',
  problems: {
    title: (count: number) => (count === 1 ? 'Én ting må rettes' : `${number(count)} ting må rettes`),
    missing: (label: string) => `Skriv ${label}.`,
    too_long: (label: string) => `Teksten er for lang: ${label}. Kort den ned.`,
    unknown_type: (_label: string, value: string) => `Velg en svartype. «${value}» finnes ikke.`,
    too_few_options: () => 'Skriv minst to svar å velge mellom.',
    same_option: (_label: string, value: string) => `Svaret «${value}» står to ganger. Endre det ene.`,
    lineage_missing: () => 'Si om spørsmålet er det samme som sist. Et spørsmål med ny svartype er alltid et annet.'
  },
  previewPage: {
    title: 'Slik ser kommunene skjemaet',
    lead: 'Du kan prøve feltene. Ingenting blir lagret eller sendt.',
    back: 'Tilbake til spørsmålene',
    language: 'Målform',
    english: 'På engelsk, slik det står i åpne data'
  },
  changes: {
    title: (round: string) => `Spørsmålene i ${round}`,
    lead: 'Hva kommunene ble spurt om, og hva som er endret siden forrige runde.',
    since: (round: string) => `Endret siden ${round}`,
    first: 'Dette er den første runden i regionen. Alle spørsmål er nye.',
    none: 'Ingen spørsmål er endret.',
    all: 'Alle spørsmålene',
    code: 'Kode',
    question: 'Spørsmål',
    definition: 'Forklaring',
    kind: 'Siden sist',
    before: (text: string) => `Før: «${text}»`,
    kinds: {
      same: 'uendret',
      reworded: 'nye ord, samme spørsmål',
      changed: 'endret – tidsserien brytes her',
      new: 'nytt',
      removed: 'tatt ut'
    },
    link: 'Spørsmålene og endringer siden sist',
    back: 'Tilbake til statistikken'
  }
};
