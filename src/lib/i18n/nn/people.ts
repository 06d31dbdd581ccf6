import { formatNumber, numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const people: Messages['people'] = {
  navigation: 'Tilgangar',
  units: {
    groups: {
      country: 'Landet',
      korus_region: 'KORUS-regionar',
      county: 'Fylke',
      municipality: 'Kommunar',
      advisory_unit: 'Rådgjevande einingar'
    }
  },
  grantFor: (role: string, unit: string) => `${role}, ${unit}`,
  until: (day: string) => `til og med ${day}`,
  ended: (day: string) => `avslutta ${day}`,
  noEnd: 'utan sluttdato',
  soon: 'går snart ut',
  list: {
    title: 'Tilgangar',
    lead: 'Her er dei som har, eller har hatt, tilgangar du kan gje.',
    search: 'Søk etter namn, e-postadresse eller stad',
    roleLabel: 'Rolle',
    everyRole: 'Alle roller',
    show: 'Vis',
    give: 'Gje tilgang',
    units: 'Einingar',
    caption: (count: number) => `${number(count)} ${plural(count, 'person', 'personar')}`,
    name: 'Namn',
    access: 'Tilgangar',
    signedIn: 'Innlogging',
    lastSignedIn: (day: string) => `sist ${day}`,
    neverSignedIn: 'aldri logga inn',
    empty: 'Ingen andre har tilgang enno. Gje den første tilgangen med knappen over.',
    noneFound: (words: string) => `Ingen passar til «${words}». Prøv eit anna namn eller ein annan stad.`,
    noneWithRole: 'Ingen har denne rolla. Vel ei anna rolle.',
    pages: 'Sider',
    page: (page: number, pages: number) => `Side ${number(page)} av ${number(pages)}`,
    previous: 'Førre side',
    next: 'Neste side'
  },
  give: {
    title: 'Gje tilgang',
    titleFor: (name: string) => `Gje ${name} ein tilgang til`,
    back: 'Tilbake til tilgangane',
    lead: 'Den du gjev tilgang, får ein invitasjon på e-post. Han gjeld i 14 dagar.',
    name: 'Namn',
    email: 'E-postadresse',
    emailHint: 'Jobbadressa, til dømes kari@kommune.no',
    roleLabel: 'Rolle',
    chooseRole: 'Vel ei rolle',
    unit: 'Stad',
    chooseUnit: 'Vel ein stad',
    findUnit: 'Finn ein stad i lista',
    until: 'Sluttdato (valfri)',
    untilHint: 'Tilgangen gjeld til og med denne dagen. Lat feltet stå tomt når han skal vare.',
    submit: 'Gje tilgang og send invitasjonen',
    done: (name: string, access: string) => `${name} har fått tilgangen: ${access}. E-posten er på veg.`,
    toPerson: (name: string) => `Sjå tilgangane til ${name}`,
    another: 'Gje ein tilgang til'
  },
  problems: {
    title: (count: number) => `Rett opp ${numberInText(count, 'nn')} feil`,
    name: 'Skriv namnet',
    nameTooLong: 'Namnet er for langt. Bruk høgst 100 teikn.',
    email: 'Skriv e-postadressa',
    emailInvalid: (value: string) => `«${value}» er ikkje ei e-postadresse. Skriv ho slik: namn@verksemd.no`,
    roleMissing: 'Vel ei rolle',
    unit: 'Vel ein stad',
    unitOfRole: (role: string, unit: string) => `Du kan ikkje gje rolla «${role}» for ${unit}. Vel ein annan stad.`,
    dayInvalid: (value: string) => `«${value}» er ikkje ein dato. Skriv han slik: 31.12.2030`,
    dayPast: (value: string) => `${value} er passert. Vel ein dag frå i dag.`,
    self: (email: string) => `${email} er di eiga adresse. Ingen gjev seg sjølv ein tilgang.`,
    same: (email: string) => `${email} er adressa til den som skal erstattast. Skriv adressa til den nye.`,
    own: (email: string) => `${email} er di eiga adresse. Skriv adressa til den som skal ha rolla.`,
    giver: (email: string) => `${email} er adressa til den som inviterte. Skriv adressa til ein annan.`
  },
  person: {
    back: 'Tilbake til tilgangane',
    self: 'Dette er deg. Ingen endrar sine eigne tilgangar: be ein annan administrator om det.',
    signedIn: (day: string) => `Sist logga inn ${day}.`,
    neverSignedIn: 'Har aldri logga inn.',
    invited: (from: string, to: string) => `Invitert ${from}. Invitasjonen gjeld til og med ${to}.`,
    invitationOver: (day: string) => `Invitasjonen gjekk ut ${day}.`,
    accepted: (day: string) => `Tok imot invitasjonen ${day}.`,
    declined: (day: string) => `Sa nei til invitasjonen ${day}.`,
    suggests: (name: string, suggested: string, email: string) =>
      `${name} meiner at ${suggested} (${email}) skal ha rolla. Namnet er fylt ut under «Erstatt».`,
    held: 'Gjeld no',
    heldNone: 'Ingen tilgangar gjeld no.',
    ended: 'Avslutta',
    given: (moment: string, by: string) => `Gjeven ${moment} av ${by}`,
    givenAt: (moment: string) => `Gjeven ${moment}`,
    represents: 'Gjeven av innlogginga, for den verksemda personen valde',
    newEnd: 'Ny sluttdato',
    newEndFor: (access: string) => `Ny sluttdato for ${access}`,
    saveEnd: 'Lagre sluttdatoen',
    withdraw: 'Trekk tilbake',
    giveAgain: 'Gje på nytt',
    undo: 'Angre',
    giveAnother: 'Gje ein tilgang til',
    replace: (name: string) => `Erstatt ${name}`,
    replaceLead: (name: string) =>
      `Den nye får tilgangane som gjeld no, og ein invitasjon. Tilgangane til ${name} blir avslutta med det same.`,
    replaceSubmit: 'Erstatt og send invitasjonen',
    newName: 'Namnet til den nye',
    newEmail: 'E-postadressa til den nye',
    sessions: 'Innlogging',
    invite: 'Send invitasjonen på nytt',
    endSessions: 'Avslutt alle økter',
    endSessionsLead: 'Personen blir logga ut overalt, og kan logge inn att.',
    endSessionsElsewhere: 'Øktene blir avslutta av den som kan gje alle rollene personen har.',
    unbind: 'Løys innlogginga frå personen',
    unbindLead:
      'Bruk dette når feil konto er knytt til personen. Kontoen sluttar å verke her, og personen blir logga ut overalt. Send ein ny invitasjon etterpå.',
    unbound: (count: number): string =>
      count === 0
        ? 'Inga innlogging var knytt til personen.'
        : 'Innlogginga er løyst frå personen. No kan du sende ein ny invitasjon.',
    endSaved: (access: string, until: string) => `Sluttdatoen er lagra: ${access}, ${until}.`,
    withdrawn: (access: string) => `Tilgangen er trekt tilbake: ${access}.`,
    givenAgain: (access: string) => `Tilgangen gjeld på nytt: ${access}.`,
    replaced: (old: string, name: string) => `${name} har teke over for ${old}. E-posten er på veg.`,
    toReplacement: (name: string) => `Sjå tilgangane til ${name}`,
    inviteSent: (email: string) => `Invitasjonen er send til ${email}. Den førre lenka verkar ikkje lenger.`,
    sessionsEnded: (count: number) =>
      count === 0
        ? 'Ingen var logga inn.'
        : `${number(count)} ${plural(count, 'økt er avslutta', 'økter er avslutta')}.`
  },
  unitList: {
    title: 'Einingar',
    lead: 'Stadene du gjev tilgangar for.',
    search: 'Søk etter ein stad',
    show: 'Vis',
    noneFound: (words: string) => `Ingen stader passar til «${words}». Sjekk skrivemåten.`,
    back: 'Tilbake til tilgangane'
  },
  unit: {
    back: 'Tilbake til einingane',
    holders: 'Kven som har tilgang',
    nobody: 'Ingen har ein tilgang her som du kan gje.',
    you: 'deg',
    audit: 'Sjå kven som har gjort kva',
    settings: 'Val for kommunen',
    takesLinks: 'Kommunen kan svare med lenka i e-posten',
    takesLinksHint: 'Utan dette må dei som svarer, logge inn.',
    noSignIn: 'Innlogging er ikkje sett opp her, så då kan ingen svare.',
    isReadOnly: 'Svara er låste',
    isReadOnlyHint: 'Ingen kan endre svara frå kommunen før de opnar att.',
    save: 'Lagre vala',
    saved: 'Vala er lagra.',
    linksYes: 'Kommunen kan svare med lenka i e-posten.',
    linksNo: 'Dei som svarer, må logge inn.',
    readOnlyYes: 'Svara er låste.',
    readOnlyNo: 'Svara kan endrast medan runden er open.',
    emergency: 'Dersom nokon kan ha fått tak i ei innlogging',
    endEverySession: 'Avslutt alle økter for alle',
    endEveryLead: 'Alle blir logga ut, du òg. Alle kan logge inn att.'
  },
  invitation: {
    title: 'Du er invitert til Regionspeil',
    for: (name: string) => `Invitasjonen er til ${name}.`,
    from: (giver: string) => `${giver} har gjeve deg:`,
    fromNobody: 'Du har fått:',
    next: 'Dette skjer no',
    steps: [
      'Du loggar inn.',
      'Innlogginga di blir knytt til tilgangen.',
      'Du kjem til sida der arbeidet ditt byrjar.'
    ] as readonly string[],
    accept: 'Logg inn og ta imot',
    acceptSignedIn: 'Ta imot',
    notMe: 'Dette er ikkje meg, eller eg skal ikkje ha denne rolla',
    other: (user: string, name: string) =>
      `Du er logga inn som ${user}. Invitasjonen er til ${name}. Logg ut først dersom han er til deg.`,
    needsMore: 'Du er logga inn med e-post. Denne rolla krev den sikre innlogginga. Logg ut, og logg inn på nytt.',
    answering: (names: string) =>
      names === ''
        ? 'Du er logga inn med e-post, og kan svare no. Innlogginga du treng for å ta imot invitasjonen, er ikkje sett opp enno.'
        : `Du er logga inn med e-post, og kan svare no. Logg inn med ${names} for å ta imot invitasjonen.`,
    toAnswers: 'Gå til svara',
    signOut: 'Logg ut',
    over: 'Invitasjonen kan ikkje brukast',
    overHelp: (giver: string) =>
      `Han er brukt, erstatta av ein nyare eller eldre enn 14 dagar. Be ${giver} om ein ny invitasjon.`,
    overHelpUnknown:
      'Han er brukt, erstatta av ein nyare eller eldre enn 14 dagar. Be den som inviterte deg, om ein ny invitasjon.',
    signIn: 'Har du teke imot han før, kan du logge inn',
    decline: {
      title: 'Sei nei til invitasjonen',
      why: 'Kva stemmer?',
      whyMissing: 'Vel kva som stemmer',
      notMe: 'Dette er ikkje meg',
      notMeHint: 'E-posten har kome til feil person. Tilgangen blir avslutta med det same.',
      notMine: 'Eg skal ikkje ha denne rolla',
      notMineHint: 'Den som inviterte deg, får melding.',
      who: 'Kven skal ha ho? (valfritt)',
      whoAnswers: 'Veit du kven som skal svare for kommunen, får den personen invitasjonen med det same.',
      whoOther: 'Den som inviterte deg, får framlegget ditt.',
      name: 'Namn',
      email: 'E-postadresse',
      submit: 'Sei nei til invitasjonen',
      back: 'Tilbake til invitasjonen',
      done: 'Takk for meldinga',
      moved: (name: string, access: string) => `${name} har teke over: ${access}. Invitasjonen er send.`,
      withdrawn: 'Tilgangen er avslutta.',
      told: 'Den som inviterte deg, har fått melding.'
    }
  },
  mail: {
    invited: {
      subject: 'Du har fått tilgang til Regionspeil',
      body: (giver: string, access: string, link: string) =>
        `Hei\n\n${giver} har gjeve deg tilgang til Regionspeil:\n${access}\n\nTa imot tilgangen her:\n${link}\n\nLenka gjeld i 14 dagar. Er du feil person, kan du seie frå på den same sida.\n`
    },
    given: {
      subject: 'Du har fått ei ny rolle i Regionspeil',
      body: (giver: string, access: string, link: string) =>
        `Hei\n\n${giver} har gjeve deg ei rolle til i Regionspeil:\n${access}\n\nLogg inn som før:\n${link}\n`
    },
    handedOver: {
      subject: 'Ein invitasjon til Regionspeil er gjeven vidare',
      body: (name: string, access: string, successor: string, link: string) =>
        `Hei\n\n${name} har gjeve invitasjonen vidare til ${successor}. Det gjeld:\n${access}\n\nEr det feil, kan du endre det her:\n${link}\n`
    },
    declined: {
      subject: 'Nokon har sagt nei til ein invitasjon til Regionspeil',
      body: (name: string, access: string, outcome: string, link: string) =>
        `Hei\n\n${name} har sagt nei til invitasjonen. Det gjeld:\n${access}\n\n${outcome}\n\nSjå framlegget og gje rolla til ein annan her:\n${link}\n`,
      ended: 'Personen seier at invitasjonen kom feil, så tilgangen er avslutta.',
      open: 'Tilgangen er ikkje avslutta. Du avgjer kva som skal skje.'
    },
    someone: 'Regionspeil'
  }
};
