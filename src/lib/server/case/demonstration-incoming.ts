import { randomUUID } from 'node:crypto';
import type { Tx } from '#lib/server/db.ts';
import { addDocuments } from './document.ts';
import type { MasterKeys } from './master-key.ts';

/** Puts a made-up consignment with one page where SvarInn would have put it. */
export async function seedIncoming(tx: Tx, masters: MasterKeys, municipalityNo: string, at: Date): Promise<void> {
  const place = { municipalityNo, unitNo: municipalityNo, id: randomUUID(), of: 'incoming' } as const;
  const sentAt = new Date(at.getTime() - 86_400_000);
  await tx.query(
    `insert into case_incoming (municipality_no, id, unit_no, external_id, state, sent_at, fetched_at, tried_at)
    values ($1, $2, $1, 'demonstration', 'waiting', $3, $4, $4)`,
    [municipalityNo, place.id, sentAt, at]
  );
  const files = [{ ending: 'pdf', content: onePage('Oppdiktet henvisning i demonstrasjonen') }];
  await addDocuments({ tx, masters, at }, place, { kind: 'referral', files, by: null });
}

/** A PDF of one line of plain letters. */
function onePage(line: string): Buffer {
  const drawn = `BT /F1 18 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 6\n0000000000 65535 f \n${table}${end}`, 'latin1');
}
