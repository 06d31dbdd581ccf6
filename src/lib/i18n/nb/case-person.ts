/** Changing who a case is about. */
export const casePerson = {
  title: 'Endre hvem saken gjelder',
  link: 'Endre opplysningene',
  lead: 'Skriv bare det som trengs for å innkalle. Det blir ført hvem som har endret noe, men ikke hva det var før.',
  submit: 'Lagre endringene',
  changed: 'Endringene er lagret.',
  unchanged: 'Ingenting var endret.',
  closed: 'Saken er avsluttet. Hvem den gjelder, kan ikke endres nå.',
  tooYoung:
    'Med denne fødselsdatoen var personen under 15 år da henvisningen kom. En registrert sak kan ikke gjelde noen under 15 år.',
  conflict: (name: string, moment: string) =>
    `${name} endret opplysningene ${moment}, mens du skrev. Det du skrev, står her ennå. Under feltene ser du hva som er lagret nå. Lagrer du, gjelder det du har skrevet.`,
  somebody: 'Noen andre',
  now: (value: string) => `Nå er det lagret: ${value}`,
  nowEmpty: 'Nå er feltet tomt.',
  guardian: 'Foresatt',
  minor: 'Personen var under 18 år ved henvisningen. Følg det påtalemyndigheten har bestemt om foresatte.',
  adult: 'Trengs bare når personen var under 18 år ved henvisningen.'
};
