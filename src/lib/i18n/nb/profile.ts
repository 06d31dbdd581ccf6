import { numberInText, sentenceCase } from '#lib/i18n/format.ts';

const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const profile = {
  title: 'Profilen din',
  name: 'Navn',
  email: 'E-post',
  noEmail: 'ikke registrert',
  language: 'Språk',
  signIn: {
    label: 'Innlogging',
    email: 'med lenke på e-post',
    demonstration: 'med lenke i demonstrasjonen',
    oidc: (provider: string) => `med ${provider}`
  },
  answersOnly:
    'Du logget inn med lenke på e-post. Da kan du bare svare for kommunen din. Rollene ellers er åpne når du logger inn på en annen måte.',
  roles: {
    title: 'Rollene dine',
    until: (date: string) => `til ${date}`,
    noEnd: 'uten sluttdato',
    closed: 'ikke åpen nå',
    none: 'Du har ingen roller.',
    noDesk: 'Rollen har ingen egne sider ennå. Statistikken er åpen for alle, og her styrer du innloggingene dine.',
    help: 'Hvem kan gi meg tilgang?'
  },
  sessions: {
    title: 'Her er du logget inn',
    lead: 'Kjenner du ikke igjen en innlogging? Logg den ut. Et bytte av nett eller maskin kan være grunnen til at adressen er en annen.',
    device: (browser: string, system: string) => `${browser} på ${system}`,
    unknownBrowser: 'ukjent nettleser',
    unknownAddress: 'ukjent adresse',
    address: (address: string) => `Adresse ${address}`,
    started: (moment: string) => `Startet ${moment}`,
    used: (moment: string) => `Sist brukt ${moment}`,
    current: 'denne',
    end: 'Logg ut',
    endThat: (device: string, started: string) => `Logg ut ${device}, startet ${started}`,
    endOthers: 'Logg ut alle andre steder',
    noOthers: 'Du er ikke logget inn andre steder.',
    ended: (count: number) =>
      count === 0
        ? 'Innloggingen var alt avsluttet.'
        : `${sentenceCase(numberInText(count, 'nb'))} ${plural(count, 'innlogging', 'innlogginger')} er logget ut.`
  },
  help: {
    title: 'Hvem kan gi meg tilgang?',
    noRole: (name: string) =>
      `Du er logget inn som ${name}, men du har ingen rolle ennå. Be noen av dem under om å gi deg en.`,
    yourRoles: 'Du har disse rollene:',
    who: 'Rådgiveren i KORUS og administratoren gir tilgang til å svare for en kommune. Rollene i en rådgivende enhet gir bare kommunens egen administrator, og lederen for enheten gir tilgang til saksbehandlere og arkivarer der. De andre rollene gir administratoren.',
    nobody: 'Ingen kan gi tilgang ennå. Kontakt den som driver Regionspeil.',
    notFound: 'Mangler regionen din? Kontakt KORUS der du bor eller arbeider.',
    names: { adviser: 'Rådgivere', administrator: 'Administratorer', unit_leader: 'Leder' },
    profile: 'Gå til profilen din'
  },
  again: {
    title: 'Du er logget inn igjen',
    lead: 'Gå tilbake til fanen du kom fra. Det du skrev, står der og kan sendes nå. Denne fanen kan du lukke.'
  },
  warning: {
    label: 'Om innloggingen',
    idle: (time: string) => `Du blir logget ut ${time}, fordi siden ikke er i bruk. Det du har skrevet, blir stående.`,
    stay: 'Fortsett å være innlogget',
    ending: (time: string) =>
      `Du blir logget ut ${time}. En innlogging varer i to timer. Det du har skrevet, kan du sende når du har logget inn igjen.`,
    ended:
      'Du er logget ut. Det du har skrevet, står fortsatt her. Logg inn i en ny fane, kom tilbake hit og fortsett.',
    signIn: 'Logg inn i en ny fane',
    hide: 'Skjul meldingen',
    stayed: 'Du er fortsatt logget inn.',
    failed: 'Vi fikk ikke kontakt. Sjekk nettet, og prøv igjen.'
  },
  noAccess: (name: string) => `Du er logget inn som ${name}. Kanskje har du ikke tilgang til siden.`
};
