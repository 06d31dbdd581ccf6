import type { Messages } from '#lib/i18n/nb.ts';

export const registration: Messages['registration'] = {
  title: (municipality) => `Registrer svar for ${municipality}`,
  link: 'Registrer eit svar for kommunen',
  back: 'Tilbake til kommunen',
  lead: 'For svar du får på telefon, e-post eller papir. Svaret gjeld med ein gong, og listene viser korleis det kom.',
  closed: 'Runden tek ikkje imot svar no.',
  giverTitle: 'Kven svarte?',
  giver: 'Namn',
  giverWhy: 'Står på kvitteringa til kommunen.',
  position: 'Stilling eller rolle',
  givenOn: 'Dato',
  way: 'Korleis kom svaret?',
  ways: { phone: 'På telefon', writing: 'På e-post eller papir' },
  wayMeans: 'Eit svar på telefon ber vi kommunen stadfeste. Det som kom skriftleg, tek du vare på sjølv.',
  confirm: 'Eg har lese svara opp for den som svarte, eller skrive dei av slik dei stod.',
  replace: (version) => `Kommunen har sjølv sendt inn versjon ${version}. Byt han ut med dette svaret.`,
  submit: 'Registrer svaret',
  softTitle: 'Spør om dette stemmer',
  softLead: 'Spør den du snakkar med, og vel det som passar. Registrer elles svaret som det er.',
  softSubmit: 'Registrer likevel',
  done: (version) => `Svaret er registrert som versjon ${version}.`,
  mailed: (address) => `Vi har skrive til ${address} og bede kommunen stadfeste svaret.`,
  notMailed: 'Kommunen har ingen kontakt med e-post. Be den du snakka med, om å opne svarlenka og stadfeste.',
  unchanged: 'Det same svaret var registrert frå før. Ingenting er endra.',
  locked: 'Svaret er låst for endringar no.',
  problem: {
    name: 'Skriv namnet på den som svarte',
    nameTooLong: 'Namnet er for langt. Bruk høgst 100 teikn',
    position: 'Skriv stillinga eller rolla til den som svarte',
    positionTooLong: 'Stillinga er for lang. Bruk høgst 100 teikn',
    givenOn: (value) => `«${value}» er ikkje ein dato fram til i dag. Skriv til dømes 3.2.2025`,
    way: 'Vel korleis svaret kom',
    confirm: 'Stadfest at svara er lesne opp eller skrivne av',
    replace: 'Kommunen har sjølv svart. Kryss av for at dette svaret skal byte det ut'
  },
  unconfirmed: 'på telefon, ikkje stadfesta',
  registered: (by, role, date) => `Registrert av ${by}. Svart ${date} av ${role}.`,
  imported: (by) => `Importert av ${by}.`,
  someone: 'nokon andre',
  mail: {
    subject: (municipality) => `Stadfest svaret for ${municipality}`,
    body: (name, municipality, round, link) =>
      `Hei.\n\n${name} svarte for ${municipality} i ${round} på telefon. Ein rådgjevar i KORUS har registrert svaret.\n\nSjå om det stemmer, og stadfest eller rett det her:\n${link}\n\nHelsing KORUS`
  }
};
