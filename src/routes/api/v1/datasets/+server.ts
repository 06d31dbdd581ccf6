import { listDatasets } from '#lib/server/api/tables.ts';
import { answering, otherwise } from '../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(listDatasets);
export const fallback = otherwise;
