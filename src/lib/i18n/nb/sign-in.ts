export const signIn = {
  title: 'Logg inn',
  lead: 'Skriv e-postadressen din. Du får en lenke som virker én gang, i 15 minutter.',
  needed: 'Logg inn for å se siden. Etterpå kommer du tilbake hit.',
  signedIn: (name: string) => `Du er logget inn som ${name}.`,
  onward: 'Gå videre',
  stranded:
    'Innlogging er ikke satt opp her ennå. Med lenke på e-post kan du bare svare for en kommune. Ta kontakt med den som inviterte deg.',
  email: 'E-postadresse',
  emailExample: 'For eksempel kari@kommunen.no',
  send: 'Send meg en lenke',
  invalid: (value: string) => `«${value}» er ikke en e-postadresse. Skriv den slik: navn@virksomhet.no`,
  missing: 'Skriv e-postadressen din',
  sent: (email: string) =>
    `Hvis ${email} har tilgang, er lenken på vei. Den virker i 15 minutter. Sjekk også søppelpost.`,
  inOutbox: 'I demonstrasjonen ligger e-posten i utboksen.',
  openOutbox: 'Åpne utboksen',
  confirmTitle: 'Logg inn i Regionspeil',
  confirmLead: 'Trykk på knappen for å logge inn. Lenken kan brukes én gang.',
  confirm: 'Logg inn',
  expired: 'Lenken er brukt eller utløpt',
  expiredHelp: 'En lenke virker én gang, i 15 minutter.',
  askAgain: 'Be om en ny lenke',
  mailSubject: 'Lenke til Regionspeil',
  mailBody: (link: string) =>
    `Hei\n\nHer er lenken din til Regionspeil:\n${link}\n\nDen virker én gang, i 15 minutter.\nHar du ikke bedt om den, kan du se bort fra denne e-posten.\n`,
  outboxTitle: 'Utboks',
  outboxLead: 'Demonstrasjonen sender ikke ut e-post. Det som ville blitt sendt, ligger her.',
  outboxEmpty: 'Utboksen er tom.',
  to: 'Til'
};
