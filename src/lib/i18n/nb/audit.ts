import type { AuditAction, AuditGroup } from '#lib/domain/audit.ts';
import type { UnitType } from '#lib/domain/unit.ts';
import { formatNumber } from '#lib/i18n/format.ts';

type Sentence = (subject: string, more: string) => string;

/** What each action is, after the name of who did it. `subject` is a round or a person, `more` a version, a role and the like. */
const actions: Record<AuditAction, Sentence> = {
  report_read: (round, version) => `åpnet svaret i ${round}, til og med versjon ${version}`,
  audit_read: () => 'så hvem som har sett og endret hva',
  audit_exported: () => 'lastet ned hvem som har sett og endret hva',
  draft_begun: (round) => `begynte på et utkast i ${round}`,
  report_submitted: (round, version) => `sendte inn versjon ${version} av svaret i ${round}`,
  round_opened: (round) => `åpnet runden ${round}`,
  expected_frozen: (round, count) => `låste listen over kommuner i ${round}: ${count} i alt`,
  link_shown: (round) => `fikk vist svarlenken i ${round}`,
  letters_planned: (round, kind) => `la en utsending i planen for ${round}: ${kind}`,
  letters_queued: (round, count) => `sendte ${count} brev til kommunene i ${round}`,
  letters_paused: (round) => `satte en utsending i ${round} på pause`,
  letters_resumed: (round) => `fortsatte en utsending i ${round}`,
  letters_cancelled: (round) => `avlyste en utsending i ${round}`,
  letter_worded: (round, kind) => `endret teksten i et brev i ${round}: ${kind}`,
  letter_restored: (round, kind) => `tok tilbake standardteksten i et brev i ${round}: ${kind}`,
  contact_changed: () => 'endret kontaktopplysningene',
  contact_bounced: () => 'merket e-postadressen til kommunen som returnert',
  contact_restored: () => 'merket e-postadressen til kommunen som i orden igjen',
  note_added: (round) => `skrev et notat om kontakten med kommunen i ${round}`,
  note_changed: (round) => `endret et notat om kontakten med kommunen i ${round}`,
  note_removed: (round) => `fjernet et notat om kontakten med kommunen i ${round}`,
  call_list_exported: (round) => `lastet ned ringelisten for ${round}`,
  contact_replaced: (round) => `byttet kontakt for svaret i ${round}`,
  answer_shared: (round) => `delte svaret i ${round} med en kollega`,
  handed_over: (person) => `ga fra seg rollen til ${person}`,
  invitation_made: (person) => `inviterte ${person}`,
  invitation_used: (person) => `tok imot invitasjonen til ${person}`,
  invitation_declined: (person) => `tok imot at ${person} sa nei til invitasjonen`,
  setting_changed: (_, setting) => `endret hvordan kommunen svarer: ${setting}`,
  grant_given: (person, role) => `ga rollen ${role} til ${person}`,
  grant_withdrawn: (person, role) => `avsluttet rollen ${role} for ${person}`,
  person_added: (person) => `la til ${person}`,
  login_link_made: (person) => `laget en innloggingslenke til ${person}`,
  login_link_used: (person) => `tok imot innloggingslenken til ${person}`,
  sign_in_refused: () => 'avviste en innlogging',
  session_started: (person, method) => `logget inn ${person} ${method}`,
  session_ended: (person) => `avsluttet en økt for ${person}`,
  sessions_ended: () => 'avsluttet alle økter for alle',
  identity_bound: (person) => `knyttet en konto til ${person}`,
  identity_used: (person) => `kjente igjen kontoen til ${person}`,
  message_queued: () => 'la en e-post i utboksen',
  message_sent: () => 'sendte en e-post',
  message_refused: () => 'fikk ikke sendt en e-post'
};

const groups: Record<AuditGroup, string> = {
  seen: 'Sett',
  changed: 'Endret',
  access: 'Tilgang',
  sign_in: 'Innlogging',
  mail: 'E-post'
};

const kinds: Record<UnitType, string> = {
  country: 'Hele landet',
  korus_region: 'KORUS-regioner',
  county: 'Fylker',
  municipality: 'Kommuner',
  advisory_unit: 'Rådgivende enheter'
};

const names: Record<UnitType, (name: string) => string> = {
  country: () => 'Hele landet og systemet',
  korus_region: (name) => `${name}`,
  county: (name) => `${name} fylke`,
  municipality: (name) => `${name} kommune`,
  advisory_unit: (name) => `Rådgivende enhet i ${name}`
};

