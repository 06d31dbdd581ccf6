import { findNothing } from '#lib/server/api/operations.ts';
import { answering, otherwise } from '../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(findNothing);
export const fallback = otherwise;
