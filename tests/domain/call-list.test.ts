import { describe, expect, it } from 'vitest';
import { byUrgency, callStateOf, readNote, type CallNote } from '#lib/domain/call-list.ts';

const today = '2025-01-20';
const note = (changed: Partial<CallNote>): CallNote => ({
  ...{ text: 'Ringte', outcome: 'talked', nextDate: null, promisedFor: null },
  ...changed
});

describe('the latest note', () => {
  it.each([
    ['broken_promise', { promisedFor: '2025-01-19', nextDate: '2025-02-01' }],
    ['promised', { promisedFor: '2025-01-20' }],
    ['due', { promisedFor: '2025-01-25', nextDate: '2025-01-20' }],
    ['later', { nextDate: '2025-01-21' }],
    ['none', {}]
  ] as const)('leaves open: %s', (state, changed) => {
    expect(callStateOf(note(changed), today)).toBe(state);
  });

  it('is missing for those nobody has called', () => {
    expect(callStateOf(null, today)).toBe('none');
  });
});

it('broken promises come first, then calls of today, then returned mail, then the others', () => {
  const callee = (name: string, changed: Partial<CallNote> | null, bouncedAt: Date | null = null) => {
    const latest = changed && note(changed);
    return { name, latest, bouncedAt, state: callStateOf(latest, today) };
  };
  const list = [
    callee('Åseral', null),
    callee('Bygland', { nextDate: '2025-02-01' }),
    callee('Evje', null, new Date(today)),
    callee('Froland', { nextDate: '2025-01-18' }),
    callee('Grimstad', { promisedFor: '2025-01-15' }),
    callee('Arendal', { promisedFor: '2025-01-17' })
  ];
  expect(list.toSorted(byUrgency).map(({ name }) => name)).toEqual([
    'Grimstad',
    'Arendal',
    'Froland',
    'Evje',
    'Bygland',
    'Åseral'
  ]);
});

describe('a typed note', () => {
  const typed = { text: ' Ringte  Kari ', outcome: 'promised', nextDate: '25.1.2025', promisedFor: '2025-01-24' };

  it('is read with its days', () => {
    expect(readNote(typed, today)).toEqual({
      note: { text: 'Ringte Kari', outcome: 'promised', nextDate: '2025-01-25', promisedFor: '2025-01-24' },
      problems: []
    });
  });

  it.each([
    [
      { text: '', outcome: 'note' },
      { field: 'text', kind: 'missing' }
    ],
    [{ text: 'a'.repeat(1001) }, { field: 'text', kind: 'too_long', length: 1001 }],
    [{ nextDate: 'i morgen' }, { field: 'nextDate', kind: 'not_day', value: 'i morgen' }],
    [{ nextDate: '19.1.2025' }, { field: 'nextDate', kind: 'past', value: '19.1.2025' }],
    [{ promisedFor: '' }, { field: 'promisedFor', kind: 'missing' }]
  ])('%o has a problem', (changed, problem) => {
    expect(readNote({ ...typed, ...changed }, today).problems).toEqual([problem]);
  });

  it('needs no text when nobody answered, and keeps a promise only when one was made', () => {
    const { note: read, problems } = readNote({ ...typed, text: '', outcome: 'no_answer' }, today);
    expect(problems).toEqual([]);
    expect(read.promisedFor).toBeNull();
  });
});
