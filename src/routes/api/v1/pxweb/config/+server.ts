import { readPxConfig } from '#lib/server/api/pxweb.ts';
import { answering } from '../../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const { GET, OPTIONS } = answering(readPxConfig);
