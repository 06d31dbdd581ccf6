import { readOpenApi } from '#lib/server/api/operations.ts';
import { answering } from '../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const { GET, OPTIONS } = answering(readOpenApi);
