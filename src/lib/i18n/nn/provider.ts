import type { Messages } from '#lib/i18n/nb.ts';

export const provider: Messages['provider'] = {
  lead: 'Logg inn med kontoen du har fått tilgang med.',
  signInWith: (name: string) => `Logg inn med ${name}`,
  byMail: 'Logg inn med e-post',
  answering: 'Svare for ein kommune utan innlogging',
  answeringLead:
    'Skriv e-postadressa som KORUS har for deg. Du får ei lenke som verkar éin gong, i 15 minutt. Ho opnar svara til kommunen din og ikkje noko anna.',
  chosen: (organisation: string) => `Du valde ${organisation}.`,
  numbered: (number: string) => `organisasjonen med nummer ${number}`,
  retry: 'Prøv igjen',
  otherWays: 'Andre måtar å logge inn på',
  onward: (name: string) => `Du blir send vidare til ${name}`,
  onwardHelp: 'Skjer det ikkje noko, trykk på lenka.',
  continueTo: (name: string) => `Gå vidare til ${name}`,
  signedOut: 'Du er logga ut av Regionspeil',
  signedOutElsewhere: (name: string) => `Du blir send vidare for å bli logga ut hos ${name} òg.`,
  notSignedOutElsewhere: (name: string) =>
    `${name} svarer ikkje, så du kan framleis vere logga inn der. Lukk nettlesaren dersom andre bruker maskina.`,
  toFront: 'Til framsida',
  mailWithoutLink: (address: string, names: string) =>
    `Hei\n\nDu bad om ei lenke til Regionspeil. Lenker i e-post er berre for dei som svarer for ein kommune som tek imot svar på den måten. Tilgangen din krev at du loggar inn med ${names}:\n${address}\n\nHar du ikkje bede om dette, kan du sjå bort frå e-posten.\n`,
  mailWithoutProvider:
    'Hei\n\nDu bad om ei lenke til Regionspeil. Lenker i e-post er berre for dei som svarer for ein kommune som tek imot svar på den måten. Tilgangen din krev ei anna innlogging, og ho er ikkje sett opp enno. Spør dei som driftar Regionspeil.\n\nHar du ikkje bede om dette, kan du sjå bort frå e-posten.\n',
  or: 'eller',
  refused: {
    'sign-in-refused': {
      title: () => 'Innlogginga vart ikkje godteken',
      help: (name) =>
        `Svaret frå ${name} stemte ikkje med det vi bad om. Prøv igjen. Skjer det fleire gonger, sei frå til dei som driftar Regionspeil.`
    },
    'sign-in-cancelled': {
      title: () => 'Du avbraut innlogginga',
      help: () => 'Du er ikkje logga inn, og ingenting er endra.'
    },
    'acr-too-low': {
      title: () => 'Innlogginga var ikkje sikker nok',
      help: (name) => `Prøv igjen, og vel ein sikrare måte å logge inn på hos ${name}, til dømes BankID.`
    },
    'no-representation': {
      title: () => 'Vi fekk ikkje vite kven du svarer for',
      help: (name) =>
        `${name} sa ikkje kva kommune du handlar på vegner av. Prøv igjen og vel kommunen din. Står han ikkje i lista, må kommunen gje deg rett til det i Altinn.`
    },
    'unknown-organisation': {
      title: () => 'Organisasjonen er ikkje med i Regionspeil',
      help: () => 'Prøv igjen og vel kommunen din. Burde organisasjonen ha vore med, spør KORUS i regionen din.'
    },
    'no-access': {
      title: (name) => `Du er logga inn hos ${name}, men har ikkje tilgang`,
      help: () =>
        'Kontoen din er ikkje knytt til nokon i Regionspeil. Har du fått ein invitasjon, opnar du lenka i han. Elles spør du KORUS i regionen din om å invitere deg.'
    },
    'invitation-unusable': {
      title: () => 'Invitasjonen kan ikkje brukast',
      help: () => 'Han er brukt, trekt tilbake eller har gått ut. Be den som inviterte deg, om ein ny.'
    },
    'identity-taken': {
      title: () => 'Kontoen høyrer til ein annan brukar',
      help: (name) =>
        `Kontoen din hos ${name} er alt knytt til ein annan brukar i Regionspeil. Be den som inviterte deg, om å gje tilgangen til den brukaren. Er det feil brukar, eller står han utan e-postadresse, ber du administratoren for kommunen om å løyse innlogginga frå han. Opne så invitasjonen på nytt.`
    },
    'no-attempt': {
      title: () => 'Innlogginga er ikkje i gang lenger',
      help: () =>
        'Ei innlogging varer i ti minutt. Ho verkar éin gong, og berre i nettlesaren der du byrja. Byrj på nytt.'
    },
    'provider-unavailable': {
      title: (name) => `${name} svarer ikkje`,
      help: (name) => `Feilen er hos ${name} eller på vegen dit. Prøv igjen om litt.`
    }
  }
};
