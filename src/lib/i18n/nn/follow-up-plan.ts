import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommunar'}`;
const letters = (count: number) => `${number(count)} brev`;

export const followUpPlan = {
  bulk: {
    title: 'Skriv til dei du har valt',
    step: 'Utsending',
    lead: 'Vel kommunar i lista. Utan val blir alle som ikkje har svart, tekne med.',
    noSteps: 'Inga utsending er planlagd.',
    addStep: 'Planlegg ei utsending',
    preview: 'Førehandsvis',
    stepName: (kind: string, date: string) => `${kind}, ${date}`
  },
  plan: {
    title: 'Plan og utsending',
    lead: 'Ingenting blir sendt av seg sjølv. Når dagen kjem, førehandsviser du og sender.',
    deadline: (date: string) => `Svarfristen er ${date}.`,
    none: 'Ingen utsendingar er planlagde. Legg til den første under.',
    what: 'Brev',
    when: 'Dag',
    status: 'Status',
    statuses: {
      planned: 'planlagd',
      sending: 'blir send',
      paused: 'på pause',
      sent: 'send',
      cancelled: 'avlyst'
    },
    due: 'på tide',
    counts: 'Breva',
    count: { queued: 'i kø', sent: 'sendt', failed: 'ikkje levert', bounced: 'returnert', dropped: 'ikkje sendt' },
    actions: 'Gjer',
    events: { send: 'Førehandsvis og send', pause: 'Set på pause', resume: 'Hald fram', cancel: 'Avlys' },
    eventOf: (event: string, step: string) => `${event}: ${step}`,
    queuedNow: (count: number) => `${letters(count)} er lagde i utboksen og blir sende no.`,
    changed: { pause: 'Utsendinga står på pause.', resume: 'Utsendinga held fram.', cancel: 'Utsendinga er avlyst.' },
    add: 'Legg til ei utsending',
    kind: 'Kva brev',
    day: 'Kva dag',
    submit: 'Legg til',
    added: 'Utsendinga er lagd i planen.',
    problem: {
      kind: 'Vel kva brev det er',
      day: (value: string) =>
        value === '' ? 'Skriv dagen brevet skal sendast' : `«${value}» er ikkje ein dato. Skriv han slik: 3.2.2026`
    },
    summary: 'Utsendinga er ikkje lagd til',
    stepChanged: 'Utsendinga er endra i mellomtida. Gå tilbake til planen og sjå korleis ho står.',
    rate: (perMinute: number) => `Breva går ut med høgst ${number(perMinute)} i minuttet.`
  },
  sending: {
    title: (kind: string) => `Send: ${kind}`,
    missing: 'Vel ei utsending i planen.',
    ended: 'Denne utsendinga er send, eller avlyst. Planlegg ei ny for å skrive igjen.',
    to: (count: number) => `Dette går til ${municipalities(count)}`,
    nobody: 'Ingen får dette brevet no. Grunnane står under.',
    not: (count: number) => `Ikkje til ${municipalities(count)}`,
    because: 'Grunn',
    who: 'Kommunar',
    submit: (count: number) => `Send ${letters(count)}`,
    again: 'Før kvart brev går, sjekkar vi på nytt. Den som svarer i mellomtida, får ikkje brevet.',
    letterTo: (name: string, email: string, language: string) => `${name}: ${email}, ${language}`,
    linkPlace: '(kommunen si eiga svarlenke)',
    subject: 'Emne',
    confirm: 'Tala i runden er ikkje melde inn av kommunane. Eg vil likevel skrive til dei.',
    confirmMissing: 'Kryss av for at du vil skrive til kommunane, eller gå tilbake.',
    nobodyLeft: 'Ingen skal ha brevet no. Dei som var valde, har svart eller skal ikkje ha det av ein annan grunn.'
  }
} satisfies Pick<Messages['followUp'], 'bulk' | 'plan' | 'sending'>;
