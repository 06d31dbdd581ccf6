import type { Entry } from '#lib/domain/figure.ts';
import { smallRegion } from './region.ts';

const covered: Partial<Entry> = { status: 'covered_by_host', answers: null };

/**
 * The small region where 4001 (8 000 inhabitants, 3 cases) has the cases of 4201 (1 000, another county) in its figures, and
 * 4202 (2 000, no case) those of 4203 (4 000).
 */
export const hostedRegion: Entry[] = smallRegion.map((entry) => {
  if (entry.municipalityNo === '4201') return { ...entry, ...covered, standsIn: { host: '4001', part: 'whole' } };
  if (entry.municipalityNo === '4203') return { ...entry, ...covered, standsIn: { host: '4202', part: 'whole' } };
  return entry;
});
