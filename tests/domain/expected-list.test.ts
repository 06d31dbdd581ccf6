import { describe, expect, it } from 'vitest';
import {
  compareLists,
  everyoneIn,
  expectedViewOf,
  isInExpectedView,
  nextList,
  successorsOf,
  type Expectation
} from '#lib/domain/expected-list.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const of = (municipalityNo: string, known: Partial<Expectation> = {}): Expectation => ({
  ...{ municipalityNo, status: 'expected', coveredBy: null, contactName: null, contactEmail: null },
  ...known
});

describe('the list of the next round', () => {
  it('follows a municipality that was split, with its contact to the larger part', () => {
    const list = [of('1507', { contactEmail: 'post@alesund.example' }), of('1506')];
    const next = nextList(geography, 'midt', { date: '2023-06-01', list }, '2024-06-01');
    expect(next.find(({ municipalityNo }) => municipalityNo === '1508')?.contactEmail).toBe('post@alesund.example');
    expect(next.find(({ municipalityNo }) => municipalityNo === '1580')?.contactEmail).toBeNull();
    const numbers = next.map(({ municipalityNo }) => municipalityNo);
    const { origins, gone } = compareLists(geography, { date: '2023-06-01', list }, { date: '2024-06-01', numbers });
    const kinds = new Map(origins.map(({ municipalityNo, kind }) => [municipalityNo, kind]));
    expect([kinds.get('1508'), kinds.get('1580'), kinds.get('1506'), kinds.get('1505')]).toEqual([
      'split',
      'split',
      'same',
      'new'
    ]);
    expect(gone).toEqual([]);
  });

  it('reaches only the counties that the last round reached', () => {
    const last = { date: '2023-06-01', list: [of('5001'), of('5006')] };
    const next = nextList(geography, 'midt', last, '2024-06-01');
    expect(new Set(next.map(({ municipalityNo }) => municipalityNo.slice(0, 2)))).toEqual(new Set(['50']));
    expect(everyoneIn(geography, 'midt', '2024-06-01').length).toBeGreaterThan(next.length);
  });

  it('keeps hosts that are still there, and asks whoever declined again', () => {
    const list = [
      of('4204'),
      of('4223', { status: 'covered_by_host', coveredBy: '4204' }),
      of('4201', { status: 'declined' })
    ];
    const next = nextList(geography, 'sor', { date: '2024-03-31', list }, '2025-03-31');
    expect(next.find(({ municipalityNo }) => municipalityNo === '4223')).toMatchObject({ coveredBy: '4204' });
    expect(next.find(({ municipalityNo }) => municipalityNo === '4201')).toMatchObject({ status: 'expected' });
  });

  it('gives a merged municipality the first contact there is, and names all it was', () => {
    const merger: Geography = {
      ...geography,
      changes: ['4201', '4204'].map((numberBefore) => ({
        ...{ kind: 'renumbered', numberBefore, numberAfter: '4204', date: '2025-01-01', weight: 1 }
      }))
    };
    const list = [of('4201'), of('4204', { contactEmail: 'post@kristiansand.example' }), of('4223')];
    const next = nextList(merger, 'sor', { date: '2024-03-31', list }, '2025-03-31');
    expect(next.find(({ municipalityNo }) => municipalityNo === '4204')?.contactEmail).toBe(
      'post@kristiansand.example'
    );
    const compared = compareLists(merger, { date: '2024-03-31', list }, { date: '2025-03-31', numbers: ['4204'] });
    expect(compared).toEqual({
      origins: [{ municipalityNo: '4204', from: ['4201', '4204'], kind: 'merged' }],
      gone: ['4223']
    });
  });

  it('follows new numbers only over the dates between the two lists', () => {
    expect(successorsOf(geography, '3001', '2023-12-31', '2024-01-01')).toEqual(['3101']);
    expect(successorsOf(geography, '3001', '2022-01-01', '2023-12-31')).toEqual(['3001']);
  });
});

describe('a view of the list', () => {
  const one = { status: 'expected', contactEmail: 'post@bykle.example', origin: 'same' } as const;

  it('shows everyone unless an address names another', () => {
    expect([null, 'noe annet', 'changed'].map(expectedViewOf)).toEqual(['all', 'all', 'changed']);
    expect(isInExpectedView(one, 'all')).toBe(true);
  });

  it('finds those that nobody can write to, that do not answer themselves, or that are not as last time', () => {
    const views = ['no_contact', 'not_self', 'changed'] as const;
    expect(views.map((view) => isInExpectedView(one, view))).toEqual([false, false, false]);
    expect(isInExpectedView({ ...one, contactEmail: null }, 'no_contact')).toBe(true);
    expect(isInExpectedView({ ...one, status: 'declined' }, 'not_self')).toBe(true);
    expect(isInExpectedView({ ...one, status: 'covered_by_host' }, 'not_self')).toBe(true);
    expect(isInExpectedView({ ...one, origin: 'merged' }, 'changed')).toBe(true);
    expect(isInExpectedView({ ...one, origin: null }, 'changed')).toBe(false);
  });
});
