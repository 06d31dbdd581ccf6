import type { casePerson as nb } from '#lib/i18n/nb/case-person.ts';

export const casePerson: typeof nb = {
  title: 'Endre kven saka gjeld',
  link: 'Endre opplysningane',
  lead: 'Skriv berre det som trengst for å kalle inn. Det blir ført kven som har endra noko, men ikkje kva det var før.',
  submit: 'Lagre endringane',
  changed: 'Endringane er lagra.',
  unchanged: 'Ingenting var endra.',
  closed: 'Saka er avslutta. Kven ho gjeld, kan ikkje endrast no.',
  tooYoung:
    'Med denne fødselsdatoen var personen under 15 år då tilvisinga kom. Ei registrert sak kan ikkje gjelde nokon under 15 år.',
  conflict: (name, moment) =>
    `${name} endra opplysningane ${moment}, medan du skreiv. Det du skreiv, står her enno. Under felta ser du kva som er lagra no. Lagrar du, gjeld det du har skrive.`,
  somebody: 'Nokon andre',
  now: (value) => `No er det lagra: ${value}`,
  nowEmpty: 'No er feltet tomt.',
  guardian: 'Føresett',
  minor: 'Personen var under 18 år ved tilvisinga. Følg det påtalemakta har bestemt om føresette.',
  adult: 'Trengst berre når personen var under 18 år ved tilvisinga.'
};
