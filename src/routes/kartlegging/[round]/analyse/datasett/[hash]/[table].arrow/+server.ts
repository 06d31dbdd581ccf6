import { tableStream } from '#lib/server/arrow-stream.ts';
import { Problem } from '#lib/server/problem.ts';
import { privateImmutable } from '#lib/server/workbench-dataset.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { openAnalysis } from '../../../open-analysis.ts';
import type { RequestHandler } from './$types';

// A name of other content is not found: the page then gets its answers from the server.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { dataset } = await openAnalysis(locals, params.round, url);
  const table = workbenchTables(dataset.rows).find(({ name }) => name === params.table);
  if (!table || dataset.hash !== params.hash) throw Problem.notFound();
  return new Response(new Uint8Array(tableStream(table)), {
    headers: { 'content-type': 'application/vnd.apache.arrow.stream', 'cache-control': privateImmutable }
  });
};
