import { readPxTable } from '#lib/server/api/pxweb.ts';
import { answering, otherwise } from '../../../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(readPxTable);
export const fallback = otherwise;
