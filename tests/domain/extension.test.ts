import { describe, expect, it } from 'vitest';
import { readExtension } from '#lib/domain/extension.ts';

const now = new Date('2025-02-10T12:00:00Z');
const round = { freezesAt: new Date('2025-03-01T20:00:00Z') };
const read = (until: string, reason = 'Ferie') => readExtension({ until, reason }, round, now);

describe('more time', () => {
  it('lasts to the end of its last day in Norway, and never past the freeze', () => {
    expect(read('20.2.2025').extension).toEqual({ until: new Date('2025-02-20T23:00:00Z'), reason: 'Ferie' });
    expect(read('2025-03-01').extension?.until).toEqual(round.freezesAt);
  });

  it.each([
    ['i morgen', 'day'],
    ['9.2.2025', 'past'],
    ['2.3.2025', 'frozen']
  ])('is refused for %s', (until, kind) => {
    expect(read(until)).toEqual({ extension: null, problems: [{ field: 'until', kind }] });
  });

  it('has a reason of a reasonable length', () => {
    expect(read('20.2.2025', ' ').problems).toEqual([{ field: 'reason', kind: 'missing' }]);
    expect(read('20.2.2025', 'x'.repeat(301)).problems).toEqual([{ field: 'reason', kind: 'too_long' }]);
  });
});
