import type { Messages } from '#lib/i18n/nb.ts';

type CaseIntake = Messages['caseIntake'];
const kindText: CaseIntake['kind'] = { referral: 'Tilvising', answer: 'Svar frå påtalemakta' };

/** Documents of a case, and what comes in from SvarInn. */
export const caseIntake: CaseIntake = {
  kind: kindText,
  fault: {
    no_pdf: 'Eit av dokumenta er tomt eller ikkje ein PDF. Vel PDF-filer.',
    too_large: 'Dokumenta er større enn 10 MB til saman. Vel færre, eller skann med lågare oppløysing.',
    too_many: 'Legg ved høgst 10 dokument om gongen.'
  },
  documents: 'Dokument',
  none: 'Det er ingen dokument i saka.',
  document: (number, ending) => `Dokument nr. ${number} (${ending})`,
  added: (day, size) => `lagt inn ${day}, ${size}`,
  downloadHint: 'Dokumentet blir lasta ned, og det blir ført at du har lese det. Slett fila når du er ferdig med ho.',
  attach: 'Legg ved dokument',
  attachReferral: 'Tilvisinga (PDF)',
  attachHint: 'Namnet på fila blir ikkje lagra. Til saman 10 MB.',
  what: 'Kva er det?',
  submit: 'Legg ved dokumenta',
  remove: (number) => `Fjern dokument nr. ${number}`,
  removeHint: 'Eit dokument som er lagt i feil sak, kan fjernast for godt.',
  incoming: {
    title: 'Komme inn',
    lead: 'Dette kom frå SvarInn og er ikkje lagt i ei sak.',
    state: {
      waiting: 'ventar på dykk',
      unreadable: 'kan ikkje lesast enno',
      rejected: 'kjem på papir',
      used: 'lagt i ei sak',
      set_aside: 'lagt til side'
    },
    reason: {
      not_a_referral: 'Det er ikkje ei tilvising',
      other_receiver: 'Det skulle til nokon andre',
      known_before: 'Vi har det frå før'
    },
    one: (day) => `Kom den ${day}`,
    from: (organisation) => `frå organisasjon ${organisation}`,
    unknown: 'ukjend avsendar',
    count: (documents) => (documents === 1 ? 'eitt dokument' : `${documents} dokument`),
    empty: 'Det kom ingen dokument med.',
    unreadable:
      'Fila kan ikkje opnast med nøkkelen til kommunen. Vi prøver igjen kvar time. Etter eit døgn går ho vidare på papir eller i Altinn. Sei frå til den som driftar løysinga.',
    rejected: 'Fila kunne ikkje opnast med nøkkelen til kommunen. Ho kjem på papir eller i Altinn i staden.',
    settled: 'Nokon har alt teke seg av dette.',
    makeCase: 'Lag ei sak av det',
    toCase: 'Legg det i ei sak',
    case: 'Kva sak?',
    aside: 'Set det til side',
    asideLead: 'Då blir det sletta etter 30 dagar.',
    why: 'Kvifor?',
    wrong: 'Vel ei av løysingane.',
    comesWith: (documents) => `Dette følgjer med frå SvarInn: ${documents}.`
  }
};
