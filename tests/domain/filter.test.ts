import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filterAddress, isPrepared, noFilter, parseFilter } from '#lib/domain/filter.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';

const questionnaire = parseQuestionnaire(JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8')));
const parse = (address: string) => parseFilter(new URLSearchParams(address), questionnaire, ['40', '42']);

describe('the filter in a page’s address', () => {
  it('is everything when the address is bare', () => {
    expect(parse('')).toEqual({ filter: noFilter, unknown: [] });
  });

  it('comes back the same from its own address, in a fixed order', () => {
    const { filter } = parse('nett=yes&fylke=42');
    expect(filterAddress(filter)).toBe('fylke=42&nett=yes');
    expect(parse(filterAddress(filter)).filter).toEqual(filter);
  });

  it('names what it does not know and leaves it out', () => {
    expect(parse('fylke=99&nett=maybe')).toEqual({
      filter: noFilter,
      unknown: [
        { parameter: 'fylke', value: '99' },
        { parameter: 'nett', value: 'maybe' }
      ]
    });
  });

  it('is prepared when at most a county is chosen', () => {
    expect(isPrepared(parse('fylke=42').filter)).toBe(true);
    expect(isPrepared(parse('fylke=42&nett=yes').filter)).toBe(false);
  });
});
