import { numberInText } from '#lib/i18n/format.ts';

/** What the municipality reads of what KORUS asks, and the mails about it. */
export const own = {
  title: 'KORUS spør',
  lead: (municipality: string) => `Spørsmål om tallene fra ${municipality}. Forklar tallet, eller rett det.`,
  none: 'KORUS har ikke spurt om noe.',
  alert: (count: number) =>
    count === 1
      ? 'KORUS spør om ett tall i svaret deres.'
      : `KORUS spør om ${numberInText(count, 'nb', 'neuter')} tall i svaret deres.`,
  open: 'Se spørsmålene',
  atField: 'KORUS spør:',
  answerHere: 'Svar på spørsmålet',
  figure: (question: string, value: string) => `${question}: ${value}`,
  answerLabel: 'Forklaringen deres',
  answerHelp: 'Ikke skriv noe om personer.',
  nameLabel: 'Navnet ditt',
  send: 'Send forklaringen',
  correct: 'Rett tallet',
  back: 'Til skjemaet',
  closed: 'Avsluttet',
  returned: (name: string) => `${name} i KORUS ber dere rette svaret:`,
  locked: 'Svaret er låst, så dere kan ikke svare her. Ta kontakt med KORUS.'
};

export const mail = {
  asked: {
    subject: (municipality: string) => `Spørsmål om svaret fra ${municipality}`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\nKORUS har et spørsmål om svaret fra ${municipality} i ${round}.\n\nLes det og svar her:\n${link}\n\nHilsen Regionspeil`
  },
  returned: {
    subject: (municipality: string) => `Svaret fra ${municipality} må rettes`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\nKORUS ber dere rette svaret fra ${municipality} i ${round}.\n\nSe hva det gjelder, og rett her:\n${link}\n\nHilsen Regionspeil`
  },
  told: {
    subject: (municipality: string) => `Nytt fra ${municipality}`,
    body: (municipality: string, round: string, link: string) =>
      `Hei\n\n${municipality} har svart på et spørsmål om svaret sitt i ${round}.\n\nSe det her:\n${link}\n\nHilsen Regionspeil`
  }
};
