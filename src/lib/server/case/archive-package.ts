import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { ArchivedCase, ArchivedMessage, CaseRecord } from '#lib/domain/case/case-archive.ts';
import { noarkXml, type NoarkCase, type NoarkEntry, type NoarkFile } from '#lib/domain/case/noark.ts';
import { recordPdf } from './record-pdf.ts';

/** How what is in a package is called. */
export type PackageWords = {
  recordTitle: string;
  referral: string;
  answer: string;
  prosecution: string;
  publicLetter: string;
  publicNote: string;
  kinds: Record<ArchivedMessage['kind'], string>;
};
type Given = Omit<NoarkCase, 'entries' | 'archive'> & { archive: Omit<NoarkCase['archive'], 'id' | 'seriesId'> };
/** A package as it is downloaded; `sha256` (hex) is of the whole file. */
export type ArchivePackage = { bytes: Uint8Array<ArrayBuffer>; documents: number; sha256: string };

type Packed = { path: string; bytes: Uint8Array };
const never = new Date(1980, 0, 1);
const pdf = 'application/pdf';

/**
 * The package of a case: `dokumenter/` with the record and what was sent, `arkivstruktur.xml` and `manifest-sha256.txt`. The same case at
 * the same moment gives the same bytes.
 */
export async function archivePackage(
  one: ArchivedCase,
  { record, given, words }: { record: CaseRecord; given: Given; words: PackageWords }
): Promise<ArchivePackage> {
  const packed: Packed[] = [{ path: pathOf(1), bytes: await recordPdf(record, given.exportedAt) }];
  const packing = { one, given, words, packed };
  const entries = [
    referralEntry(packing),
    ...one.documents.filter(({ kind }) => kind === 'answer').map((answer) => answerEntry(answer, packing)),
    ...lettersOf(one).map((message) => letterEntry(message, packing)),
    noteEntry(packing)
  ];
  const archive = { ...given.archive, id: idOf(one.id, 'archive'), seriesId: idOf(one.id, 'series') };
  const xml = noarkXml({ ...given, archive, entries: entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()) });
  const described = [...packed, { path: 'arkivstruktur.xml', bytes: Buffer.from(xml, 'utf8') }];
  const manifest = described.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');
  const files = [...described, { path: 'manifest-sha256.txt', bytes: Buffer.from(manifest, 'utf8') }];
  const zipped = zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, new Uint8Array(bytes)])), {
    mtime: never
  });
  const bytes = new Uint8Array(zipped);
  return { bytes, documents: packed.length, sha256: sha256(bytes) };
}

/** Letters and notices that left, or were to leave; what was taken back is told of in the record only. */
function lettersOf({ messages }: Pick<ArchivedCase, 'messages'>): ArchivedMessage[] {
  return messages.filter(({ channel, state, files }) => channel !== 'sms' && state !== 'cancelled' && files !== null);
}

type Packing = { one: ArchivedCase; given: Given; words: PackageWords; packed: Packed[] };

/** The referral with the files that it came with; without any it is told of only. */
function referralEntry({ one, given, words, packed }: Packing): NoarkEntry {
  const files = one.documents
    .filter(({ kind }) => kind === 'referral')
    .map((document) => pack(packed, document, words.referral));
  return {
    ...{ id: idOf(one.id, 'referral'), kind: 'incoming', title: words.referral, publicTitle: words.publicLetter },
    ...{ party: words.prosecution, by: given.responsible, at: given.openedAt, movedAt: given.openedAt, files }
  };
}

function answerEntry(document: ArchivedCase['documents'][number], { given, words, packed }: Packing): NoarkEntry {
  const { id, addedAt } = document;
  return {
    ...{ id: idOf(id, 'answer'), kind: 'incoming', title: words.answer, publicTitle: words.publicLetter },
    ...{ party: words.prosecution, by: given.responsible, at: addedAt, movedAt: addedAt },
    files: [pack(packed, document, words.answer)]
  };
}

/** Puts a file in the package, under the next number. */
function pack(
  packed: Packed[],
  { id, ending, bytes }: { id: string; ending: string; bytes: Uint8Array },
  title: string
): NoarkFile {
  packed.push({ path: pathOf(packed.length + 1, ending), bytes });
  return fileOf(packed, { id, title, ending });
}

/** A letter with its PDFs as they were sent; the entry for a calendar is left out, since the letter has the time. */
function letterEntry(message: ArchivedMessage, { given, words, packed }: Packing): NoarkEntry {
  const title = words.kinds[message.kind];
  const files = (message.files ?? [])
    .filter(({ mimeType }) => mimeType === pdf)
    .map(({ bytes }, index) =>
      pack(packed, { id: idOf(message.id, `document ${index}`), ending: 'pdf', bytes }, title)
    );
  return {
    ...{ id: message.id, kind: 'outgoing', title, publicTitle: words.publicLetter, files },
    ...{ party: message.receiver ?? '', by: given.responsible, at: message.createdAt, movedAt: message.sentAt }
  };
}

function noteEntry({ one, given, words, packed }: Packing): NoarkEntry {
  const [record] = packed;
  return {
    ...{ id: idOf(one.id, 'note'), kind: 'note', title: words.recordTitle, publicTitle: words.publicNote },
    ...{ party: given.archive.unit, by: given.exportedBy, at: given.exportedAt, movedAt: null },
    files: record ? [fileOf([record], { id: idOf(one.id, 'record'), title: words.recordTitle, ending: 'pdf' })] : []
  };
}

function fileOf(packed: readonly Packed[], named: Pick<NoarkFile, 'id' | 'title' | 'ending'>): NoarkFile {
  const last = packed.at(-1);
  if (!last) throw new Error('a document without a file: ' + named.id);
  const { path, bytes } = last;
  const objectId = idOf(named.id, 'object');
  return { ...named, objectId, path, isArchival: isArchival(bytes), sha256: sha256(bytes), size: bytes.length };
}

/** Whether a PDF says of itself that it is PDF/A-2a, in the metadata that is never compressed. */
function isArchival(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return text.includes('<pdfaid:part>2<') && text.includes('<pdfaid:conformance>A<');
}

function pathOf(number: number, ending = 'pdf'): string {
  return `dokumenter/${String(number).padStart(4, '0')}.${ending}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** An id that is always the same for the same part of the same thing, shaped as a UUID of version 8. */
function idOf(id: string, part: string): string {
  const hex = createHash('sha256').update(`${id} ${part}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32)
  ].join('-');
}
