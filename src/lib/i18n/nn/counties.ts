import type { Messages } from '#lib/i18n/nb.ts';

export const counties: Messages['counties'] = {
  lead: (names) =>
    `Rundane som kommunane i ${names} er med i. Du kan analysere kommunane dine når ingen lenger kan svare for første gong.`,
  empty: 'Kommunane dine er ikkje med i nokon runde enno.',
  caption: 'Rundane til kommunane dine',
  opensOn: (date) => `opnar ${date}`,
  analysis: 'Analyse',
  now: 'kan analyserast',
  only: (names) => `Tala gjeld berre kommunane i ${names}. Andre fylke er ikkje med, heller ikkje i «I alt».`,
  hosts:
    'Når ein vertskommune i eit anna fylke svarer for ein kommune, står tala hos vertskommunen og er ikkje med her.',
  own: (names) => `Berre kommunane i ${names} er dine eigne.`,
  othersPublished: 'Av dei andre ser du det som er publisert.',
  othersUnpublished: (region, names) =>
    `Dei andre kommunane i ${region} er ikkje med, for runden er ikkje publisert. Talet for ${region} gjeld berre kommunane i ${names}.`,
  partly: (region, counties) => `${region} (berre ${counties})`,
  correctable: 'kan framleis rettast',
  correctableUntil: (date) => `Kommunane kan rette svara til ${date}. Tala kan endre seg til då.`
};
