import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommuner'}`;
const letters = (count: number) => `${number(count)} brev`;

export const followUpPlan = {
  bulk: {
    title: 'Skriv til dem du har valgt',
    step: 'Utsending',
    lead: 'Velg kommuner i listen. Uten valg tas alle som ikke har svart, med.',
    noSteps: 'Ingen utsending er planlagt.',
    addStep: 'Planlegg en utsending',
    preview: 'Forhåndsvis',
    stepName: (kind: string, date: string) => `${kind}, ${date}`
  },
  plan: {
    title: 'Plan og utsending',
    lead: 'Ingenting sendes av seg selv. Når dagen kommer, forhåndsviser du og sender.',
    deadline: (date: string) => `Svarfristen er ${date}.`,
    none: 'Ingen utsendinger er planlagt. Legg til den første under.',
    what: 'Brev',
    when: 'Dag',
    status: 'Status',
    statuses: {
      planned: 'planlagt',
      sending: 'sendes',
      paused: 'på pause',
      sent: 'sendt',
      cancelled: 'avlyst'
    },
    due: 'på tide',
    counts: 'Brevene',
    count: { queued: 'i kø', sent: 'sendt', failed: 'ikke levert', bounced: 'returnert', dropped: 'ikke sendt' },
    actions: 'Gjør',
    events: { send: 'Forhåndsvis og send', pause: 'Sett på pause', resume: 'Fortsett', cancel: 'Avlys' },
    eventOf: (event: string, step: string) => `${event}: ${step}`,
    queuedNow: (count: number) => `${letters(count)} er lagt i utboksen og sendes nå.`,
    changed: {
      pause: 'Utsendingen står på pause.',
      resume: 'Utsendingen fortsetter.',
      cancel: 'Utsendingen er avlyst.'
    },
    add: 'Legg til en utsending',
    kind: 'Hvilket brev',
    day: 'Hvilken dag',
    submit: 'Legg til',
    added: 'Utsendingen er lagt i planen.',
    problem: {
      kind: 'Velg hvilket brev det er',
      day: (value: string) =>
        value === '' ? 'Skriv dagen brevet skal sendes' : `«${value}» er ikke en dato. Skriv den slik: 3.2.2026`
    },
    summary: 'Utsendingen er ikke lagt til',
    stepChanged: 'Utsendingen er endret i mellomtiden. Gå tilbake til planen og se hvordan den står.',
    rate: (perMinute: number) => `Brevene går ut med høyst ${number(perMinute)} i minuttet.`
  },
  sending: {
    title: (kind: string) => `Send: ${kind}`,
    missing: 'Velg en utsending i planen.',
    ended: 'Denne utsendingen er sendt, eller avlyst. Planlegg en ny for å skrive igjen.',
    to: (count: number) => `Dette går til ${municipalities(count)}`,
    nobody: 'Ingen får dette brevet nå. Grunnene står under.',
    not: (count: number) => `Ikke til ${municipalities(count)}`,
    because: 'Grunn',
    who: 'Kommuner',
    submit: (count: number) => `Send ${letters(count)}`,
    again: 'Før hvert brev går, sjekker vi på nytt. Den som svarer i mellomtiden, får ikke brevet.',
    letterTo: (name: string, email: string, language: string) => `${name}: ${email}, ${language}`,
    linkPlace: '(kommunens egen svarlenke)',
    subject: 'Emne',
    confirm: 'Tallene i runden er ikke meldt inn av kommunene. Jeg vil likevel skrive til dem.',
    confirmMissing: 'Kryss av for at du vil skrive til kommunene, eller gå tilbake.',
    nobodyLeft: 'Ingen skal ha brevet nå. De som var valgt, har svart eller skal ikke ha det av en annen grunn.'
  }
};
