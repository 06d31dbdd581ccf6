import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { summonsLetter } from '#lib/i18n/case-letter/letter.ts';
import { addDocuments } from '#lib/server/case/document.ts';
import { readPerson } from '#lib/server/case/person.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { letterPdf } from '#lib/server/dispatch/letter-pdf.ts';
import { queueDispatch } from '#lib/server/dispatch/outbox.ts';
import { load } from '../../src/routes/saker/[municipality]/[case]/arkiv/+page.server.ts';
import { GET } from '../../src/routes/saker/[municipality]/[case]/arkiv/pakke.zip/+server.ts';
import { asked, masters, openCaseDesk, type CaseDesk } from '../support/case-desk.ts';
import { summonsFacts } from '../support/letter-facts.ts';
import { noarkFaults } from '../support/noark-shape.ts';
import { archivalFaults } from '../support/pdf-archive.ts';
import { elementsOf, textOf, xmlTree } from '../support/xml-tree.ts';

let desk: CaseDesk;
let closed: StoredCase;
let letter: Buffer;

beforeAll(async () => {
  desk = await openCaseDesk();
  const found = desk.cases.find(({ state }) => state === 'closed');
  if (!found || !desk.app.posting) throw new Error('no closed case');
  closed = found;
  const { vault } = desk.app.posting;
  letter = await letterPdf(summonsLetter(summonsFacts, 'nb'), desk.at);
  const file = { mimeType: 'application/pdf', name: 'brev.pdf', content: letter.toString('base64') };
  const calendar = { mimeType: 'text/calendar', name: 'avtale.ics', content: Buffer.from('BEGIN').toString('base64') };
  await desk.db.transaction({ kind: 'system', task: 'case_dispatch' }, (tx) =>
    queueDispatch(
      tx,
      vault,
      {
        ...{ municipalityNo: closed.municipalityNo, caseId: closed.id, kind: 'summons' },
        message: {
          ...{ channel: 'letter', title: 'Brev fra Kristiansand kommune', files: [file, calendar] },
          to: { name: 'Oppdiktet Person 8', nationalId: null, address: null }
        }
      },
      { at: desk.at, by: null }
    )
  );
  const scan = { ending: 'pdf', content: Buffer.from('%PDF-1.4 skannet %%EOF') };
  await desk.db.transaction({ kind: 'system', task: 'case_intake' }, async (tx) => {
    for (const kind of ['referral', 'answer'] as const) {
      const place = { ...closed, of: 'case' as const };
      await addDocuments({ tx, masters, at: desk.at }, place, { kind, files: [scan], by: null });
    }
  });
}, 60_000);
afterAll(() => desk.db.close());

const asking = (role: Role, file = closed) => asked(desk, role, { file });
const taken = async (role: Role = 'archivist') => {
  const response = await GET(asking(role) as never);
  return { response, files: unzipSync(new Uint8Array(await response.arrayBuffer())) };
};
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('holds the record, what was sent byte for byte, the description and the checksums, and nothing else', async () => {
  const { files } = await taken();
  expect(Object.keys(files)).toEqual([
    ...['dokumenter/0001.pdf', 'dokumenter/0002.pdf', 'dokumenter/0003.pdf', 'dokumenter/0004.pdf'],
    ...['arkivstruktur.xml', 'manifest-sha256.txt']
  ]);
  expect(Buffer.from(files['dokumenter/0004.pdf'] ?? []).equals(letter)).toBe(true);
  expect(text(files['dokumenter/0002.pdf'])).toContain('skannet');
});

it('has PDF/A in all that we have written', async () => {
  const { files } = await taken();
  for (const name of ['dokumenter/0001.pdf', 'dokumenter/0004.pdf']) {
    expect(archivalFaults(files[name] ?? new Uint8Array()), name).toEqual([]);
  }
});

