import { Problem } from '#lib/server/problem.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { analysisPicture } from '#lib/ui/analysis/taken-away.ts';
import { fileOf, openTaken } from '../taken-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const taken = await openTaken(event);
  const picture = analysisPicture(taken.input, svgDocument);
  if (picture === null) throw Problem.notFound();
  return fileOf(picture, taken, 'svg');
};
