import { numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

/** What the municipality reads of what KORUS asks, and the mails about it. */
export const own: Messages['quality']['own'] = {
  title: 'KORUS spør',
  lead: (municipality: string) => `Spørsmål om tala frå ${municipality}. Forklar talet, eller rett det.`,
  none: 'KORUS har ikkje spurt om noko.',
  alert: (count: number) =>
    count === 1
      ? 'KORUS spør om eitt tal i svaret dykkar.'
      : `KORUS spør om ${numberInText(count, 'nn', 'neuter')} tal i svaret dykkar.`,
  open: 'Sjå spørsmåla',
  atField: 'KORUS spør:',
  answerHere: 'Svar på spørsmålet',
  figure: (question: string, value: string) => `${question}: ${value}`,
  answerLabel: 'Forklaringa dykkar',
  answerHelp: 'Ikkje skriv noko om personar.',
  nameLabel: 'Namnet ditt',
  send: 'Send forklaringa',
  correct: 'Rett talet',
  back: 'Til skjemaet',
  closed: 'Avslutta',
  returned: (name: string) => `${name} i KORUS ber dykk rette svaret:`,
  locked: 'Svaret er låst, så de kan ikkje svare her. Ta kontakt med KORUS.'
};

export const mail: Messages['quality']['mail'] = {
  asked: {
    subject: (municipality: string) => `Spørsmål om svaret frå ${municipality}`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\nKORUS har eit spørsmål om svaret frå ${municipality} i ${round}.\n\nLes det og svar her:\n${link}\n\nHelsing Regionspeil`
  },
  returned: {
    subject: (municipality: string) => `Svaret frå ${municipality} må rettast`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\nKORUS ber dykk rette svaret frå ${municipality} i ${round}.\n\nSjå kva det gjeld, og rett her:\n${link}\n\nHelsing Regionspeil`
  },
  told: {
    subject: (municipality: string) => `Nytt frå ${municipality}`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\n${municipality} har svart på eit spørsmål om svaret sitt i ${round}.\n\nSjå det her:\n${link}\n\nHelsing Regionspeil`
  }
};
