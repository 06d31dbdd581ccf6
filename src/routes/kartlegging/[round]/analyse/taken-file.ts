import { analysisAddress } from '#lib/domain/analysis-address.ts';
import { Problem } from '#lib/server/problem.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { workbookFile } from '#lib/server/workbook.ts';
import { readAnalysis, type Run } from '#lib/stats/analysis-rows.ts';
import { csvOfLines } from '#lib/ui/analysis/file-lines.ts';
import type { AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { takenAnalysis, takenPicture, takenSheets, type TakenAway } from '#lib/ui/analysis/taken-away.ts';
import { topics } from '#lib/ui/analysis/topics.ts';
import { fileName, type FilePage } from './file-name.ts';
import { openAnalysis, openRegionAnalysis } from './open-analysis.ts';
import { sharedAddress } from './shared-address.ts';

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', contentOf: (taken: TakenAway) => csvOfLines(taken.lines()) },
  svg: { type: 'image/svg+xml', contentOf: (taken: TakenAway) => takenPicture(taken, svgDocument) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    contentOf: (taken: TakenAway, origin: { address: string; at: Date }) =>
      workbookFile(takenSheets(taken, origin, svgDocument))
  }
};
/** Who asks for a file, of which round and choices. */
type Asked = { locals: App.Locals; params: { round: string }; url: URL };

/** What a page of the workbench shows as a file, named after its round and choices, for whoever may have it. */
export async function openFile(
  { locals, params, url }: Asked,
  page: FilePage,
  kind: keyof typeof kinds
): Promise<Response> {
  const open = page === 'analyse' ? openAnalysis : openRegionAnalysis;
  const opened = await open(locals, params.round, url);
  const { type, contentOf } = kinds[kind];
  const whole = analysisAddress(opened.analysis, params.round);
  const chosen = page === 'analyse' ? whole : sharedAddress(whole);
  const address = new URL(`/kartlegging/${params.round}/analyse${page === 'analyse' ? '' : `/${page}`}`, url);
  address.search = chosen;
  const taken = await locals.app.workbench.ask(opened.dataset, (run) => readTaken(run, page, opened));
  const content = await contentOf(taken, { address: address.href, at: locals.app.clock() });
  if (content === null) throw Problem.notFound();
  const name = `${fileName(page, params.round, chosen)}.${kind}`;
  return new Response(content, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
  });
}

async function readTaken(
  run: Run,
  page: FilePage,
  { scene, analysis }: Pick<AnalysisInput, 'scene' | 'analysis'>
): Promise<TakenAway> {
  if (page !== 'analyse') return (await topics[page](run, { scene, analysis })).taken;
  return takenAnalysis({ rows: await readAnalysis(run, analysis), scene, analysis });
}
