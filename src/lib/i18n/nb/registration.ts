export const registration = {
  title: (municipality: string) => `Registrer svar for ${municipality}`,
  link: 'Registrer et svar for kommunen',
  back: 'Tilbake til kommunen',
  lead: 'For svar du får på telefon, e-post eller papir. Svaret gjelder med en gang, og listene viser hvordan det kom.',
  closed: 'Runden tar ikke imot svar nå.',
  giverTitle: 'Hvem svarte?',
  giver: 'Navn',
  giverWhy: 'Står på kvitteringen til kommunen.',
  position: 'Stilling eller rolle',
  givenOn: 'Dato',
  way: 'Hvordan kom svaret?',
  ways: { phone: 'På telefon', writing: 'På e-post eller papir' },
  wayMeans: 'Et svar på telefon ber vi kommunen bekrefte. Det som kom skriftlig, tar du vare på selv.',
  confirm: 'Jeg har lest svarene opp for den som svarte, eller skrevet dem av slik de sto.',
  replace: (version: number) => `Kommunen har selv sendt inn versjon ${version}. Erstatt den med dette svaret.`,
  submit: 'Registrer svaret',
  softTitle: 'Spør om dette stemmer',
  softSubmit: 'Registrer likevel',
  done: (version: number) => `Svaret er registrert som versjon ${version}.`,
  mailed: (address: string) => `Vi har skrevet til ${address} og bedt kommunen bekrefte svaret.`,
  notMailed: 'Kommunen har ingen kontakt med e-post. Be den du snakket med, om å åpne svarlenken og bekrefte.',
  unchanged: 'Det samme svaret var registrert fra før. Ingenting er endret.',
  locked: 'Svaret er låst for endringer nå.',
  problem: {
    name: 'Skriv navnet på den som svarte',
    nameTooLong: 'Navnet er for langt. Bruk høyst 100 tegn',
    position: 'Skriv stillingen eller rollen til den som svarte',
    positionTooLong: 'Stillingen er for lang. Bruk høyst 100 tegn',
    givenOn: (value: string) => `«${value}» er ikke en dato fram til i dag. Skriv for eksempel 3.2.2025`,
    way: 'Velg hvordan svaret kom',
    confirm: 'Bekreft at svarene er lest opp eller skrevet av',
    replace: 'Kommunen har selv svart. Kryss av for at dette svaret skal erstatte det'
  },
  unconfirmed: 'på telefon, ikke bekreftet',
  registered: (by: string, role: string) => `Registrert av ${by}. Den som svarte: ${role}.`,
  mail: {
    subject: (municipality: string) => `Bekreft svaret for ${municipality}`,
    body: (name: string, municipality: string, round: string, link: string) =>
      `Hei.\n\n${name} svarte for ${municipality} i ${round} på telefon. En rådgiver i KORUS har registrert svaret.\n\nSe om det stemmer, og bekreft eller rett det her:\n${link}\n\nHilsen KORUS`
  }
};
