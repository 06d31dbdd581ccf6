import { readTable } from '#lib/server/api/tables.ts';
import { answering, otherwise } from '../../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(readTable);
export const fallback = otherwise;
