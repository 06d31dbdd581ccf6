import type { Messages } from '#lib/i18n/nb.ts';

type Sending = Messages['sending'];
const fault: Sending['fault'] = {
  not_set_up: 'Digital utsending er ikkje sett opp for kommunen. Send på papir, eller lever for hand.',
  letterhead: 'Leiaren må bestemme korleis eininga står i brev, før noko kan sendast digitalt.',
  place: 'Eininga har ikkje bestemt kvar denne staden er. Vel ein annan, eller be leiaren bestemme det.',
  receiver:
    'Saka har verken fødselsnummer eller ei heil adresse, som «Gata 1, 4611 Kristiansand». Lever innkallinga for hand.',
  guardian: 'Saka har ikkje namnet og adressa til føresett. Ta bort kopien, eller lever han for hand.',
  recipient: 'Leiaren må bestemme kven som får meldingar i politidistriktet, før noko kan sendast digitalt.'
};
const kind: Sending['kind'] = {
  summons: 'Innkalling',
  second_summons: 'Ny innkalling',
  guardian_copy: 'Kopi til føresett',
  notice: 'Melding til påtalemakta',
  reminder: 'Påminning på SMS'
};
const change: Sending['change'] = {
  hand_over: 'Ho er levert for hand',
  post: 'Ho er lagd i posten',
  cancel: 'Trekk tilbake'
};
const letterhead: Sending['decision']['letterheadFields'] = {
  validFrom: 'Gjeld frå',
  unit: 'Namnet på eininga, slik det står i ei setning',
  street: 'Postadresse',
  postcode: 'Postnummer',
  town: 'Poststad',
  phone: 'Telefon',
  office: 'Møtestad på kontoret',
  neutral: 'Nøytral møtestad (kan stå tom)',
  digital: 'Slik møter ein digitalt (kan stå tomt)',
  minutes: 'Minutt eit møte varer'
};
const prosecution: Sending['decision']['prosecutionFields'] = {
  policeDistrict: 'Politidistrikt',
  validFrom: 'Gjeld frå',
  organisationNo: 'Organisasjonsnummer',
  office: 'Namnet på mottakaren',
  street: 'Postadresse',
  postcode: 'Postnummer',
  town: 'Poststad'
};

export const sending: Sending = {
  fault,
  kind,
  change,
  called: 'Eg har ringt',
  lookedInto: 'Eg har funne det ut: ho er levert',
  posted: 'lagd i posten',
  summonsWay: 'Korleis skal innkallinga sendast?',
  noticeWay: 'Korleis skal meldinga sendast?',
  sentOn: 'Kva dag blei ho send? (på papir)',
  sendNotice: 'Send eller før meldinga',
  way: { svarut: 'digitalt (SvarUt)', post: 'på papir, i posten', handed_over: 'på papir, for hand' },
  toGuardian: 'Send kopi til føresett',
  toGuardianHint: 'Følg det påtalemakta har bestemt om føresette.',
  preview: 'Sjå brevet først',
  previewNotice: 'Sjå meldinga først',
  noDigital: 'Digital utsending er ikkje sett opp for kommunen. Brevet blir laga, og du skriv det ut.',
  noLetter: 'Brevet kan ikkje visast. Skriv dag og klokkeslett, og vel ein stad som eininga har bestemt.',
  noLetterhead: 'Brev kan ikkje lagast før leiaren har bestemt korleis eininga står i dei.',
  decide: 'Brevhovud og mottakarar',
  toOutbox: 'I demonstrasjonen forlèt ingenting maskina. Det som blir sendt, står i utboksen.',
  outbox: 'Sjå utboksen',
  title: 'Sendingar',
  none: 'Ingenting er sendt i saka.',
  at: (moment) => `Skal sendast ${moment}`,
  history: 'Kva som har skjedd med ho',
  print: 'Skriv ut',
  calendar: 'Kalenderfil',
  taskTitle: 'Sendingar nokon må gjere noko med',
  decision: {
    title: 'Brevhovud og mottakarar',
    lead: 'Slik står eininga i brev, og dit går meldingar til påtalemakta. Det de bestemmer, gjeld frå dagen de vel.',
    letterhead: 'Slik står eininga i brev',
    letterheadHint: 'Eininga blir nemnd inne i brevet, aldri utanpå. Kommunen står øvst.',
    prosecution: 'Dit går meldingar til påtalemakta',
    none: 'Ikkje bestemt enno.',
    submit: 'Bestem dette',
    done: 'Det er bestemt.',
    summary: 'Dette må rettast',
    askLeader: 'Leiaren for eininga bestemmer dette.',
    from: (day) => `frå ${day}`,
    letterheadFields: letterhead,
    prosecutionFields: prosecution,
    problem: (label, value) =>
      value === '' ? `Fyll inn «${label}».` : `«${value}» kan ikkje brukast under «${label}».`
  }
};
