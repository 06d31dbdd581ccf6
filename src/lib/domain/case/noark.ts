import { dayOf } from '#lib/domain/day.ts';
import { xmlDocument, type XmlElement } from '#lib/domain/xml-element.ts';

/** A file of the package with what Noark says of it; `sha256` is hex, `size` bytes. */
export type NoarkFile = {
  id: string;
  objectId: string;
  path: string;
  title: string;
  isArchival: boolean;
  /** What the file's name ends with. */
  ending: string;
  sha256: string;
  size: number;
};
/** An incoming or outgoing document, or a note of the unit's own; without `files` it is told of only. */
export type NoarkEntry = {
  id: string;
  kind: 'incoming' | 'outgoing' | 'note';
  title: string;
  publicTitle: string;
  party: string;
  by: string;
  /** When it was made, and when it came or left; null: it is not known. */
  at: Date;
  movedAt: Date | null;
  files: readonly NoarkFile[];
};
/** A closed case as Noark 5 asks for it. `keptYears` and `decideOn` (ISO) are what the unit has decided of keeping it. */
export type NoarkCase = {
  id: string;
  number: number;
  year: number;
  title: string;
  publicTitle: string;
  archive: {
    id: string;
    title: string;
    seriesId: string;
    series: string;
    creatorNo: string;
    creator: string;
    unit: string;
  };
  responsible: string;
  person: { name: string; address: string | null };
  partRole: string;
  openedAt: Date;
  closedAt: Date;
  closedBy: string;
  exportedAt: Date;
  exportedBy: string;
  keptYears: number;
  decideOn: string;
  /** The statute that keeps it from the public. */
  shieldedBy: string;
  entries: readonly NoarkEntry[];
};

const namespaces = {
  xmlns: 'http://www.arkivverket.no/standarder/noark5/arkivstruktur',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
};
const arkivformat = { name: 'PDF/A-2a', detail: 'ISO 19005-2:2011' } as const;

/** The case as `arkivstruktur.xml` of Noark 5 (version 5.0): elements in the order of its schema, values of its lists. */
export function noarkXml(one: NoarkCase): string {
  const { archive, exportedAt, exportedBy } = one;
  const made: XmlElement[] = [
    ['opprettetDato', moment(exportedAt)],
    ['opprettetAv', exportedBy],
    ['avsluttetDato', moment(exportedAt)],
    ['avsluttetAv', exportedBy]
  ];
  return xmlDocument(
    [
      'arkiv',
      [
        ['systemID', archive.id],
        ['tittel', archive.title],
        ['arkivstatus', 'Avsluttet'],
        ['dokumentmedium', 'Elektronisk arkiv'],
        ...made,
        [
          'arkivskaper',
          [
            ['arkivskaperID', archive.creatorNo],
            ['arkivskaperNavn', archive.creator]
          ]
        ],
        [
          'arkivdel',
          [
            ['systemID', archive.seriesId],
            ['tittel', archive.series],
            ['arkivdelstatus', 'Avsluttet periode'],
            ['dokumentmedium', 'Elektronisk arkiv'],
            ...made,
            folder(one)
          ]
        ]
      ]
    ],
    namespaces
  );
}

function folder(one: NoarkCase): XmlElement {
  return [
    'mappe',
    [
      ['systemID', one.id],
      ['mappeID', `${one.year}/${one.number}`],
      ['tittel', one.title],
      ['offentligTittel', one.publicTitle],
      ['dokumentmedium', 'Elektronisk arkiv'],
      ['opprettetDato', moment(one.openedAt)],
      ['opprettetAv', one.responsible],
      ['avsluttetDato', moment(one.closedAt)],
      ['avsluttetAv', one.closedBy],
      ['part', part(one)],
      [
        'kassasjon',
        [
          ['kassasjonsvedtak', 'Vurderes senere'],
          ['bevaringstid', String(one.keptYears)],
          ['kassasjonsdato', one.decideOn]
        ]
      ],
      shielding(one, ['Skjerming tittel mappe - unntatt første linje', 'Skjerming navn part i sak']),
      ...one.entries.map((entry, index) => record(one, entry, index + 1)),
      ['saksaar', String(one.year)],
      ['sakssekvensnummer', String(one.number)],
      ['saksdato', dayOf(one.openedAt)],
      ['administrativEnhet', one.archive.unit],
      ['saksansvarlig', one.responsible],
      ['saksstatus', 'Avsluttet']
    ],
    'saksmappe'
  ];
}