it('has a description shaped as Noark 5, whose checksums and sizes are those of the files', async () => {
  const { files } = await taken();
  const tree = xmlTree(text(files['arkivstruktur.xml']));
  expect(noarkFaults(tree)).toEqual([]);
  for (const object of elementsOf(tree, 'dokumentobjekt')) {
    const bytes = files[textOf(object, 'referanseDokumentfil') ?? ''] ?? new Uint8Array();
    expect(textOf(object, 'sjekksum')).toBe(sha256(bytes));
    expect(textOf(object, 'filstoerrelse')).toBe(String(bytes.length));
  }
  expect(elementsOf(tree, 'dokumentobjekt')).toHaveLength(4);
  expect(
    elementsOf(tree, 'format')
      .map((one) => one.text)
      .sort()
  ).toEqual(['PDF', 'PDF', 'PDF/A-2a', 'PDF/A-2a']);
  expect(textOf(tree, 'partNavn')).toBe('Oppdiktet Person 8');
  expect(textOf(tree, 'arkivskaperID')).toBe('820852982');
  expect(elementsOf(tree, 'korrespondansepartNavn').map((one) => one.text)).toContain('Oppdiktet Person 8');
  expect(textOf(tree, 'kassasjonsdato')).toBe(closed.deleteAfter);
});

it('has a manifest that covers every other file', async () => {
  const { files } = await taken();
  const lines = text(files['manifest-sha256.txt']).trimEnd().split('\n');
  const others = Object.entries(files).filter(([name]) => name !== 'manifest-sha256.txt');
  expect(lines).toEqual(others.map(([name, bytes]) => `${sha256(bytes)}  ${name}`));
});

it('tells nobody of the person by its name, and is kept by no cache', async () => {
  const { response } = await taken();
  const name = response.headers.get('content-disposition') ?? '';
  expect(name).toBe(`attachment; filename="arkivpakke-4204-${closed.year}-${closed.number}.zip"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('is an audited reading, and the page and the audit have its checksum', async () => {
  const { response } = { response: await GET(asking('archivist') as never) };
  const sum = sha256(new Uint8Array(await response.arrayBuffer()));
  const { rows } = await desk.db.owner.query<{ action: string; detail: { sha256?: string } }>(
    `select action, detail from audit where subject = $1 order by sequence desc limit 4`,
    [`case/${closed.id}`]
  );
  expect(rows).toEqual([
    { action: 'case_exported', detail: { documents: 4, sha256: sum } },
    { action: 'case_document_read', detail: { purpose: 'archive', document: expect.any(String) as unknown } },
    { action: 'case_document_read', detail: { purpose: 'archive', document: expect.any(String) as unknown } },
    { action: 'case_person_read', detail: { purpose: 'archive' } }
  ]);
  const page = await load(asking('archivist') as never);
  expect(page).toMatchObject({ isClosed: true, letters: 1, documents: 2 });
  expect(page?.exports[0]).toMatchObject({ documents: 4, sha256: sum, madeBy: expect.any(String) as unknown });
});

it.each(['case_officer', 'unit_leader', 'sampler', 'adviser', 'governor', 'administrator', 'respondent'] as const)(
  'is not found by %s, who leaves no trace of having asked',
  async (role) => {
    const count = async () => (await desk.db.owner.query(`select count(*)::integer as n from audit`)).rows;
    const before = await count();
    await expect(GET(asking(role) as never)).rejects.toMatchObject({ status: 404 });
    await expect(async () => load(asking(role) as never)).rejects.toMatchObject({ status: 404 });
    expect(await count()).toEqual(before);
  }
);

it('is made of closed cases only, and the store says so too', async () => {
  const open = desk.cases.find(({ state }) => state === 'active');
  if (!open) throw new Error('no open case');
  await expect(GET(asking('archivist', open) as never)).rejects.toMatchObject({ status: 404 });
  const archivist = desk.actorOf('archivist');
  const export_ = (actor: typeof archivist, { municipalityNo, id }: StoredCase) =>
    desk.db.transaction(actor, (tx) =>
      tx.query(`insert into case_export values ($1, $2, 99, now(), $3, 1, $4)`, [
        ...[municipalityNo, id, actor.personId, 'a'.repeat(64)]
      ])
    );
  await expect(export_(archivist, open)).rejects.toMatchObject({ status: 404 });
  await expect(export_(desk.actorOf('unit_leader'), closed)).rejects.toMatchObject({ status: 404 });
  const person = await desk.db.transaction(archivist, (tx) =>
    readPerson({ tx, masters, at: desk.at }, open, 'archive')
  );
  expect(person).toBeNull();
});
