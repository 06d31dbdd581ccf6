import { recordLetterExport } from '#lib/server/desk-letter.ts';
import { Problem } from '#lib/server/problem.ts';
import { reportDocx } from '#lib/server/release-files/report-docx.ts';
import { reportPdf } from '#lib/server/release-files/report-pdf.ts';
import { letterReading } from '#lib/ui/desk/letter-text.ts';
import { openLetter } from '../letter.ts';
import type { RequestHandler } from './$types';

const formats = {
  docx: { write: reportDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { write: reportPdf, type: 'application/pdf' }
} as const;

// openLetter asks openDeskTown(), which asks access.may for the municipality.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { actor, town, kind, letter, language } = await openLetter(locals, params.municipality, url);
  const name = (['docx', 'pdf'] as const).find((one) => one === params.format);
  if (!letter || !name) throw Problem.notFound();
  const { db, clock } = locals.app;
  await db.transaction(actor, (tx) => recordLetterExport(tx, town.number, clock()));
  const [file] = await formats[name].write(letterReading(letter, language, clock()));
  if (!file) throw new Error('no file of the letter');
  return new Response(typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes), {
    headers: {
      'content-type': formats[name].type,
      'content-disposition': `attachment; filename="brev-${town.number}-${kind}.${name}"`
    }
  });
};
