import type { DocumentFault, DocumentKind } from '#lib/domain/case/case-document.ts';
import type { AsideReason, IncomingState } from '#lib/domain/case/case-incoming.ts';

const kindText: Record<DocumentKind, string> = { referral: 'Henvisning', answer: 'Svar fra påtalemyndigheten' };
const fault: Record<DocumentFault, string> = {
  no_pdf: 'Et av dokumentene er tomt eller ikke en PDF. Velg PDF-filer.',
  too_large: 'Dokumentene er større enn 10 MB til sammen. Velg færre, eller skann med lavere oppløsning.',
  too_many: 'Legg ved høyst 10 dokumenter om gangen.'
};
const state: Record<IncomingState, string> = {
  waiting: 'venter på dere',
  unreadable: 'kan ikke leses ennå',
  rejected: 'kommer på papir',
  used: 'lagt i en sak',
  set_aside: 'lagt til side'
};
const reason: Record<AsideReason, string> = {
  not_a_referral: 'Det er ikke en henvisning',
  other_receiver: 'Det skulle til noen andre',
  known_before: 'Vi har det fra før'
};

/** Documents of a case, and what comes in from SvarInn. */
export const caseIntake = {
  kind: kindText,
  fault,
  documents: 'Dokumenter',
  none: 'Det er ingen dokumenter i saken.',
  document: (number: number, ending: string) => `Dokument ${number} (${ending})`,
  added: (day: string, size: string) => `lagt inn ${day}, ${size}`,
  downloadHint: 'Dokumentet lastes ned, og det blir ført at du har lest det. Slett filen når du er ferdig med den.',
  attach: 'Legg ved dokumenter',
  attachReferral: 'Henvisningen (PDF)',
  attachHint: 'Navnet på filen blir ikke lagret. Til sammen 10 MB.',
  what: 'Hva er det?',
  submit: 'Legg ved dokumentene',
  remove: (number: number) => `Fjern dokument ${number}`,
  removeHint: 'Et dokument som er lagt i feil sak, kan fjernes for godt.',
  incoming: {
    title: 'Innkommet',
    lead: 'Dette kom fra SvarInn og er ikke lagt i en sak.',
    state,
    reason,
    one: (day: string) => `Kom ${day}`,
    from: (organisation: string) => `fra organisasjon ${organisation}`,
    unknown: 'ukjent avsender',
    count: (documents: number) => (documents === 1 ? 'ett dokument' : `${documents} dokumenter`),
    empty: 'Det kom ingen dokumenter med.',
    unreadable:
      'Filen kan ikke åpnes med kommunens nøkkel. Vi prøver igjen hver time. Etter et døgn går den videre på papir eller i Altinn. Si fra til den som drifter løsningen.',
    rejected: 'Filen kunne ikke åpnes med kommunens nøkkel. Den kommer på papir eller i Altinn i stedet.',
    settled: 'Noen har allerede tatt seg av dette.',
    makeCase: 'Lag en sak av det',
    toCase: 'Legg det i en sak',
    case: 'Hvilken sak?',
    aside: 'Legg det til side',
    asideLead: 'Da slettes det etter 30 dager.',
    why: 'Hvorfor?',
    wrong: 'Velg en av mulighetene.',
    comesWith: (documents: string) => `Dette følger med fra SvarInn: ${documents}.`
  }
};
