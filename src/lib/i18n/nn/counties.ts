import type { Messages } from '../nb.ts';

export const counties: Messages['counties'] = {
  lead: (names) =>
    `Rundane som kommunane i ${names} er med i. Du kan analysere kommunane dine når ingen lenger kan svare for første gong.`,
  empty: 'Kommunane dine er ikkje med i nokon runde enno.',
  caption: 'Rundar du kan analysere',
  opensOn: (date) => `frå ${date}`,
  analysis: 'Analyse',
  now: 'kan analyserast',
  only: (names) => `Tala gjeld berre kommunane i ${names}. Andre fylke er ikkje med, heller ikkje i «I alt».`,
  hosts:
    'Når ein vertskommune i eit anna fylke svarer for ein kommune, står tala hos vertskommunen og er ikkje med her.',
  correctable: 'kan framleis rettast',
  correctableUntil: (date) => `Kommunane kan rette svara til ${date}. Tala kan endre seg til då.`
};
