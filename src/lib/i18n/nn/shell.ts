import type { Messages } from '#lib/i18n/nb.ts';

export const shell: Messages['shell'] = {
  frame: {
    productName: 'Regionspeil',
    skipToContent: 'Hopp til hovudinnhaldet',
    navigationLabel: 'Hovudmeny',
    languageLabel: 'Språk',
    languageNames: { nb: 'Bokmål', nn: 'Nynorsk' },
    demonstration: 'Demonstrasjon: tala om enkeltkommunar er syntetiske tal, og ingen e-post blir send ut.',
    signIn: 'Logg inn',
    signOut: 'Logg ut',
    footerLabel: 'Botnmeny',
    attribution: 'Kart og folketal: Statistisk sentralbyrå (NLOD), Kartverket (CC BY 4.0).'
  },
  statistics: 'Statistikk',
  rounds: 'Kartlegging',
  outbox: 'Utboks',
  front: {
    title: 'Rådgjevande einingar for russaker, region for region',
    lead: 'Regionspeil samlar svara frå kommunane om dei rådgjevande einingane og viser kva vi veit, kva vi ikkje veit, og korleis vi veit det.',
    statistics: 'Sjå statistikken',
    noRounds: 'Ingen rundar er opna enno.',
    adviser: 'For rådgjevarar i KORUS',
    adviserLead: 'Følg svara i regionen din, og sjå kven som manglar.',
    respondent: 'For kommunar',
    respondentLead: 'Opne lenka de har fått på e-post. Kontakt KORUS i regionen dykkar dersom de ikkje har fått ho.'
  },
  errors: {
    title: 'Noko gjekk gale',
    notFound: 'Vi finn ikkje sida',
    notFoundHelp: 'Adressa kan vere feil, eller sida kan krevje at du loggar inn.',
    unexpected: 'Det oppstod ein feil hos oss. Prøv igjen om litt.',
    reference: (id: string) => `Oppgje ${id} dersom du kontaktar oss.`,
    roundClosed: 'Runden tek ikkje imot svar no.',
    questionsFrozen: 'Spørsmåla er låste, for kartlegginga er opna.',
    tryAgain: 'Nokon andre har endra dette samstundes. Last sida på nytt og prøv igjen.',
    unreadable: 'Førespurnaden kunne ikkje lesast. Gå tilbake og prøv på nytt.',
    tooLarge: 'Det som vart sendt, er for stort. Gå tilbake, gjer det kortare og prøv på nytt.',
    foreign: 'Skjemaet vart sendt frå ei anna side enn vår. Opne sida på nytt og prøv igjen.',
    tooMany: (minutes: number) =>
      `Det har kome for mange førespurnader. Prøv igjen om ${minutes === 1 ? 'eitt minutt' : `${minutes} minutt`}.`,
    signedOut: {
      title: 'Du er logga ut',
      kept: 'Det du skreiv er ikkje mista, men det er ikkje lagra enno. Slik får du det sendt:',
      signIn: 'Logg inn i ei ny fane',
      comeBack: 'Kom tilbake hit, og trykk på knappen. La denne fana stå open så lenge.',
      send: 'Send på nytt'
    }
  }
};
