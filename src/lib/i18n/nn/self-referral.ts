import type { Messages } from '#lib/i18n/nb.ts';

export const selfReferral: Messages['selfReferral'] = {
  title: 'Eigenførespurnader',
  link: 'Eigenførespurnader',
  back: 'Til sakene',
  lead: 'Tel dei som kjem utan vilkår frå påtalemakta. Her er ingen saker og ingen namn, berre talet på dei.',
  leaves:
    'Talet blir hos eininga. Spør regionen om eigenførespurnader i kartlegginga, ser den som svarer for kommunen, summen for perioden, og avgjer sjølv kva som blir sendt inn.',
  municipality: 'Kommune',
  show: 'Vis',
  previous: (month) => `Førre: ${month}`,
  next: (month) => `Neste: ${month}`,
  sources: {
    self: 'Tok kontakt sjølv',
    parents: 'Foreldre eller føresette',
    school: 'Skulen',
    other: 'Andre'
  },
  more: (source) => `Legg til éin: ${source}`,
  less: (source) => `Trekk frå éin: ${source}`,
  added: (source) => `Lagt til éin: ${source}.`,
  removed: (source) => `Trekt frå éin: ${source}.`,
  undo: 'Angre',
  refused: 'Det er ingen å trekkje frå, eller talet er så høgt som det kan bli.',
  years: 'Sum for kvart år',
  year: 'År',
  all: 'I alt'
};
