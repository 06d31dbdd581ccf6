import { Problem } from '#lib/server/problem.ts';
import { receiptPdf } from '#lib/server/receipt-pdf.ts';
import { listVersions } from '#lib/server/report.ts';
import { openRespondent } from '../respondent.ts';
import { municipalityNames } from '../round-members.ts';
import type { RequestHandler } from './$types';
import { receiptText } from './receipt-text.ts';

// openRespondent asks access.may for the link's municipality.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const respondent = await openRespondent(locals, params.token);
  const { actor, round } = respondent;
  const { db } = locals.app;
  const versions = await db.transaction(actor, (tx) => listVersions(tx, actor.roundId, actor.municipalityNo));
  const asked = url.searchParams.get('versjon');
  const report = asked === null ? versions[0] : versions.find((one) => String(one.version) === asked);
  if (!report) throw Problem.notFound();
  const naming = { language: locals.language, nameOf: municipalityNames(locals.app, round) };
  const pdf = await receiptPdf(receiptText(respondent, report, naming));
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="kvittering-${round.id}-${actor.municipalityNo}-v${report.version}.pdf"`
    }
  });
};
