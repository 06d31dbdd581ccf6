import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

export const followUpMunicipality = {
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
  }
};
