import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { auditCsvHead, auditCsvLines } from '#lib/ui/audit/audit-csv.ts';
import { auditRow, sceneIn } from '../../support/audit-scene.ts';

const scene = sceneIn('nb');

it('has a byte order mark, semicolons, and a line for each row with its whole hash', () => {
  const file = auditCsvHead(scene) + auditCsvLines([auditRow()], scene);
  expect(file.startsWith('\uFEFFRad;')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(file.slice(1), { header: true, skipEmptyLines: true });
  expect(data).toEqual([
    {
      ...{ Rad: '1234', 'Tidspunkt (UTC)': '2024-03-01T09:05:00.123Z', Hvem: 'Ragnhild', Adresse: '192.0.2.7' },
      ...{ Hva: 'Åpnet svaret i Region Sør 2024, til og med versjon 1', Endret: '', 'Endring (JSON)': '' },
      ...{ 'Type aktør': 'person', Aktør: auditRow().actorId, Handling: 'report_read', Gjelder: 'sor-2024/4204' },
      ...{ 'Detaljer (JSON)': '{"version": 1}', 'Forrige kontrollsum': '', Kontrollsum: 'ab'.repeat(32) }
    }
  ]);
});

it.each(['=1+1', '+47 38', '-1', '@sum', '\tx', '\rx', '=1+1\nog mer'])('no cell is a formula: %j', (name) => {
  const [cells] = Papa.parse<string[]>(auditCsvLines([auditRow({ actorName: name })], scene), { delimiter: ';' }).data;
  expect(cells?.[2]).toBe(`'${name}`);
});

it('of no rows has no lines', () => {
  expect(auditCsvLines([], scene)).toBe('');
});
