import type { SignInRefusal } from '#lib/domain/sign-in-refusal.ts';

/** What someone is told who was not let in; `name` is the provider's. */
type RefusalWords = { title: (name: string) => string; help: (name: string) => string };

const refused: Record<SignInRefusal, RefusalWords> = {
  'sign-in-refused': {
    title: () => 'Innloggingen ble ikke godtatt',
    help: (name) =>
      `Svaret fra ${name} stemte ikke med det vi ba om. Prøv igjen. Skjer det flere ganger, si fra til dem som drifter Regionspeil.`
  },
  'sign-in-cancelled': {
    title: () => 'Du avbrøt innloggingen',
    help: () => 'Du er ikke logget inn, og ingenting er endret.'
  },
  'acr-too-low': {
    title: () => 'Innloggingen var ikke sikker nok',
    help: (name) => `Prøv igjen, og velg en sikrere måte å logge inn på hos ${name}, for eksempel BankID.`
  },
  'no-representation': {
    title: () => 'Vi fikk ikke vite hvem du svarer for',
    help: (name) =>
      `${name} sa ikke hvilken kommune du handler på vegne av. Prøv igjen og velg kommunen din. Står den ikke i listen, må kommunen gi deg rettigheten i Altinn.`
  },
  'unknown-organisation': {
    title: () => 'Organisasjonen er ikke med i Regionspeil',
    help: () => 'Prøv igjen og velg kommunen din. Burde organisasjonen vært med, spør KORUS i regionen din.'
  },
  'no-access': {
    title: (name) => `Du er logget inn hos ${name}, men har ikke tilgang`,
    help: () =>
      'Kontoen din er ikke knyttet til noen i Regionspeil. Har du fått en invitasjon, åpner du lenken i den. Hvis ikke, spør KORUS i regionen din om å invitere deg.'
  },
  'invitation-unusable': {
    title: () => 'Invitasjonen kan ikke brukes',
    help: () => 'Den er brukt, trukket tilbake eller utløpt. Be den som inviterte deg, om en ny.'
  },
  'identity-taken': {
    title: () => 'Kontoen tilhører en annen bruker',
    help: (name) =>
      `Kontoen din hos ${name} er allerede knyttet til en annen bruker i Regionspeil. Be den som inviterte deg, om å gi tilgangen til den brukeren. Er det feil bruker, eller står den uten e-postadresse, ber du administratoren for kommunen om å løse innloggingen fra den. Åpne så invitasjonen på nytt.`
  },
  'no-attempt': {
    title: () => 'Innloggingen er ikke i gang lenger',
    help: () =>
      'En innlogging varer i ti minutter. Den virker én gang, og bare i nettleseren der du begynte. Begynn på nytt.'
  },
  'provider-unavailable': {
    title: (name) => `${name} svarer ikke`,
    help: (name) => `Feilen er hos ${name} eller på veien dit. Prøv igjen om litt.`
  }
};

export const provider = {
  lead: 'Logg inn med kontoen du har fått tilgang med.',
  signInWith: (name: string) => `Logg inn med ${name}`,
  byMail: 'Logg inn med e-post',
  answering: 'Svare for en kommune uten innlogging',
  answeringLead:
    'Skriv e-postadressen som KORUS har for deg. Du får en lenke som virker én gang, i 15 minutter. Den åpner svarene til kommunen din og ikke noe annet.',
  chosen: (organisation: string) => `Du valgte ${organisation}.`,
  numbered: (number: string) => `organisasjonen med nummer ${number}`,
  retry: 'Prøv igjen',
  otherWays: 'Andre måter å logge inn på',
  onward: (name: string) => `Du sendes videre til ${name}`,
  onwardHelp: 'Skjer det ikke noe, trykk på lenken.',
  continueTo: (name: string) => `Gå videre til ${name}`,
  signedOut: 'Du er logget ut av Regionspeil',
  signedOutElsewhere: (name: string) => `Du sendes videre for å bli logget ut hos ${name} også.`,
  notSignedOutElsewhere: (name: string) =>
    `${name} svarer ikke, så du kan fortsatt være logget inn der. Lukk nettleseren hvis andre bruker maskinen.`,
  toFront: 'Til forsiden',
  mailWithoutLink: (address: string, names: string) =>
    `Hei\n\nDu ba om en lenke til Regionspeil. Lenker i e-post er bare for dem som svarer for en kommune som tar imot svar på den måten. Tilgangen din krever at du logger inn med ${names}:\n${address}\n\nHar du ikke bedt om dette, kan du se bort fra e-posten.\n`,
  mailWithoutProvider:
    'Hei\n\nDu ba om en lenke til Regionspeil. Lenker i e-post er bare for dem som svarer for en kommune som tar imot svar på den måten. Tilgangen din krever en annen innlogging, og den er ikke satt opp ennå. Spør dem som drifter Regionspeil.\n\nHar du ikke bedt om dette, kan du se bort fra e-posten.\n',
  or: 'eller',
  refused
};
