import { numberInText, sentenceCase } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const profile: Messages['profile'] = {
  title: 'Profilen din',
  name: 'Namn',
  email: 'E-post',
  noEmail: 'ikkje registrert',
  language: 'Språk',
  signIn: {
    label: 'Innlogging',
    email: 'med lenke på e-post',
    demonstration: 'med lenke i demonstrasjonen',
    oidc: (provider: string) => `med ${provider}`
  },
  answersOnly:
    'Du logga inn med lenke på e-post. Då kan du berre svare for kommunen din. Rollene elles er opne når du loggar inn på ein annan måte.',
  roles: {
    title: 'Rollene dine',
    until: (date: string) => `til ${date}`,
    noEnd: 'utan sluttdato',
    closed: 'ikkje open no',
    none: 'Du har ingen roller.',
    noDesk: 'Rolla har ingen eigne sider enno. Statistikken er open for alle, og her styrer du innloggingane dine.',
    help: 'Kven kan gje meg tilgang?'
  },
  sessions: {
    title: 'Her er du logga inn',
    lead: 'Kjenner du ikkje att ei innlogging? Logg ho ut. Eit byte av nett eller maskin kan vere grunnen til at adressa er ei anna.',
    device: (browser: string, system: string) => `${browser} på ${system}`,
    unknownBrowser: 'ukjend nettlesar',
    unknownAddress: 'ukjend adresse',
    address: (address: string) => `Adresse ${address}`,
    started: (moment: string) => `Starta ${moment}`,
    used: (moment: string) => `Sist brukt ${moment}`,
    current: 'denne',
    end: 'Logg ut',
    endThat: (device: string, started: string) => `Logg ut ${device}, starta ${started}`,
    endOthers: 'Logg ut alle andre stader',
    noOthers: 'Du er ikkje logga inn andre stader.',
    ended: (count: number) =>
      count === 0
        ? 'Innlogginga var alt avslutta.'
        : `${sentenceCase(numberInText(count, 'nn', 'feminine'))} ${plural(count, 'innlogging', 'innloggingar')} er logga ut.`
  },
  help: {
    title: 'Kven kan gje meg tilgang?',
    noRole: (name: string) =>
      `Du er logga inn som ${name}, men du har inga rolle enno. Be nokon av dei under om å gje deg ei.`,
    yourRoles: 'Du har desse rollene:',
    who: 'Rådgjevaren i KORUS og administratoren gjev tilgang til å svare for ein kommune. Rollene i ei rådgjevande eining gjev berre den eigne administratoren til kommunen, og leiaren for eininga gjev tilgang til saksbehandlarar og arkivarar der. Dei andre rollene gjev administratoren.',
    nobody: 'Ingen kan gje tilgang enno. Kontakt den som driv Regionspeil.',
    notFound: 'Manglar regionen din? Kontakt KORUS der du bur eller arbeider.',
    names: { adviser: 'Rådgjevarar', administrator: 'Administratorar', unit_leader: 'Leiar' },
    profile: 'Gå til profilen din'
  },
  again: {
    title: 'Du er logga inn igjen',
    lead: 'Gå tilbake til fana du kom frå. Det du skreiv, står der og kan sendast no. Denne fana kan du late att.'
  },
  warning: {
    label: 'Om innlogginga',
    idle: (time: string) => `Du blir logga ut ${time}, fordi sida ikkje er i bruk. Det du har skrive, blir ståande.`,
    stay: 'Hald fram med å vere innlogga',
    ending: (time: string) =>
      `Du blir logga ut ${time}. Ei innlogging varer i to timar. Det du har skrive, kan du sende når du har logga inn igjen.`,
    ended: 'Du er logga ut. Det du har skrive, står framleis her. Logg inn i ei ny fane, kom tilbake hit og hald fram.',
    signIn: 'Logg inn i ei ny fane',
    hide: 'Skjul meldinga',
    stayed: 'Du er framleis logga inn.',
    failed: 'Vi fekk ikkje kontakt. Sjekk nettet, og prøv igjen.'
  },
  noAccess: (name: string) => `Du er logga inn som ${name}. Kanskje har du ikkje tilgang til sida.`
};