function part({ person, partRole }: NoarkCase): XmlElement[] {
  return [
    ['partNavn', person.name],
    ['partRolle', partRole],
    ...(person.address === null ? [] : ([['postadresse', person.address]] satisfies XmlElement[]))
  ];
}

function shielding({ shieldedBy }: NoarkCase, metadata: readonly string[]): XmlElement {
  return [
    'skjerming',
    [
      ['tilgangsrestriksjon', 'Unntatt offentlighet'],
      ['skjermingshjemmel', shieldedBy],
      ...metadata.map((what): XmlElement => ['skjermingMetadata', what]),
      ['skjermingDokument', 'Skjerming av hele dokumentet']
    ]
  ];
}

function record(one: NoarkCase, entry: NoarkEntry, place: number): XmlElement {
  const isNote = entry.kind === 'note';
  const party = entry.kind === 'incoming' ? 'Avsender' : isNote ? 'Intern avsender' : 'Mottaker';
  return [
    'registrering',
    [
      ['systemID', entry.id],
      ['opprettetDato', moment(entry.at)],
      ['opprettetAv', entry.by],
      ['arkivertDato', moment(one.exportedAt)],
      ['arkivertAv', one.exportedBy],
      shielding(one, [
        'Skjerming tittel registrering - unntatt første linje',
        `Skjerming navn ${entry.kind === 'incoming' ? 'avsender' : 'mottaker'}`
      ]),
      ...entry.files.map((file, index) => document(one, entry, { file, number: index + 1 })),
      ['tittel', entry.title],
      ['offentligTittel', entry.publicTitle],
      [
        'korrespondansepart',
        [
          ['korrespondanseparttype', party],
          ['korrespondansepartNavn', entry.party]
        ]
      ],
      ...(isNote ? noteEnd(entry) : journalEnd(entry, place))
    ],
    isNote ? 'arkivnotat' : 'journalpost'
  ];
}

function noteEnd({ at }: NoarkEntry): XmlElement[] {
  return [['dokumentetsDato', dayOf(at)]];
}

function journalEnd({ kind, at, movedAt }: NoarkEntry, place: number): (XmlElement | null)[] {
  const moved = kind === 'incoming' ? 'mottattDato' : 'sendtDato';
  return [
    ['journalaar', dayOf(at).slice(0, 4)],
    ['journalsekvensnummer', String(place)],
    ['journalpostnummer', String(place)],
    ['journalposttype', kind === 'incoming' ? 'Inngående dokument' : 'Utgående dokument'],
    ['journalstatus', 'Arkivert'],
    ['journaldato', dayOf(at)],
    ['dokumentetsDato', dayOf(at)],
    movedAt && [moved, moment(movedAt)]
  ];
}

function document(
  one: NoarkCase,
  entry: NoarkEntry,
  { file, number }: { file: NoarkFile; number: number }
): XmlElement {
  return [
    'dokumentbeskrivelse',
    [
      ['systemID', file.id],
      ['dokumenttype', entry.kind === 'note' ? 'Notat' : 'Brev'],
      ['dokumentstatus', 'Dokumentet er ferdigstilt'],
      ['tittel', file.title],
      ['opprettetDato', moment(entry.at)],
      ['opprettetAv', entry.by],
      ['dokumentmedium', 'Elektronisk arkiv'],
      ['tilknyttetRegistreringSom', number === 1 ? 'Hoveddokument' : 'Vedlegg'],
      ['dokumentnummer', String(number)],
      ['tilknyttetDato', moment(entry.at)],
      ['tilknyttetAv', entry.by],
      [
        'dokumentobjekt',
        [
          ['systemID', file.objectId],
          ['versjonsnummer', '1'],
          ['variantformat', file.isArchival ? 'Arkivformat' : 'Produksjonsformat'],
          ['format', file.isArchival ? arkivformat.name : file.ending.toUpperCase()],
          file.isArchival ? ['formatDetaljer', arkivformat.detail] : null,
          ['opprettetDato', moment(entry.at)],
          ['opprettetAv', entry.by],
          ['referanseDokumentfil', file.path],
          ['sjekksum', file.sha256],
          ['sjekksumAlgoritme', 'SHA-256'],
          ['filstoerrelse', String(file.size)]
        ]
      ]
    ]
  ];
}

/** A moment as the schema's dateTime, in UTC. */
function moment(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}
