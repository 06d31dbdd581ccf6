import { findDocument, readDocument } from '#lib/server/case/document.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireKeys } from '../../../open-cases.ts';
import type { RequestHandler } from './$types';

/** Downloaded, never shown in a page of ours: what is in it comes from outside. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  const { document, content } = await app.db.transaction(actor, async (tx) => {
    const document = await findDocument(tx, params.municipality, params.document);
    const content = document && (await readDocument({ tx, masters, at: app.clock() }, document, 'page'));
    return { document, content };
  });
  if (!document || !content) throw Problem.notFound();
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': document.ending === 'pdf' ? 'application/pdf' : 'application/octet-stream',
      'content-disposition': `attachment; filename="dokument-${document.number}.${document.ending}"`,
      'content-length': String(content.length),
      'cache-control': 'no-store'
    }
  });
};
