import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const followUpLetter = {
  wording: {
    title: 'Tekstane i breva',
    lead: 'Kvar kommune får brevet på si målform. Endringar gjeld berre denne runden.',
    which: 'Brev og målform',
    open: 'Opne teksten',
    nameOf: (kind: string, language: string) => `${kind}, ${language}`,
    own: 'eigen tekst',
    subject: 'Emne',
    body: 'Brevet',
    placeholders: 'Dette blir fylt inn for kvar kommune:',
    meaning: {
      kommune: 'namnet på kommunen',
      frist: 'svarfristen',
      lenke: 'kommunen si eiga svarlenke',
      runde: 'namnet på runden',
      rådgiver: 'namnet ditt'
    },
    save: 'Lagre teksten',
    saved: 'Teksten er lagra.',
    standard: 'Bruk standardteksten',
    restored: 'Standardteksten er tilbake.',
    preview: 'Slik ser det ut',
    summary: 'Teksten er ikkje lagra',
    problem: {
      subjectMissing: 'Skriv eit emne',
      bodyMissing: 'Skriv brevet',
      linkMissing: 'Brevet manglar {lenke}. Utan ho kan ikkje kommunen svare',
      linkOutside: 'Lenka kan ikkje stå i emnet, som andre kan sjå. Ta bort {lenke}',
      unknown: (value: string) => `${value} kan ikkje fyllast inn. Bruk ein av dei som står over`,
      tooLong: (length: number, most: number) => `Teksten har ${number(length)} teikn. Bruk høgst ${number(most)}`
    }
  },
  mail: {
    invitation: {
      subject: 'Regionspeil: {kommune} kan svare no',
      body: 'Hei\n\n{kommune} er med i kartlegginga {runde}. Fristen er {frist}.\n\nSvar her:\n{lenke}\n\nDet tek to minutt om de ikkje har hatt saker, og rundt ti om de har. Lenka er den same heile tida, og de kan gjere ferdig svaret seinare.\n\nEr det ikkje du som skal svare? Opne lenka og vel kven det er.\n\nHelsing {rådgiver}\n'
    },
    reminder: {
      subject: 'Regionspeil: vi ventar på svaret frå {kommune}',
      body: 'Hei\n\nVi har ikkje fått svar frå {kommune} i kartlegginga {runde}. Fristen er {frist}.\n\nSvar her, med same lenka som før:\n{lenke}\n\nTreng de meir tid, eller er det ein annan som skal svare? Gje beskjed, så ordnar vi det.\n\nHelsing {rådgiver}\n'
    },
    last_reminder: {
      subject: 'Regionspeil: siste påminning til {kommune}',
      body: 'Hei\n\nDette er den siste påminninga om kartlegginga {runde}. Fristen er {frist}, og vi manglar svar frå {kommune}.\n\nSvar her, med same lenka som før:\n{lenke}\n\nUtan svar står kommunen som ikkje svart i statistikken. Ring meg gjerne om noko er uklart.\n\nHelsing {rådgiver}\n'
    }
  }
} satisfies Pick<Messages['followUp'], 'wording' | 'mail'>;
