import { numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const someone = 'Nokon med lenka';

export const drafting: Messages['drafting'] = {
  someone,
  writing: (name) => `${name} skriv her no`,
  changed: (name, time) => `${name} endra dette ${time}`,
  overwritten: (name, value) => `${name} skreiv «${value}» samstundes.`,
  emptied: (name) => `${name} tømde feltet samstundes.`,
  use: (value) => `Bruk «${value}»`,
  useEmpty: 'Bruk eit tomt felt',
  keep: (value) => `Behald «${value}»`,
  keepEmpty: 'Behald eit tomt felt',
  present: (names) => `Skjemaet er òg ope hos: ${names}`,
  someoneElse: 'ein annan med lenka',
  someOthers: (count) => `${numberInText(count, 'nn')} andre med lenka`,
  announced: (name, question) => `${name} endra «${question}».`,
  announcedMany: (count) => `Andre har endra ${numberInText(count, 'nn')} svar.`,
  hasChanged: 'Nokon andre har endra svaret medan du skreiv. Sjå over det som er merkt, og send inn på nytt.'
};
