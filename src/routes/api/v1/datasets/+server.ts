import { listDatasets } from '#lib/server/api/tables.ts';
import { answering } from '../answering.ts';

// A public page for programs: published figures alone, whoever asks.
export const { GET, OPTIONS } = answering(listDatasets);
