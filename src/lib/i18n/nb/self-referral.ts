import type { ReferralSource } from '#lib/domain/case/self-referral.ts';

const sources: Record<ReferralSource, string> = {
  self: 'Tok kontakt selv',
  parents: 'Foreldre eller foresatte',
  school: 'Skolen',
  other: 'Andre'
};

export const selfReferral = {
  title: 'Egenhenvendelser',
  link: 'Egenhenvendelser',
  back: 'Til sakene',
  lead: 'Tell dem som kommer uten vilkår fra påtalemyndigheten. Her er ingen saker og ingen navn, bare antall.',
  leaves:
    'Antallet blir hos enheten. Spør regionen om egenhenvendelser i kartleggingen, ser den som svarer for kommunen, summen for perioden, og avgjør selv hva som sendes inn.',
  municipality: 'Kommune',
  show: 'Vis',
  previous: (month: string) => `Forrige: ${month}`,
  next: (month: string) => `Neste: ${month}`,
  sources,
  more: (source: string) => `Legg til én: ${source}`,
  less: (source: string) => `Trekk fra én: ${source}`,
  added: (source: string) => `Lagt til én: ${source}.`,
  removed: (source: string) => `Trukket fra én: ${source}.`,
  undo: 'Angre',
  refused: 'Det er ingen å trekke fra, eller tallet er så høyt som det kan bli.',
  years: 'Sum for hvert år',
  year: 'År',
  all: 'I alt'
};
