import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

export const followUpLetter = {
  wording: {
    title: 'Tekstene i brevene',
    lead: 'Hver kommune får brevet på sin målform. Endringer gjelder bare denne runden.',
    which: 'Brev og målform',
    open: 'Åpne teksten',
    nameOf: (kind: string, language: string) => `${kind}, ${language}`,
    own: 'egen tekst',
    subject: 'Emne',
    body: 'Brevet',
    placeholders: 'Dette fylles inn for hver kommune:',
    meaning: {
      kommune: 'navnet på kommunen',
      frist: 'svarfristen',
      lenke: 'kommunens egen svarlenke',
      runde: 'navnet på runden',
      rådgiver: 'navnet ditt'
    },
    save: 'Lagre teksten',
    saved: 'Teksten er lagret.',
    standard: 'Bruk standardteksten',
    restored: 'Standardteksten er tilbake.',
    preview: 'Slik ser det ut',
    summary: 'Teksten er ikke lagret',
    problem: {
      subjectMissing: 'Skriv et emne',
      bodyMissing: 'Skriv brevet',
      linkMissing: 'Brevet mangler {lenke}. Uten den kan ikke kommunen svare',
      linkOutside: 'Lenken kan ikke stå i emnet, som andre kan se. Ta bort {lenke}',
      unknown: (value: string) => `${value} kan ikke fylles inn. Bruk en av dem som står over`,
      tooLong: (length: number, most: number) => `Teksten har ${number(length)} tegn. Bruk høyst ${number(most)}`
    }
  },
  mail: {
    invitation: {
      subject: 'Regionspeil: {kommune} kan svare nå',
      body: 'Hei\n\n{kommune} er med i kartleggingen {runde}. Fristen er {frist}.\n\nSvar her:\n{lenke}\n\nDet tar to minutter hvis dere ikke har hatt saker, og rundt ti hvis dere har. Lenken er den samme hele tiden, og dere kan gjøre ferdig svaret senere.\n\nEr det ikke du som skal svare? Åpne lenken og velg hvem det er.\n\nHilsen {rådgiver}\n'
    },
    reminder: {
      subject: 'Regionspeil: vi venter på svaret fra {kommune}',
      body: 'Hei\n\nVi har ikke fått svar fra {kommune} i kartleggingen {runde}. Fristen er {frist}.\n\nSvar her, med samme lenke som før:\n{lenke}\n\nTrenger dere mer tid, eller er det en annen som skal svare? Gi beskjed, så ordner vi det.\n\nHilsen {rådgiver}\n'
    },
    last_reminder: {
      subject: 'Regionspeil: siste påminnelse til {kommune}',
      body: 'Hei\n\nDette er den siste påminnelsen om kartleggingen {runde}. Fristen er {frist}, og vi mangler svar fra {kommune}.\n\nSvar her, med samme lenke som før:\n{lenke}\n\nUten svar står kommunen som ikke svart i statistikken. Ring meg gjerne hvis noe er uklart.\n\nHilsen {rådgiver}\n'
    }
  }
};
