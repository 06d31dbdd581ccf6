import { svgDocument } from '#lib/server/svg-document.ts';
import { workbookFile } from '#lib/server/workbook.ts';
import { analysisSheets } from '#lib/ui/analysis/taken-away.ts';
import { fileOf, openTaken } from '../taken-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const taken = await openTaken(event);
  const { locals, params, url } = event;
  const address = new URL(`/kartlegging/${params.round}/analyse`, url);
  address.search = taken.address;
  const origin = { address: address.href, at: locals.app.clock() };
  return fileOf(await workbookFile(analysisSheets(taken.input, origin, svgDocument)), taken, 'xlsx');
};
