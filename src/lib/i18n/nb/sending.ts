import type { DispatchChange, DispatchKind } from '#lib/domain/case/dispatch.ts';
import type { Letterhead, ProsecutionOffice } from '#lib/domain/case/letterhead.ts';
import type { SendingFault } from '#lib/domain/case/summons-plan.ts';

const fault: Record<SendingFault, string> = {
  not_set_up: 'Digital utsending er ikke satt opp for kommunen. Send på papir, eller lever for hånd.',
  letterhead: 'Lederen må bestemme hvordan enheten står i brev, før noe kan sendes digitalt.',
  place: 'Enheten har ikke bestemt hvor dette stedet er. Velg et annet, eller be lederen bestemme det.',
  receiver:
    'Saken har verken fødselsnummer eller en hel adresse, som «Gata 1, 4611 Kristiansand». Lever innkallingen for hånd.',
  guardian: 'Saken har ikke navnet og adressen til foresatt. Ta bort kopien, eller lever den for hånd.',
  recipient: 'Lederen må bestemme hvem som får meldinger i politidistriktet, før noe kan sendes digitalt.'
};
const kind: Record<DispatchKind, string> = {
  summons: 'Innkalling',
  second_summons: 'Ny innkalling',
  guardian_copy: 'Kopi til foresatt',
  notice: 'Melding til påtalemyndigheten',
  reminder: 'Påminnelse på SMS'
};
const change: Record<DispatchChange, string> = {
  hand_over: 'Den er levert for hånd',
  post: 'Den er lagt i posten',
  cancel: 'Trekk tilbake'
};
const letterhead: Record<keyof Letterhead, string> = {
  validFrom: 'Gjelder fra',
  unit: 'Navnet på enheten, slik det står i en setning',
  street: 'Postadresse',
  postcode: 'Postnummer',
  town: 'Poststed',
  phone: 'Telefon',
  office: 'Møtested på kontoret',
  neutral: 'Nøytralt møtested (kan stå tomt)',
  digital: 'Slik møter man digitalt (kan stå tomt)',
  minutes: 'Minutter et møte varer'
};
const prosecution: Record<keyof ProsecutionOffice, string> = {
  policeDistrict: 'Politidistrikt',
  validFrom: 'Gjelder fra',
  organisationNo: 'Organisasjonsnummer',
  office: 'Navnet på mottakeren',
  street: 'Postadresse',
  postcode: 'Postnummer',
  town: 'Poststed'
};

/** What is sent from a case: on its page, on the home page, and what the unit decides of it. */
export const sending = {
  fault,
  kind,
  change,
  called: 'Jeg har ringt',
  lookedInto: 'Jeg har funnet det ut: den er levert',
  posted: 'lagt i posten',
  summonsWay: 'Hvordan skal innkallingen sendes?',
  noticeWay: 'Hvordan skal meldingen sendes?',
  sentOn: 'Hvilken dag ble den sendt? (på papir)',
  sendNotice: 'Send eller før meldingen',
  way: {
    svarut: 'digitalt (SvarUt)',
    post: 'på papir, i posten',
    handed_over: 'på papir, for hånd'
  } as Record<string, string>,
  toGuardian: 'Send kopi til foresatt',
  toGuardianHint: 'Følg det påtalemyndigheten har bestemt om foresatte.',
  preview: 'Se brevet først',
  previewNotice: 'Se meldingen først',
  noDigital: 'Digital utsending er ikke satt opp for kommunen. Brevet blir laget, og du skriver det ut.',
  noLetter: 'Brevet kan ikke vises. Skriv dag og klokkeslett, og velg et sted som enheten har bestemt.',
  noLetterhead: 'Brev kan ikke lages før lederen har bestemt hvordan enheten står i dem.',
  decide: 'Brevhode og mottakere',
  toOutbox: 'I demonstrasjonen forlater ingenting maskinen. Det som sendes, står i utboksen.',
  outbox: 'Se utboksen',
  title: 'Sendinger',
  none: 'Ingenting er sendt i saken.',
  at: (moment: string) => `Skal sendes ${moment}`,
  history: 'Hva som har skjedd med den',
  print: 'Skriv ut',
  calendar: 'Kalenderfil',
  taskTitle: 'Sendinger noen må gjøre noe med',
  decision: {
    title: 'Brevhode og mottakere',
    lead: 'Slik står enheten i brev, og dit går meldinger til påtalemyndigheten. Det dere bestemmer, gjelder fra dagen dere velger.',
    letterhead: 'Slik står enheten i brev',
    letterheadHint: 'Enheten nevnes inne i brevet, aldri utenpå. Kommunen står øverst.',
    prosecution: 'Dit går meldinger til påtalemyndigheten',
    none: 'Ikke bestemt ennå.',
    submit: 'Bestem dette',
    done: 'Det er bestemt.',
    summary: 'Dette må rettes',
    askLeader: 'Lederen for enheten bestemmer dette.',
    from: (day: string) => `fra ${day}`,
    letterheadFields: letterhead,
    prosecutionFields: prosecution,
    problem: (label: string, value: string) =>
      value === '' ? `Fyll inn «${label}».` : `«${value}» kan ikke brukes under «${label}».`
  }
};
