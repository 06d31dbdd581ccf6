import { readSentFile } from '#lib/server/dispatch/sent-file.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireCase, requireKeys, requirePosting } from '../../../../../open-cases.ts';
import type { RequestHandler } from './$types';

// A file as it was sent or is to be printed; who reads it stands in the audit of the case.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  const { vault } = requirePosting(app);
  const found = await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, params);
    if (!parts.includes('case_officer')) throw Problem.notFound();
    return readSentFile(tx, file, params, { vault, at: app.clock() });
  });
  return new Response(new Uint8Array(found.content), {
    headers: {
      'content-type': found.mimeType,
      'content-disposition': `attachment; filename="${found.name}"`,
      'cache-control': 'no-store'
    }
  });
};
