type Letter = { name: string; municipality: string; round: string; link: string; deadline: string };

export const contact = {
  notMe: 'Ikke deg som skal svare? Overfør eller del svaret',
  title: (municipality: string) => `Hvem skal svare for ${municipality}?`,
  lead: (round: string) => `Du kan overføre svaret i ${round} til en annen, eller dele det med en kollega.`,
  replace: {
    title: 'Det er en annen som skal svare',
    lead: 'Den nye får lenken på e-post. Lenken du har, slutter å virke. Det som er skrevet, blir stående.',
    leadSignedIn: 'Den nye får tilgang og en e-post om det. Din tilgang slutter. Det som er skrevet, blir stående.',
    submit: 'Overfør svaret'
  },
  share: {
    title: 'Vi er flere som svarer',
    lead: 'Kollegaen får også tilgang. Du beholder din.',
    submit: 'Del med kollegaen'
  },
  name: 'Navn',
  email: 'E-postadresse',
  emailExample: 'For eksempel kari@kommunen.kommune.no',
  problem: {
    name: 'Skriv navnet på den som skal svare',
    nameTooLong: (length: number) => `Navnet har ${length} tegn. Bruk høyst 100`,
    email: 'Skriv e-postadressen til den som skal svare',
    self: (value: string) => `${value} er din egen adresse. Skriv adressen til en annen`,
    notEmail: (value: string) => `«${value}» er ikke en e-postadresse. Skriv den slik: navn@kommunen.kommune.no`
  },
  shared: (name: string, email: string) => `${name} (${email}) har fått en e-post med tilgang til svaret.`,
  moved: {
    title: 'Svaret er overført',
    lead: 'Den som skal svare nå, har fått en e-post. Lenken eller tilgangen du hadde, virker ikke lenger.',
    regret: 'Ble det feil? Be KORUS i regionen om en ny lenke.'
  },
  signInFirst: {
    title: (municipality: string) => `${municipality} tar ikke imot svar med lenke`,
    lead: 'Kommunen har valgt at de som svarer, skal logge inn.',
    closed: 'Kommunen har valgt at de som svarer, skal logge inn, men innlogging er ikke satt opp ennå.',
    signIn: 'Logg inn for å svare',
    help: (korus: string) => `Har du ikke tilgang? Be administratoren i kommunen eller ${korus} om å få det.`
  },
  back: 'Tilbake til svaret',
  mail: {
    subject: (municipality: string) => `Regionspeil: svaret for ${municipality}`,
    replaced: ({ name, municipality, round, link, deadline }: Letter) =>
      `Hei ${name}\n\nDu er satt opp som kontakt for ${municipality} i kartleggingen ${round}. Fristen er ${deadline}.\n\nSvar her:\n${link}\n\nEr det ikke du som skal svare? Åpne lenken og velg hvem det er.\n`,
    shared: ({ name, municipality, round, link, deadline }: Letter) =>
      `Hei ${name}\n\nEn kollega har delt svaret for ${municipality} i kartleggingen ${round} med deg. Fristen er ${deadline}.\n\nÅpne svaret her:\n${link}\n`,
    former: (municipality: string, round: string, name: string) =>
      `Hei\n\nSvaret for ${municipality} i kartleggingen ${round} er overført til ${name}. Lenken du hadde, virker ikke lenger.\n\nEr det feil? Ta kontakt med KORUS i regionen.\n`
  },
  adviser: {
    title: 'Bytt kontakt',
    lead: 'Den nye får svarlenken på e-post, og den gamle lenken slutter å virke.',
    current: (contact: string) => `Kontakten nå er ${contact}.`,
    none: 'Kommunen har ingen kontakt.',
    submit: 'Bytt kontakt',
    done: (name: string, email: string) => `${name} (${email}) er ny kontakt og har fått svarlenken på e-post.`
  }
};
