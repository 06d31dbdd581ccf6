import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const people = {
  navigation: 'Tilganger',
  units: {
    groups: {
      country: 'Landet',
      korus_region: 'KORUS-regioner',
      county: 'Fylker',
      municipality: 'Kommuner',
      advisory_unit: 'Rådgivende enheter'
    }
  },
  grantFor: (role: string, unit: string) => `${role}, ${unit}`,
  until: (day: string) => `til og med ${day}`,
  ended: (day: string) => `avsluttet ${day}`,
  noEnd: 'uten sluttdato',
  soon: 'utløper snart',
  list: {
    title: 'Tilganger',
    lead: 'Her er de som har, eller har hatt, tilganger du kan gi.',
    search: 'Søk etter navn, e-postadresse eller sted',
    roleLabel: 'Rolle',
    everyRole: 'Alle roller',
    show: 'Vis',
    give: 'Gi tilgang',
    units: 'Enheter',
    caption: (count: number) => `${number(count)} ${plural(count, 'person', 'personer')}`,
    name: 'Navn',
    access: 'Tilganger',
    signedIn: 'Innlogging',
    lastSignedIn: (day: string) => `sist ${day}`,
    neverSignedIn: 'aldri logget inn',
    empty: 'Ingen andre har tilgang ennå. Gi den første tilgangen med knappen over.',
    noneFound: (words: string) => `Ingen passer til «${words}». Prøv et annet navn eller sted.`,
    noneWithRole: 'Ingen har denne rollen. Velg en annen rolle.',
    pages: 'Sider',
    page: (page: number, pages: number) => `Side ${number(page)} av ${number(pages)}`,
    previous: 'Forrige side',
    next: 'Neste side'
  },
  give: {
    title: 'Gi tilgang',
    titleFor: (name: string) => `Gi ${name} en tilgang til`,
    back: 'Tilbake til tilgangene',
    lead: 'Den du gir tilgang, får en invitasjon på e-post. Den gjelder i 14 dager.',
    name: 'Navn',
    email: 'E-postadresse',
    emailHint: 'Jobbadressen, for eksempel kari@kommune.no',
    roleLabel: 'Rolle',
    chooseRole: 'Velg en rolle',
    unit: 'Sted',
    chooseUnit: 'Velg et sted',
    findUnit: 'Finn et sted i listen',
    until: 'Sluttdato (valgfri)',
    untilHint: 'Tilgangen gjelder til og med denne dagen. La feltet stå tomt når den skal vare.',
    submit: 'Gi tilgang og send invitasjonen',
    done: (name: string, access: string) => `${name} har fått tilgangen: ${access}. E-posten er på vei.`,
    toPerson: (name: string) => `Se tilgangene til ${name}`,
    another: 'Gi en tilgang til'
  },
  problems: {
    title: (count: number) => `Rett opp ${numberInText(count, 'nb')} feil`,
    name: 'Skriv navnet',
    nameTooLong: 'Navnet er for langt. Bruk høyst 100 tegn.',
    email: 'Skriv e-postadressen',
    emailInvalid: (value: string) => `«${value}» er ikke en e-postadresse. Skriv den slik: navn@virksomhet.no`,
    roleMissing: 'Velg en rolle',
    unit: 'Velg et sted',
    unitOfRole: (role: string, unit: string) => `Du kan ikke gi rollen «${role}» for ${unit}. Velg et annet sted.`,
    dayInvalid: (value: string) => `«${value}» er ikke en dato. Skriv den slik: 31.12.2030`,
    dayPast: (value: string) => `${value} er passert. Velg en dag fra i dag.`,
    self: (email: string) => `${email} er din egen adresse. Ingen gir seg selv en tilgang.`,
    same: (email: string) => `${email} er adressen til den som skal erstattes. Skriv adressen til den nye.`,
    own: (email: string) => `${email} er din egen adresse. Skriv adressen til den som skal ha rollen.`,
    giver: (email: string) => `${email} er adressen til den som inviterte. Skriv adressen til en annen.`
  },
  person: {
    back: 'Tilbake til tilgangene',
    self: 'Dette er deg. Ingen endrer sine egne tilganger: be en annen administrator om det.',
    signedIn: (day: string) => `Sist logget inn ${day}.`,
    neverSignedIn: 'Har aldri logget inn.',
    invited: (from: string, to: string) => `Invitert ${from}. Invitasjonen gjelder til og med ${to}.`,
    invitationOver: (day: string) => `Invitasjonen gikk ut ${day}.`,
    accepted: (day: string) => `Tok imot invitasjonen ${day}.`,
    declined: (day: string) => `Sa nei til invitasjonen ${day}.`,
    suggests: (name: string, suggested: string, email: string) =>
      `${name} mener at ${suggested} (${email}) skal ha rollen. Navnet er fylt ut under «Erstatt».`,
    held: 'Gjelder nå',
    heldNone: 'Ingen tilganger gjelder nå.',
    ended: 'Avsluttet',
    given: (moment: string, by: string) => `Gitt ${moment} av ${by}`,
    givenAt: (moment: string) => `Gitt ${moment}`,
    represents: 'Gitt av innloggingen, for den virksomheten personen valgte',
    newEnd: 'Ny sluttdato',
    newEndFor: (access: string) => `Ny sluttdato for ${access}`,
    saveEnd: 'Lagre sluttdatoen',
    withdraw: 'Trekk tilbake',
    giveAgain: 'Gi igjen',
    undo: 'Angre',
    giveAnother: 'Gi en tilgang til',
    replace: (name: string) => `Erstatt ${name}`,
    replaceLead: (name: string) =>
      `Den nye får tilgangene som gjelder nå, og en invitasjon. Tilgangene til ${name} avsluttes med det samme.`,
    replaceSubmit: 'Erstatt og send invitasjonen',
    newName: 'Navnet til den nye',
    newEmail: 'E-postadressen til den nye',
    sessions: 'Innlogging',
    invite: 'Send invitasjonen på nytt',
    endSessions: 'Avslutt alle økter',
    endSessionsLead: 'Personen blir logget ut overalt, og kan logge inn igjen.',
    endSessionsElsewhere: 'Øktene avsluttes av den som kan gi alle rollene personen har.',
    unbind: 'Løs innloggingen fra personen',
    unbindLead:
      'Bruk dette når feil konto er knyttet til personen. Kontoen slutter å virke her, og personen blir logget ut overalt. Send en ny invitasjon etterpå.',
    unbound: (count: number): string =>
      count === 0
        ? 'Ingen innlogging var knyttet til personen.'
        : 'Innloggingen er løst fra personen. Nå kan du sende en ny invitasjon.',
    endSaved: (access: string, until: string) => `Sluttdatoen er lagret: ${access}, ${until}.`,
    withdrawn: (access: string) => `Tilgangen er trukket tilbake: ${access}.`,
    givenAgain: (access: string) => `Tilgangen gjelder igjen: ${access}.`,
    replaced: (old: string, name: string) => `${name} har overtatt for ${old}. E-posten er på vei.`,
    toReplacement: (name: string) => `Se tilgangene til ${name}`,
    inviteSent: (email: string) => `Invitasjonen er sendt til ${email}. Den forrige lenken virker ikke lenger.`,
    sessionsEnded: (count: number) =>
      count === 0
        ? 'Ingen var logget inn.'
        : `${number(count)} ${plural(count, 'økt er avsluttet', 'økter er avsluttet')}.`
  },
  unitList: {
    title: 'Enheter',
    lead: 'Stedene du gir tilganger for.',
    search: 'Søk etter et sted',
    show: 'Vis',
    noneFound: (words: string) => `Ingen steder passer til «${words}». Sjekk skrivemåten.`,
    back: 'Tilbake til tilgangene'
  },
  unit: {
    back: 'Tilbake til enhetene',
    holders: 'Hvem som har tilgang',
    nobody: 'Ingen har en tilgang her som du kan gi.',
    you: 'deg',
    audit: 'Se hvem som har gjort hva',
    settings: 'Valg for kommunen',
    takesLinks: 'Kommunen kan svare med lenken i e-posten',
    takesLinksHint: 'Uten dette må de som svarer, logge inn.',
    noSignIn: 'Innlogging er ikke satt opp her, så da kan ingen svare.',
    isReadOnly: 'Svarene er låst',
    isReadOnlyHint: 'Ingen kan endre kommunens svar før dere åpner igjen.',
    save: 'Lagre valgene',
    saved: 'Valgene er lagret.',
    linksYes: 'Kommunen kan svare med lenken i e-posten.',
    linksNo: 'De som svarer, må logge inn.',
    readOnlyYes: 'Svarene er låst.',
    readOnlyNo: 'Svarene kan endres mens runden er åpen.',
    emergency: 'Hvis noen kan ha fått tak i en innlogging',
    endEverySession: 'Avslutt alle økter for alle',
    endEveryLead: 'Alle blir logget ut, du også. Alle kan logge inn igjen.'
  },
  invitation: {
    title: 'Du er invitert til Regionspeil',
    for: (name: string) => `Invitasjonen er til ${name}.`,
    from: (giver: string) => `${giver} har gitt deg:`,
    fromNobody: 'Du har fått:',
    next: 'Dette skjer nå',
    steps: [
      'Du logger inn.',
      'Innloggingen din blir knyttet til tilgangen.',
      'Du kommer til siden der arbeidet ditt begynner.'
    ] as readonly string[],
    accept: 'Logg inn og ta imot',
    acceptSignedIn: 'Ta imot',
    notMe: 'Dette er ikke meg, eller jeg skal ikke ha denne rollen',
    other: (user: string, name: string) =>
      `Du er logget inn som ${user}. Invitasjonen er til ${name}. Logg ut først hvis den er til deg.`,
    needsMore: 'Du er logget inn med e-post. Denne rollen krever den sikre innloggingen. Logg ut, og logg inn på nytt.',
    answering: (names: string) =>
      names === ''
        ? 'Du er logget inn med e-post, og kan svare nå. Innloggingen du trenger for å ta imot invitasjonen, er ikke satt opp ennå.'
        : `Du er logget inn med e-post, og kan svare nå. Logg inn med ${names} for å ta imot invitasjonen.`,
    toAnswers: 'Gå til svarene',
    signOut: 'Logg ut',
    over: 'Invitasjonen kan ikke brukes',
    overHelp: (giver: string) =>
      `Den er brukt, erstattet av en nyere eller eldre enn 14 dager. Be ${giver} om en ny invitasjon.`,
    overHelpUnknown:
      'Den er brukt, erstattet av en nyere eller eldre enn 14 dager. Be den som inviterte deg, om en ny invitasjon.',
    signIn: 'Har du tatt imot den før, kan du logge inn',
    decline: {
      title: 'Si nei til invitasjonen',
      why: 'Hva stemmer?',
      whyMissing: 'Velg hva som stemmer',
      notMe: 'Dette er ikke meg',
      notMeHint: 'E-posten har kommet til feil person. Tilgangen avsluttes med det samme.',
      notMine: 'Jeg skal ikke ha denne rollen',
      notMineHint: 'Den som inviterte deg, får beskjed.',
      who: 'Hvem skal ha den? (valgfritt)',
      whoAnswers: 'Vet du hvem som skal svare for kommunen, får den personen invitasjonen med det samme.',
      whoOther: 'Den som inviterte deg, får forslaget ditt.',
      name: 'Navn',
      email: 'E-postadresse',
      submit: 'Si nei til invitasjonen',
      back: 'Tilbake til invitasjonen',
      done: 'Takk for beskjeden',
      moved: (name: string, access: string) => `${name} har overtatt: ${access}. Invitasjonen er sendt.`,
      withdrawn: 'Tilgangen er avsluttet.',
      told: 'Den som inviterte deg, har fått beskjed.'
    }
  },
  mail: {
    invited: {
      subject: 'Du har fått tilgang til Regionspeil',
      body: (giver: string, access: string, link: string) =>
        `Hei\n\n${giver} har gitt deg tilgang til Regionspeil:\n${access}\n\nTa imot tilgangen her:\n${link}\n\nLenken gjelder i 14 dager. Er du feil person, kan du si fra på den samme siden.\n`
    },
    given: {
      subject: 'Du har fått en ny rolle i Regionspeil',
      body: (giver: string, access: string, link: string) =>
        `Hei\n\n${giver} har gitt deg en rolle til i Regionspeil:\n${access}\n\nLogg inn som før:\n${link}\n`
    },
    handedOver: {
      subject: 'En invitasjon til Regionspeil er gitt videre',
      body: (name: string, access: string, successor: string, link: string) =>
        `Hei\n\n${name} har gitt invitasjonen videre til ${successor}. Det gjelder:\n${access}\n\nEr det feil, kan du endre det her:\n${link}\n`
    },
    declined: {
      subject: 'Noen har sagt nei til en invitasjon til Regionspeil',
      body: (name: string, access: string, outcome: string, link: string) =>
        `Hei\n\n${name} har sagt nei til invitasjonen. Det gjelder:\n${access}\n\n${outcome}\n\nSe forslaget og gi rollen til en annen her:\n${link}\n`,
      ended: 'Personen sier at invitasjonen kom feil, så tilgangen er avsluttet.',
      open: 'Tilgangen er ikke avsluttet. Du avgjør hva som skal skje.'
    },
    someone: 'Regionspeil'
  }
};
