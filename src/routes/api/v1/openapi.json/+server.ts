import { readOpenApi } from '#lib/server/api/operations.ts';
import { answering, otherwise } from '../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(readOpenApi);
export const fallback = otherwise;
