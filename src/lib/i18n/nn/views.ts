import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const views: Messages['views'] = {
  take: {
    label: 'Ta med deg det som er vist',
    png: 'Bilete (PNG)',
    svg: 'Bilete (SVG)',
    csv: 'Tabell (CSV)',
    xlsx: 'Tabell (Excel)',
    copy: 'Kopier lenkja',
    copied: 'Lenkja er kopiert.',
    notCopied: 'Nettlesaren lét oss ikkje kopiere. Kopier adressa øvst i nettlesaren i staden.',
    pngFailed: 'Biletet vart ikkje laga. Last ned biletet som SVG i staden.'
  },
  list: {
    title: 'Lagra visingar',
    none: 'Du har ikkje lagra noka vising av denne runden, og ingen har delt ei. Lagre ei når du vil tilbake til ho, eller vise ho til ein kollega.',
    by: (owner) => `delt av ${owner}`,
    own: 'berre for deg',
    shared: 'delt av deg',
    removed: 'Sletta visingar',
    notes: (count) => (count === 1 ? '1 notat' : `${number(count)} notat`)
  },
  save: {
    title: 'Lagre denne visinga',
    name: 'Namn på visinga',
    nameHint: 'Sei kva ho viser, som «Saker per innbyggjar etter fylke»',
    note: 'Notat (valfritt)',
    noteHint: 'Kva skal den som opnar visinga, sjå etter?',
    share: 'Del visinga',
    shareHint:
      'Alle som kan opne analysen av runden, ser delte visingar og notata til dei. Når runden er lukka, gjeld det òg statsforvaltaren, som berre har tal frå eige fylke. Skriv difor ikkje tal frå enkeltkommunar.',
    submit: 'Lagre visinga'
  },
  problem: {
    summary: 'Visinga er ikkje lagra',
    noteSummary: 'Notatet er ikkje lagra',
    nameMissing: 'Skriv eit namn på visinga.',
    nameTooLong: (length, most) => `Namnet har ${number(length)} teikn. Det kan ha ${number(most)}.`,
    noteMissing: 'Skriv noko i notatet.',
    noteTooLong: (length, most) => `Notatet har ${number(length)} teikn. Det kan ha ${number(most)}.`
  },
  view: {
    back: 'Til analysen',
    made: (owner, moment) => `Laga av ${owner} ${moment}.`,
    someone: 'nokon som ikkje lenger har tilgang',
    isShared: 'Delt med alle som kan opne analysen av runden.',
    isOwn: 'Berre du ser ho.',
    open: 'Opne i analysen',
    change: 'Endre namn eller deling',
    keep: 'Lagre endringane',
    changed: 'Endringane er lagra.',
    remove: 'Slett visinga',
    removedTitle: (name) => `Sletta: ${name}`,
    removed: (days) =>
      `Visinga er sletta, og ingen andre ser ho. Du kan ta ho tilbake med alle notata i ${number(days)} dagar.`,
    restore: 'Angre slettinga'
  },
  notes: {
    title: 'Notat',
    none: 'Ingen har skrive noko om denne visinga enno.',
    by: (writer, moment) => `${writer}, ${moment}`,
    add: 'Skriv eit notat',
    hint: 'Skriv aldri noko som kan knytast til ein person i ei sak.',
    submit: 'Legg til notatet',
    remove: 'Fjern',
    removeThat: (moment) => `Fjern notatet frå ${moment}`,
    added: 'Notatet er lagt til.',
    removed: 'Notatet er fjerna.',
    undo: 'Angre'
  },
  sheet: {
    figures: 'Tal',
    explanation: 'Forklaring',
    title: 'Funn',
    measure: 'Mål og runde',
    base: 'Grunnlag',
    kind: 'Type tal',
    notes: 'Merknad',
    blank: 'Tomme felt',
    blankText: 'Eit tomt felt er ikkje null. Kolonnen Status seier kvifor talet manglar.',
    source: 'Kjelde',
    address: 'Visinga finst på',
    made: 'Henta'
  }
};
