import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noarkXml, type NoarkCase, type NoarkEntry } from '#lib/domain/case/noark.ts';
import { noarkFaults } from '../../support/noark-shape.ts';
import { elementsOf, textOf, xmlTree } from '../../support/xml-tree.ts';

const at = new Date('2026-03-04T10:00:00.123Z');
const id = (number: number) => `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
const letter: NoarkEntry = {
  ...{ id: id(1), kind: 'outgoing', title: 'Innkalling', publicTitle: 'Brev', party: 'Ola Oppdiktet', by: 'Sara' },
  ...{ at, movedAt: at },
  files: [
    {
      ...{
        id: id(2),
        objectId: id(3),
        path: 'dokumenter/0002.pdf',
        title: 'Innkalling',
        isArchival: true,
        ending: 'pdf'
      },
      ...{ sha256: 'a'.repeat(64), size: 12 }
    }
  ]
};
const one: NoarkCase = {
  ...{ id: id(9), number: 12, year: 2026, title: 'Sak 12/2026', publicTitle: 'Oppfølging av person' },
  archive: {
    ...{ id: id(7), title: 'Saksregisteret', seriesId: id(8), series: 'Saker', unit: 'Kristiansand' },
    ...{ creatorNo: '820852982', creator: 'Kristiansand' }
  },
  ...{
    responsible: 'Sara',
    person: { name: 'Ola Oppdiktet', address: 'Oppdiktveien 1' },
    partRole: 'Den saken gjelder'
  },
  ...{ openedAt: at, closedAt: at, closedBy: 'Sara', exportedAt: at, exportedBy: 'Arne', keptYears: 1 },
  ...{ decideOn: '2027-03-04', shieldedBy: 'offl. § 13' },
  entries: [
    { ...letter, id: id(4), kind: 'incoming', files: [] },
    letter,
    { ...letter, id: id(5), kind: 'note', movedAt: null }
  ]
};

it('is written in the order and with the values of Noark 5', () => {
  const tree = xmlTree(noarkXml(one));
  expect(noarkFaults(tree)).toEqual([]);
  expect(tree.attributes.xmlns).toBe('http://www.arkivverket.no/standarder/noark5/arkivstruktur');
  expect(elementsOf(tree, 'registrering').map(({ attributes }) => attributes['xsi:type'])).toEqual([
    ...['journalpost', 'journalpost', 'arkivnotat']
  ]);
  expect(elementsOf(tree, 'journalposttype').map(({ text }) => text)).toEqual([
    ...['Inngående dokument', 'Utgående dokument']
  ]);
  expect(elementsOf(tree, 'skjermingshjemmel')).toHaveLength(4);
  expect([textOf(tree, 'format'), textOf(tree, 'variantformat')]).toEqual(['PDF/A-2a', 'Arkivformat']);
});

it('tells of a file that is no PDF/A as what it is, and of a document without a file alone', () => {
  const [file] = letter.files;
  if (!file) throw new Error('no file');
  const entries = [{ ...letter, files: [{ ...file, isArchival: false }] }];
  const tree = xmlTree(noarkXml({ ...one, entries, person: { name: 'Ola', address: null } }));
  expect(noarkFaults(tree)).toEqual([]);
  expect([textOf(tree, 'format'), textOf(tree, 'variantformat')]).toEqual(['PDF', 'Produksjonsformat']);
  expect(textOf(tree, 'postadresse')).toBeNull();
});

it('is well-formed whatever the names are, and gives them back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const name = `N ${typed.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')}`;
      const tree = xmlTree(noarkXml({ ...one, person: { name, address: name } }));
      expect([textOf(tree, 'partNavn'), textOf(tree, 'postadresse')]).toEqual([name, name]);
    }),
    { seed: 5, numRuns: 200 }
  );
});
