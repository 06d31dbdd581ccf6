import type { XmlNode } from './xml-tree.ts';

/** An element that may stand in another: `?` none or one, `*` none or more, `+` one or more, else one. */
type Shape = readonly string[];

const made = ['opprettetDato', 'opprettetAv'];
const ended = ['avsluttetDato', 'avsluttetAv'];
const folder = [
  ...['systemID', 'mappeID', 'tittel', 'offentligTittel?', 'beskrivelse?', 'noekkelord*', 'dokumentmedium?'],
  ...['oppbevaringssted*', ...made, ...ended, 'referanseArkivdel*', 'part*', 'kryssreferanse*', 'merknad*'],
  ...['kassasjon?', 'skjerming?', 'gradering?', 'registrering*']
];
const record = [
  ...['systemID', ...made, 'arkivertDato', 'arkivertAv', 'referanseArkivdel*', 'part*', 'kassasjon?', 'skjerming?'],
  ...['gradering?', 'dokumentbeskrivelse*', 'registreringsID?', 'tittel', 'offentligTittel?', 'beskrivelse?'],
  ...['noekkelord*', 'forfatter*', 'dokumentmedium?', 'oppbevaringssted*', 'merknad*', 'kryssreferanse*'],
  'korrespondansepart+'
];

/** What stands in each element and in which order, as the schema of Noark 5 version 5.0 has it, for the parts we write. */
const shapes: Record<string, Shape> = {
  arkiv: [
    ...[
      'systemID',
      'tittel',
      'beskrivelse?',
      'arkivstatus?',
      'dokumentmedium?',
      'oppbevaringssted*',
      ...made,
      ...ended
    ],
    ...['arkivskaper+', 'arkivdel+']
  ],
  arkivskaper: ['arkivskaperID', 'arkivskaperNavn', 'beskrivelse?'],
  arkivdel: [
    ...[
      'systemID',
      'tittel',
      'beskrivelse?',
      'arkivdelstatus',
      'dokumentmedium?',
      'oppbevaringssted*',
      ...made,
      ...ended
    ],
    ...['kassasjon?', 'utfoertKassasjon?', 'sletting?', 'skjerming?', 'gradering?', 'mappe*']
  ],
  saksmappe: [
    ...folder,
    ...[
      'saksaar',
      'sakssekvensnummer',
      'saksdato',
      'administrativEnhet',
      'saksansvarlig',
      'journalenhet?',
      'saksstatus'
    ]
  ],
  part: ['partID?', 'partNavn', 'partRolle', 'postadresse*', 'postnummer?', 'poststed?', 'land?', 'telefonnummer*'],
  journalpost: [
    ...record,
    ...['journalaar', 'journalsekvensnummer', 'journalpostnummer', 'journalposttype', 'journalstatus', 'journaldato'],
    ...['dokumentetsDato?', 'mottattDato?', 'sendtDato?', 'forfallsdato?']
  ],
  arkivnotat: [...record, 'dokumentetsDato?', 'mottattDato?', 'sendtDato?', 'forfallsdato?'],
  korrespondansepart: ['korrespondanseparttype', 'korrespondansepartNavn', 'postadresse*'],
  dokumentbeskrivelse: [
    ...['systemID', 'dokumenttype', 'dokumentstatus', 'tittel', 'beskrivelse?', 'forfatter*', ...made],
    ...['dokumentmedium?', 'oppbevaringssted?', 'referanseArkivdel*', 'tilknyttetRegistreringSom', 'dokumentnummer'],
    ...['tilknyttetDato', 'tilknyttetAv', 'dokumentobjekt*']
  ],
  dokumentobjekt: [
    ...['systemID', 'versjonsnummer', 'variantformat', 'format', 'formatDetaljer?', ...made, 'referanseDokumentfil'],
    ...['sjekksum', 'sjekksumAlgoritme', 'filstoerrelse']
  ],
  kassasjon: ['kassasjonsvedtak', 'kassasjonshjemmel?', 'bevaringstid', 'kassasjonsdato'],
  skjerming: ['tilgangsrestriksjon', 'skjermingshjemmel', 'skjermingMetadata+', 'skjermingDokument?']
};

const moments = /^(opprettet|avsluttet|arkivert|tilknyttet|mottatt|sendt)Dato$/;
const days = ['saksdato', 'journaldato', 'dokumentetsDato', 'kassasjonsdato'];
const numbers = ['saksaar', 'sakssekvensnummer', 'journalaar', 'journalsekvensnummer', 'bevaringstid', 'filstoerrelse'];
/** The lists of the catalogue, of those values that we write. */
const values: Record<string, readonly string[]> = {
  arkivstatus: ['Opprettet', 'Avsluttet'],
  arkivdelstatus: ['Aktiv periode', 'Overlappingsperiode', 'Avsluttet periode', 'Uaktuelle mapper'],
  dokumentmedium: ['Fysisk arkiv', 'Elektronisk arkiv', 'Blandet fysisk og elektronisk arkiv'],
  journalposttype: ['Inngående dokument', 'Utgående dokument'],
  journalstatus: ['Journalført', 'Ekspedert', 'Arkivert', 'Utgår'],
  korrespondanseparttype: ['Avsender', 'Mottaker', 'Intern avsender'],
  dokumentstatus: ['Dokumentet er under redigering', 'Dokumentet er ferdigstilt'],
  tilknyttetRegistreringSom: ['Hoveddokument', 'Vedlegg'],
  variantformat: ['Produksjonsformat', 'Arkivformat'],
  kassasjonsvedtak: ['Bevares', 'Kasseres', 'Vurderes senere'],
  tilgangsrestriksjon: ['Unntatt offentlighet'],
  skjermingDokument: ['Skjerming av hele dokumentet', 'Skjerming av deler av dokumentet'],
  skjermingMetadata: [
    'Skjerming tittel mappe - unntatt første linje',
    'Skjerming navn part i sak',
    'Skjerming tittel registrering - unntatt første linje',
    'Skjerming navn avsender',
    'Skjerming navn mottaker'
  ]
};

/** What in a document is not as the schema has it; empty when all is. */
export function noarkFaults(node: XmlNode, where = ''): string[] {
  const type = node.attributes['xsi:type'] ?? node.name;
  const place = `${where}/${type}`;
  const shape = shapes[type];
  if (!shape) return node.children.length > 0 ? [`${place} is unknown`] : valueFaults(node, place);
  return [...orderFaults(node, shape, place), ...node.children.flatMap((one) => noarkFaults(one, place))];
}

function orderFaults(node: XmlNode, shape: Shape, place: string): string[] {
  const letter = (name: string) => `${name} `;
  const pattern = shape.map((one) => {
    const [, name = '', times = ''] = /^(\w+)([?*+]?)$/.exec(one) ?? [];
    return `(?:${letter(name)})${times}`;
  });
  const names = node.children.map(({ name }) => letter(name)).join('');
  return new RegExp(`^${pattern.join('')}$`).test(names) ? [] : [`${place} has ${names}`];
}

function valueFaults({ name, text }: XmlNode, place: string): string[] {
  const isRight =
    (values[name]?.includes(text) ?? true) &&
    (!moments.test(name) || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) &&
    (!days.includes(name) || /^\d{4}-\d{2}-\d{2}$/.test(text)) &&
    (!numbers.includes(name) || /^\d+$/.test(text)) &&
    (name !== 'systemID' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) &&
    text.trim() !== '';
  return isRight ? [] : [`${place} is «${text}»`];
}
