import { describe, expect, it } from 'vitest';
import { countFile } from '#lib/client/case-table-reader.ts';
import { nb } from '#lib/i18n/nb.ts';

const heads = [nb.ownCount.columns];
const months = { first: '2023-01-01', last: '2023-12-01' };
const whole = Object.values(nb.ownCount.columns).join(';');

describe('a file that is chosen', () => {
  const file = (text: string) => new Blob([text]);

  it('is counted by the definitions of the register', async () => {
    const rows = [
      ...['15.1.2023;20.1.2023;nei;;', '3.3.2023;;ja;ja;', '10.12.2022;9.1.2023;nei;;1.2.2023', '1.1.2024;;nei;;']
    ];
    expect(await countFile(file([whole, ...rows].join('\r\n')), { months, heads })).toMatchObject({
      ...{ kind: 'counted', rows: 4, ignored: [] },
      counts: { received: 2, handled: 2, under18: 1, carriedOver: 1, notMet: 1, medianDays: 17.5 }
    });
  });

  it('that is no text, or too large, says so', async () => {
    const workbook = new Blob([new Uint8Array([0x50, 0x4b, 0x03, 0x04])]);
    expect(await countFile(workbook, { months, heads })).toEqual({ kind: 'unreadable', why: { refused: 'workbook' } });
    expect(await countFile(file('x'.repeat(5 * 1024 * 1024 + 1)), { months, heads })).toMatchObject({
      why: 'too_large'
    });
  });
});
