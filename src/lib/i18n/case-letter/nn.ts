import type { CaseLetterText } from './text.ts';

export const nn: CaseLetterText = {
  outside: {
    letterTitle: (municipality) => `Brev frå ${municipality}`,
    noticeTitle: (municipality) => `Melding frå ${municipality}`,
    letterFile: 'brev.pdf',
    noticeFile: 'melding.pdf',
    calendarFile: 'avtale.ics',
    calendarSummary: (municipality) => `Avtale med ${municipality}`,
    reminder: (moment, municipality, phone) =>
      `Du har ein avtale ${moment} hos ${municipality}. Spørsmål? Ring ${phone}.`
  },
  summons: {
    heading: 'Innkalling til møte',
    secondHeading: 'Ny innkalling til møte',
    opening: (unit, municipality) => `Du er kalla inn til eit møte med ${unit} i ${municipality}.`,
    copy: (name) => `Dette er ein kopi av brevet til ${name}.`,
    missed: (moment) => `Du møtte ikkje ${moment}. Difor får du ei ny tid.`,
    when: 'Når',
    where: 'Kvar',
    digitally: (how) => `På video: ${how}`,
    howLong: 'Kor lenge',
    minutes: (minutes) => `om lag ${minutes} minutt`,
    whom: 'Kven du møter',
    reference: 'Saksnummer',
    why: 'Kvifor du får dette brevet',
    because: (ground) => `Påtalemakta har sett som vilkår at du møter hos oss. Dette byggjer på ${ground}.`,
    once: 'Vi gir beskjed når vilkåret om møte er oppfylt.',
    there: 'Dette skjer i møtet',
    talk: 'Vi snakkar om situasjonen din, og om kva kommunen kan hjelpe deg med. Du vel sjølv om du vil ha hjelp.',
    notHealthCare: 'Møtet er ikkje helsehjelp, og vi skriv ikkje journal.',
    bring: 'Ta med legitimasjon. Sei frå i god tid dersom du treng tolk, eller dersom noko må leggjast til rette.',
    underage: 'Du er under 18 år. Du kan ha med deg ein forelder eller ein annan føresett.',
    hindered: 'Dersom du ikkje kan kome',
    call: (phone) => `Ring oss på ${phone} så snart du veit det. Har du ein god grunn, finn vi ei ny tid.`,
    otherwise: 'Kjem du ikkje, og har du ikkje ein god grunn, må vi gi beskjed til påtalemakta.',
    yourData: 'Opplysningar om deg',
    kept: 'Vi lagrar berre det vi treng for møtet. Du kan få sjå kva vi har lagra, og kven som har sett det.',
    greeting: 'Helsing'
  },
  notice: {
    heading: 'Melding til påtalemakta',
    reference: 'Dykkar referanse',
    person: 'Gjeld',
    born: 'Fødd',
    about: 'Saka gjeld',
    days: 'Dato',
    subject: {
      unclear_condition: 'Vilkåret er uklart',
      wrong_municipality: 'Personen oppheld seg i ein annan kommune',
      no_show: 'Personen møtte ikkje',
      test_not_given: 'Prøve er ikkje gitt',
      positive_test: 'Svar på prøve',
      attended: 'Personen har møtt'
    },
    body: {
      unclear_condition: 'Vi treng å vite kva vilkåret går ut på før vi kan kalle inn personen.',
      wrong_municipality: 'Kommunen der personen oppheld seg, har ansvaret. Vi sender difor saka tilbake.',
      no_show: 'Personen er kalla inn skriftleg og møtte ikkje. Vi kjenner ikkje til nokon gyldig grunn.',
      test_not_given: 'Personen har ikkje gitt prøve slik vilkåret seier.',
      positive_test: 'Vi melder om ei prøve etter avtalen mellom dykk og oss. Svaret følgjer frå laboratoriet.',
      attended: 'Personen har møtt hos oss. Vilkåret om oppmøte er oppfylt.'
    },
    asks: 'Det vi ber om',
    asked: {
      unclear_condition: 'Vi ber dykk svare skriftleg på kva vilkåret går ut på, og kor lenge det gjeld.',
      wrong_municipality: 'Vi ber dykk sende saka til rett kommune.',
      no_show: 'Vi ber dykk avgjere kva som skal skje vidare, og om vi skal kalle inn på nytt.',
      test_not_given: 'Vi ber dykk avgjere kva som skal skje vidare.',
      positive_test: null,
      attended: null
    }
  },
  statutes: { 'strpl.': 'straffeprosesslova', 'strl.': 'straffelova', 'jf.': 'jf.' },
  page: (page, pages) => `Side ${page} av ${pages}`
};
