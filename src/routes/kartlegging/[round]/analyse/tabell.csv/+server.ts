import { analysisCsv } from '#lib/ui/analysis/csv.ts';
import { fileOf, openTaken } from '../taken-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const taken = await openTaken(event);
  return fileOf(analysisCsv(taken.input), taken, 'csv');
};
