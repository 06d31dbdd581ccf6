import { analysisAddress } from '#lib/domain/analysis.ts';
import type { AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { fileName } from './file-name.ts';
import { openAnalysis } from './open-analysis.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};
/** Who asks for a file, of what. */
type Asked = { locals: App.Locals; params: { round: string }; url: URL };
/** A view with the rows it is made from, and its canonical address. */
type Taken = { input: AnalysisInput; address: string };

/** The view that a file is asked of, for whoever may have it. */
export async function openTaken({ locals, params, url }: Asked): Promise<Taken> {
  const { scene, analysis, dataset } = await openAnalysis(locals, params.round, url);
  const rows = await locals.app.workbench.view(dataset, analysis);
  return { input: { rows, scene, analysis }, address: analysisAddress(analysis, params.round) };
}

/** A file of a view, named after its round and choices. */
export function fileOf(content: BodyInit, { input, address }: Taken, kind: keyof typeof types): Response {
  const name = fileName(input.scene.roundId, address);
  return new Response(content, {
    headers: { 'content-type': types[kind], 'content-disposition': `attachment; filename="${name}.${kind}"` }
  });
}
