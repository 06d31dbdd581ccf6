import { readRelease } from '#lib/server/api/releases.ts';
import { answering, otherwise } from '../../../../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const GET = answering(readRelease);
export const fallback = otherwise;
