import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** Views of the workbench that are kept, shared and taken away. */
export const views = {
  take: {
    label: 'Ta med deg det som vises',
    png: 'Bilde (PNG)',
    svg: 'Bilde (SVG)',
    csv: 'Tabell (CSV)',
    xlsx: 'Tabell (Excel)',
    copy: 'Kopier lenken',
    copied: 'Lenken er kopiert.',
    notCopied: 'Nettleseren lot oss ikke kopiere. Kopier adressen øverst i nettleseren i stedet.',
    pngFailed: 'Bildet ble ikke laget. Last ned bildet som SVG i stedet.'
  },
  list: {
    title: 'Lagrede visninger',
    none: 'Du har ikke lagret noen visning av denne runden, og ingen har delt en. Lagre en når du vil tilbake til den, eller vise den til en kollega.',
    by: (owner: string) => `delt av ${owner}`,
    own: 'bare for deg',
    shared: 'delt av deg',
    removed: 'Slettede visninger',
    notes: (count: number) => (count === 1 ? '1 notat' : `${number(count)} notater`)
  },
  save: {
    title: 'Lagre denne visningen',
    name: 'Navn på visningen',
    nameHint: 'Si hva den viser, som «Saker per innbygger etter fylke»',
    note: 'Notat (valgfritt)',
    noteHint: 'Hva skal den som åpner visningen se etter?',
    share: 'Del visningen',
    shareHint:
      'Alle som kan åpne analysen av runden, ser delte visninger og notatene til dem. Når runden er lukket, gjelder det også statsforvalteren, som bare har tall fra eget fylke. Skriv derfor ikke tall fra enkeltkommuner.',
    submit: 'Lagre visningen'
  },
  problem: {
    summary: 'Visningen er ikke lagret',
    noteSummary: 'Notatet er ikke lagret',
    nameMissing: 'Skriv et navn på visningen.',
    nameTooLong: (length: number, most: number) => `Navnet har ${number(length)} tegn. Det kan ha ${number(most)}.`,
    noteMissing: 'Skriv noe i notatet.',
    noteTooLong: (length: number, most: number) => `Notatet har ${number(length)} tegn. Det kan ha ${number(most)}.`
  },
  view: {
    back: 'Til analysen',
    made: (owner: string, moment: string) => `Laget av ${owner} ${moment}.`,
    someone: 'noen som ikke lenger har tilgang',
    isShared: 'Delt med alle som kan åpne analysen av runden.',
    isOwn: 'Bare du ser den.',
    open: 'Åpne i analysen',
    change: 'Endre navn eller deling',
    keep: 'Lagre endringene',
    changed: 'Endringene er lagret.',
    remove: 'Slett visningen',
    removedTitle: (name: string) => `Slettet: ${name}`,
    removed: (days: number) =>
      `Visningen er slettet, og ingen andre ser den. Du kan ta den tilbake med alle notatene i ${number(days)} dager.`,
    restore: 'Angre slettingen'
  },
  notes: {
    title: 'Notater',
    none: 'Ingen har skrevet noe om denne visningen ennå.',
    by: (writer: string, moment: string) => `${writer}, ${moment}`,
    add: 'Skriv et notat',
    hint: 'Skriv aldri noe som kan knyttes til en person i en sak.',
    submit: 'Legg til notatet',
    remove: 'Fjern',
    removeThat: (moment: string) => `Fjern notatet fra ${moment}`,
    added: 'Notatet er lagt til.',
    removed: 'Notatet er fjernet.',
    undo: 'Angre'
  },
  sheet: {
    figures: 'Tall',
    explanation: 'Forklaring',
    title: 'Funn',
    measure: 'Mål og runde',
    base: 'Grunnlag',
    kind: 'Type tall',
    notes: 'Merknad',
    blank: 'Tomme felt',
    blankText: 'Et tomt felt er ikke null. Kolonnen Status sier hvorfor tallet mangler.',
    source: 'Kilde',
    address: 'Visningen finnes på',
    made: 'Hentet'
  }
};
