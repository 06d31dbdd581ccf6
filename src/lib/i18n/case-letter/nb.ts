import type { CaseLetterText } from './text.ts';

export const nb: CaseLetterText = {
  outside: {
    letterTitle: (municipality) => `Brev fra ${municipality}`,
    noticeTitle: (municipality) => `Melding fra ${municipality}`,
    letterFile: 'brev.pdf',
    noticeFile: 'melding.pdf',
    calendarFile: 'avtale.ics',
    calendarSummary: (municipality) => `Avtale med ${municipality}`,
    reminder: (moment, municipality, phone) =>
      `Du har en avtale ${moment} hos ${municipality}. Spørsmål? Ring ${phone}.`
  },
  summons: {
    heading: 'Innkalling til møte',
    secondHeading: 'Ny innkalling til møte',
    opening: (unit, municipality) => `Du er innkalt til et møte med ${unit} i ${municipality}.`,
    copy: (name) => `Dette er en kopi av brevet til ${name}.`,
    missed: (moment) => `Du møtte ikke ${moment}. Derfor får du en ny tid.`,
    when: 'Når',
    where: 'Hvor',
    digitally: (how) => `På video: ${how}`,
    howLong: 'Hvor lenge',
    minutes: (minutes) => `omtrent ${minutes} minutter`,
    whom: 'Hvem du møter',
    reference: 'Saksnummer',
    why: 'Hvorfor du får dette brevet',
    because: (ground) => `Påtalemyndigheten har satt som vilkår at du møter hos oss. Dette bygger på ${ground}.`,
    once: 'Vi gir beskjed når vilkåret om møte er oppfylt.',
    there: 'Dette skjer i møtet',
    talk: 'Vi snakker om situasjonen din, og om hva kommunen kan hjelpe deg med. Du velger selv om du vil ha hjelp.',
    notHealthCare: 'Møtet er ikke helsehjelp, og vi skriver ikke journal.',
    bring: 'Ta med legitimasjon. Si fra i god tid hvis du trenger tolk, eller hvis noe må legges til rette.',
    underage: 'Du er under 18 år. Du kan ha med deg en forelder eller en annen foresatt.',
    hindered: 'Hvis du ikke kan komme',
    call: (phone) => `Ring oss på ${phone} så snart du vet det. Har du en god grunn, finner vi en ny tid.`,
    otherwise: 'Kommer du ikke, og har du ikke en god grunn, må vi gi beskjed til påtalemyndigheten.',
    yourData: 'Opplysninger om deg',
    kept: 'Vi lagrer bare det vi trenger for møtet. Du kan få se hva vi har lagret, og hvem som har sett det.',
    greeting: 'Hilsen'
  },
  notice: {
    heading: 'Melding til påtalemyndigheten',
    reference: 'Deres referanse',
    person: 'Gjelder',
    born: 'Født',
    about: 'Saken gjelder',
    days: 'Dato',
    subject: {
      unclear_condition: 'Vilkåret er uklart',
      wrong_municipality: 'Personen oppholder seg i en annen kommune',
      no_show: 'Personen møtte ikke',
      test_not_given: 'Prøve er ikke avlagt',
      positive_test: 'Svar på prøve',
      attended: 'Personen har møtt'
    },
    body: {
      unclear_condition: 'Vi trenger å vite hva vilkåret går ut på før vi kan innkalle personen.',
      wrong_municipality: 'Kommunen der personen oppholder seg, har ansvaret. Vi sender derfor saken tilbake.',
      no_show: 'Personen er innkalt skriftlig og møtte ikke. Vi kjenner ikke til noen gyldig grunn.',
      test_not_given: 'Personen har ikke avlagt prøve slik vilkåret sier.',
      positive_test: 'Vi melder om en prøve etter avtalen mellom dere og oss. Svaret følger fra laboratoriet.',
      attended: 'Personen har møtt hos oss. Vilkåret om oppmøte er oppfylt.'
    },
    asks: 'Det vi ber om',
    asked: {
      unclear_condition: 'Vi ber dere svare skriftlig på hva vilkåret går ut på, og hvor lenge det gjelder.',
      wrong_municipality: 'Vi ber dere sende saken til riktig kommune.',
      no_show: 'Vi ber dere avgjøre hva som skal skje videre, og om vi skal innkalle på nytt.',
      test_not_given: 'Vi ber dere avgjøre hva som skal skje videre.',
      positive_test: null,
      attended: null
    }
  },
  statutes: { 'strpl.': 'straffeprosessloven', 'strl.': 'straffeloven', 'jf.': 'jf.' },
  page: (page, pages) => `Side ${page} av ${pages}`
};
