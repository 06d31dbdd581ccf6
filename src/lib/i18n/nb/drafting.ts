import { numberInText } from '#lib/i18n/format.ts';

const someone = 'Noen med lenken';

export const drafting = {
  someone,
  writing: (name: string) => `${name} skriver her nå`,
  changed: (name: string, time: string) => `${name} endret dette ${time}`,
  overwritten: (name: string, value: string) => `${name} skrev «${value}» samtidig.`,
  emptied: (name: string) => `${name} tømte feltet samtidig.`,
  use: (value: string) => `Bruk «${value}»`,
  useEmpty: 'Bruk et tomt felt',
  keep: (value: string) => `Behold «${value}»`,
  keepEmpty: 'Behold et tomt felt',
  present: (names: string) => `Skjemaet er også åpent hos: ${names}`,
  someoneElse: 'en annen med lenken',
  someOthers: (count: number) => `${numberInText(count, 'nb')} andre med lenken`,
  announced: (name: string, question: string) => `${name} endret «${question}».`,
  announcedMany: (count: number) => `Andre har endret ${numberInText(count, 'nb')} svar.`,
  hasChanged: 'Noen andre har endret svaret mens du skrev. Se over det som er merket, og send inn igjen.'
};
