export const shell = {
  frame: {
    productName: 'Regionspeil',
    skipToContent: 'Hopp til hovedinnholdet',
    navigationLabel: 'Hovedmeny',
    languageLabel: 'Språk',
    languageNames: { nb: 'Bokmål', nn: 'Nynorsk' },
    demonstration: 'Demonstrasjon: tallene om enkeltkommuner er syntetiske tall, og ingen e-post blir sendt ut.',
    signIn: 'Logg inn',
    signOut: 'Logg ut',
    footerLabel: 'Bunnmeny',
    attribution: 'Kart og befolkning: Statistisk sentralbyrå (NLOD), Kartverket (CC BY 4.0).'
  },
  statistics: 'Statistikk',
  rounds: 'Kartlegging',
  outbox: 'Utboks',
  front: {
    title: 'Rådgivende enheter for russaker, region for region',
    lead: 'Regionspeil samler kommunenes svar om de rådgivende enhetene og viser hva vi vet, hva vi ikke vet, og hvordan vi vet det.',
    statistics: 'Se statistikken',
    noRounds: 'Ingen runder er åpnet ennå.',
    adviser: 'For rådgivere i KORUS',
    adviserLead: 'Følg svarene i regionen din, og se hvem som mangler.',
    respondent: 'For kommuner',
    respondentLead: 'Åpne lenken dere har fått på e-post. Kontakt KORUS i regionen deres hvis dere ikke har fått den.'
  },
  errors: {
    title: 'Noe gikk galt',
    notFound: 'Vi finner ikke siden',
    notFoundHelp: 'Adressen kan være feil, eller siden kan kreve at du logger inn.',
    unexpected: 'Det oppsto en feil hos oss. Prøv igjen om litt.',
    reference: (id: string) => `Oppgi ${id} hvis du kontakter oss.`,
    roundClosed: 'Runden tar ikke imot svar nå.',
    questionsFrozen: 'Spørsmålene er låst, for kartleggingen er åpnet.',
    tryAgain: 'Noen andre har endret dette samtidig. Last siden på nytt og prøv igjen.',
    unreadable: 'Forespørselen kunne ikke leses. Gå tilbake og prøv igjen.',
    tooLarge: 'Det som ble sendt, er for stort. Gå tilbake, gjør det kortere og prøv igjen.',
    foreign: 'Skjemaet ble sendt fra en annen side enn vår. Åpne siden på nytt og prøv igjen.',
    tooMany: (minutes: number) =>
      `Det har kommet for mange forespørsler. Prøv igjen om ${minutes === 1 ? 'ett minutt' : `${minutes} minutter`}.`,
    signedOut: {
      title: 'Du er logget ut',
      kept: 'Det du skrev er ikke mistet, men det er ikke lagret ennå. Slik får du det sendt:',
      signIn: 'Logg inn i en ny fane',
      comeBack: 'Kom tilbake hit, og trykk på knappen. La denne fanen stå åpen så lenge.',
      send: 'Send på nytt'
    }
  }
};
