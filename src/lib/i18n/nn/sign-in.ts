import type { Messages } from '#lib/i18n/nb.ts';

export const signIn: Messages['signIn'] = {
  title: 'Logg inn',
  lead: 'Skriv e-postadressa di. Du får ei lenke som verkar éin gong, i 15 minutt.',
  needed: 'Logg inn for å sjå sida. Etterpå kjem du tilbake hit.',
  signedIn: (name: string) => `Du er logga inn som ${name}.`,
  onward: 'Gå vidare',
  stranded:
    'Innlogging er ikkje sett opp her enno. Med lenke på e-post kan du berre svare for ein kommune. Ta kontakt med den som inviterte deg.',
  email: 'E-postadresse',
  emailExample: 'Til dømes kari@kommunen.no',
  send: 'Send meg ei lenke',
  invalid: (value: string) => `«${value}» er ikkje ei e-postadresse. Skriv ho slik: namn@verksemd.no`,
  missing: 'Skriv e-postadressa di',
  sent: (email: string) =>
    `Dersom ${email} har tilgang, er lenka på veg. Ho verkar i 15 minutt. Sjekk søppelposten òg.`,
  inOutbox: 'I demonstrasjonen ligg e-posten i utboksen.',
  openOutbox: 'Opne utboksen',
  confirmTitle: 'Logg inn i Regionspeil',
  confirmLead: 'Trykk på knappen for å logge inn. Lenka kan brukast éin gong.',
  confirm: 'Logg inn',
  expired: 'Lenka er brukt eller har gått ut',
  expiredHelp: 'Ei lenke verkar éin gong, i 15 minutt.',
  askAgain: 'Be om ei ny lenke',
  mailSubject: 'Lenke til Regionspeil',
  mailBody: (link: string) =>
    `Hei\n\nHer er lenka di til Regionspeil:\n${link}\n\nHo verkar éin gong, i 15 minutt.\nHar du ikkje bede om ho, kan du sjå bort frå denne e-posten.\n`,
  outboxTitle: 'Utboks',
  outboxLead: 'Demonstrasjonen sender ikkje ut e-post. Det som ville ha vorte sendt, ligg her.',
  outboxEmpty: 'Utboksen er tom.',
  to: 'Til'
};
