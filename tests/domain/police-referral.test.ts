import { describe, expect, it } from 'vitest';
import { readReferral, referralLinesOf, type PoliceReferral, type Received } from '#lib/domain/police-referral.ts';
import { readReferralTable } from '#lib/domain/police-referral-table.ts';

const districts = ['Agder', 'Sør-Øst'];
const typed = {
  ...{ district: 'agder', unit: 'cases', value: '12', from: '1.7.2022', to: '2024-03-31' },
  source: ' Agder politidistrikt,  brev av 3. mai 2024 '
};
const round = { periodStart: '2022-07-01', periodEnd: '2024-03-31' };
const referral: PoliceReferral = {
  ...{ district: 'Agder', unit: 'cases', value: 12, from: '2022-07-01', to: '2024-03-31' },
  source: 'Agder politidistrikt, brev av 3. mai 2024'
};

describe('what is typed', () => {
  it('is read with the district as it is called and the days as ISO', () => {
    expect(readReferral(typed, districts)).toEqual({ referral, problems: [] });
  });

  it('is told field by field where it is wrong', () => {
    const wrong = { district: 'Oslo', unit: '', value: '3,5', from: 'i fjor', to: '', source: 'x'.repeat(301) };
    expect(readReferral(wrong, districts).problems).toEqual([
      { field: 'district', kind: 'unknown' },
      { field: 'unit', kind: 'empty' },
      { field: 'value', kind: 'number' },
      { field: 'from', kind: 'day' },
      { field: 'to', kind: 'empty' },
      { field: 'source', kind: 'long' }
    ]);
    const backwards = { ...typed, from: '2024-03-31', to: '2022-07-01', source: '' };
    expect(readReferral(backwards, districts).problems).toEqual([
      { field: 'to', kind: 'after' },
      { field: 'source', kind: 'empty' }
    ]);
  });
});

describe('what was referred against what was received', () => {
  const received: Received = { district: 'Agder', value: 9, reported: 25, expected: 25, outside: 0 };
  const why = (one: Partial<Received>, ...referred: Partial<PoliceReferral>[]) =>
    referralLinesOf(
      [{ ...received, ...one }],
      referred.map((each) => ({ ...referral, ...each })),
      round
    )[0]?.why;

  it('is held where cases of the same period are told of, and all municipalities have answered', () => {
    expect(why({}, {})).toBeNull();
    expect(why({}, { from: '2022-06-15', to: '2024-04-10' })).toBeNull();
  });

  it('is not held otherwise, and it is said why', () => {
    expect(why({})).toBe('none');
    expect(why({}, { district: 'Sør-Øst' })).toBe('none');
    expect(why({}, { unit: 'persons' })).toBe('persons');
    expect(why({}, { to: '2023-07-01' })).toBe('period');
    expect(why({ outside: 2 }, {})).toBe('outside');
    expect(why({ reported: 24 }, {})).toBe('silent');
  });

  it('never adds persons to cases, nor one source to another: the newest stands', () => {
    const [line] = referralLinesOf(
      [received],
      [
        { ...referral, unit: 'persons', value: 10 },
        { ...referral, value: 14 },
        { ...referral, value: 12 }
      ],
      round
    );
    expect(line?.held?.value).toBe(14);
    expect(line?.referred).toHaveLength(3);
  });
});

describe('a table', () => {
  const heads = {
    ...{ district: ['politidistrikt'], unit: ['enhet'], value: ['antall'], from: ['fra'], to: ['til'] },
    source: ['kilde']
  };
  const words = { heads, units: { saker: 'cases', personer: 'persons' } } as const;
  const head = 'Politidistrikt;Enhet;Antall;Fra;Til;Kilde';
  const read = (text: string) => readReferralTable(text, districts, words);

  it('is read whole, with the columns in any order', () => {
    const lines = ['Kilde\tTil\tFra\tAntall\tEnhet\tPolitidistrikt', 'brev\t31.3.2024\t1.7.2022\t7\tPersoner\tAgder'];
    expect(read(lines.join('\r\n'))).toEqual({
      referrals: [{ ...referral, unit: 'persons', value: 7, source: 'brev' }]
    });
  });

  it('is refused whole with every wrong line named', () => {
    const text = [head, 'Agder;saker;12;1.7.2022;31.3.2024;brev', 'Øst;saker;-1;1.7.2022;31.3.2024;brev'].join('\n');
    expect(read(text)).toEqual({
      refused: {
        kind: 'lines',
        problems: [
          { line: 3, field: 'district', kind: 'unknown', value: 'Øst' },
          { line: 3, field: 'value', kind: 'number', value: '-1' }
        ]
      }
    });
  });

  it('is refused without its columns, without lines, and when it is too long', () => {
    expect(read('Politidistrikt;Antall\nAgder;3')).toEqual({
      refused: { kind: 'columns', missing: ['unit', 'from', 'to', 'source'] }
    });
    expect(read(head)).toEqual({ refused: { kind: 'not_text' } });
    const long = [head, ...Array.from({ length: 501 }, () => 'Agder;saker;1;1.7.2022;31.3.2024;brev')].join('\n');
    expect(read(long)).toEqual({ refused: { kind: 'many', most: 500 } });
  });
});