/** What the system was doing, in brackets after its name. */
const tasks: Record<string, string> = {
  demonstration: 'demonstrasjonen',
  seed: 'åpning av en runde',
  sign_in: 'innlogging',
  session: 'innlogging',
  announcement: 'oppstart',
  outbox: 'utboksen'
};

export const audit = {
  title: 'Hvem har sett og endret hva',
  navigation: 'Innsyn',
  lead: 'Alt som er sett, endret og gitt tilgang til. Radene kan ikke endres eller slettes.',
  listLead: 'Velg en enhet for å se hvem som har sett og endret hva.',
  nearest: 'Nærmest deg',
  kinds,
  names,
  searchLabel: 'Søk etter navn eller nummer',
  search: 'Søk',
  tooMany: (count: number) => `${formatNumber(count, 'nb')} i alt. Søk etter navn eller nummer for å finne en av dem.`,
  found: (words: string) => `Treff på «${words}»`,
  foundNone: (words: string) => `Ingen enheter du kan se, passer med «${words}».`,
  ended: 'finnes ikke lenger',
  showAll: 'Vis alle',
  allUnits: 'Alle enheter',
  masked: 'Du ser at et svar er endret, men ikke hva som stod der. Det ser bare kommunen og rådgiverne i regionen.',
  what: 'Hva',
  everything: 'Alt',
  groups,
  person: 'Navn eller del av navn',
  from: 'Fra og med',
  to: 'Til og med',
  show: 'Vis',
  reset: 'Fjern utvalget',
  wrongFrom: (value: string) => `Fra og med: «${value}» er ikke en dato. Skriv for eksempel 1.3.2024`,
  wrongTo: (value: string) => `Til og med: «${value}» er ikke en dato. Skriv for eksempel 1.3.2024`,
  wrongOrder: 'Perioden slutter før den begynner. Bytt om på datoene',
  download: 'Last ned som CSV',
  openChanges: 'Vis alle endringer',
  closeChanges: 'Skjul endringene',
  empty: 'Ingenting er sett eller endret ennå.',
  emptyFiltered: 'Ingenting passer med utvalget.',
  older: 'Eldre',
  newer: 'Nyere',
  pages: 'Sider',
  origin: (address: string) => `fra ${address}`,
  noOrigin: 'fra serveren selv',
  row: (sequence: string) => `rad ${sequence}`,
  hash: (start: string) => `kontrollsum ${start}…`,
  changed: 'Hva som ble endret',
  answered: 'Hva som ble svart',
  fromTo: (before: string, after: string) => `fra ${before} til ${after}`,
  actions,
  unknownAction: (action: string) => `gjorde noe som ikke har fått ord ennå (${action})`,
  linkHolder: (municipality: string, round: string) => `den med svarlenken til ${municipality} i ${round}`,
  system: 'systemet',
  systemDoing: (task: string) => `systemet (${task})`,
  tasks,
  owner: 'driftsansvarlig for databasen',
  nobody: 'en ukjent person',
  contact: 'Kontakt',
  noContact: 'ingen',
  setting: {
    links: (takes: boolean): string => (takes ? 'lenker åpner svaret' : 'svar krever innlogging'),
    lock: (isReadOnly: boolean): string => (isReadOnly ? 'svaret er låst' : 'svaret kan endres')
  },
  self: 'seg selv',
  earlierRound: 'en runde som ikke lenger finnes',
  roleUntil: (role: string, date: string) => `${role} til ${date}`,
  methods: { email: 'med lenke på e-post', oidc: 'med felles innlogging', demonstration: 'i demonstrasjonen' },
  reportLink: 'Hvem har sett svaret?',
  readers: {
    title: 'Hvem har sett svaret?',
    none: 'Ingen rådgivere har åpnet svaret ennå.',
    lead: 'Disse rådgiverne i KORUS har åpnet svaret:',
    line: (name: string, moment: string) => `${name}, sist ${moment}`
  },
  csv: {
    sequence: 'Rad',
    at: 'Tidspunkt (UTC)',
    who: 'Hvem',
    what: 'Hva',
    change: 'Endret',
    origin: 'Adresse',
    actorKind: 'Type aktør',
    actorId: 'Aktør',
    action: 'Handling',
    subject: 'Gjelder',
    detail: 'Detaljer (JSON)',
    changeText: 'Endring (JSON)',
    previousHash: 'Forrige kontrollsum',
    hash: 'Kontrollsum'
  }
};
