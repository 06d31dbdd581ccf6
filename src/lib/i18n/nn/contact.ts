import type { Messages } from '#lib/i18n/nb.ts';

export const contact: Messages['contact'] = {
  notMe: 'Ikkje deg som skal svare? Overfør eller del svaret',
  title: (municipality) => `Kven skal svare for ${municipality}?`,
  lead: (round) => `Du kan overføre svaret i ${round} til ein annan, eller dele det med ein kollega.`,
  replace: {
    title: 'Det er ein annan som skal svare',
    lead: 'Den nye får lenka på e-post. Lenka du har, sluttar å verke. Det som er skrive, blir ståande.',
    leadSignedIn: 'Den nye får tilgang og ein e-post om det. Tilgangen din sluttar. Det som er skrive, blir ståande.',
    submit: 'Overfør svaret'
  },
  share: {
    title: 'Vi er fleire som svarer',
    lead: 'Kollegaen får òg tilgang. Du beheld din.',
    submit: 'Del med kollegaen'
  },
  name: 'Namn',
  email: 'E-postadresse',
  emailExample: 'Til dømes kari@kommunen.kommune.no',
  problem: {
    name: 'Skriv namnet på den som skal svare',
    nameTooLong: (length) => `Namnet har ${length} teikn. Bruk høgst 100`,
    email: 'Skriv e-postadressa til den som skal svare',
    self: (value) => `${value} er di eiga adresse. Skriv adressa til ein annan`,
    notEmail: (value) => `«${value}» er ikkje ei e-postadresse. Skriv ho slik: namn@kommunen.kommune.no`
  },
  shared: (name, email) => `${name} (${email}) har fått ein e-post med tilgang til svaret.`,
  moved: {
    title: 'Svaret er overført',
    lead: 'Den som skal svare no, har fått ein e-post. Lenka eller tilgangen du hadde, verkar ikkje lenger.',
    regret: 'Blei det feil? Be KORUS i regionen om ei ny lenke.'
  },
  signInFirst: {
    title: (municipality) => `${municipality} tek ikkje imot svar med lenke`,
    lead: 'Kommunen har valt at dei som svarer, skal logge inn.',
    closed: 'Kommunen har valt at dei som svarer, skal logge inn, men innlogging er ikkje sett opp enno.',
    signIn: 'Logg inn for å svare',
    help: (korus) => `Har du ikkje tilgang? Be administratoren i kommunen eller ${korus} om å få det.`
  },
  back: 'Tilbake til svaret',
  mail: {
    subject: (municipality) => `Regionspeil: svaret for ${municipality}`,
    replaced: ({ name, municipality, round, link, deadline }) =>
      `Hei ${name}\n\nDu er sett opp som kontakt for ${municipality} i kartlegginga ${round}. Fristen er ${deadline}.\n\nSvar her:\n${link}\n\nEr det ikkje du som skal svare? Opne lenka og vel kven det er.\n`,
    shared: ({ name, municipality, round, link, deadline }) =>
      `Hei ${name}\n\nEin kollega har delt svaret for ${municipality} i kartlegginga ${round} med deg. Fristen er ${deadline}.\n\nOpne svaret her:\n${link}\n`,
    former: (municipality, round, name) =>
      `Hei\n\nSvaret for ${municipality} i kartlegginga ${round} er overført til ${name}. Lenka du hadde, verkar ikkje lenger.\n\nEr det feil? Ta kontakt med KORUS i regionen.\n`
  },
  adviser: {
    title: 'Byt kontakt',
    lead: 'Den nye får svarlenka på e-post, og den gamle lenka sluttar å verke.',
    current: (contact) => `Kontakten no er ${contact}.`,
    none: 'Kommunen har ingen kontakt.',
    submit: 'Byt kontakt',
    done: (name, email) => `${name} (${email}) er ny kontakt og har fått svarlenka på e-post.`
  }
};
