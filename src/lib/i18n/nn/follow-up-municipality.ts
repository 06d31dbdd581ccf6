import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const followUpMunicipality = {
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
  }
} satisfies Pick<Messages['followUp'], 'notes' | 'town'>;
