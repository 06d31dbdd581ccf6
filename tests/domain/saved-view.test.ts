import { describe, expect, it } from 'vitest';
import { longestViewName, longestViewNote, readViewName, readViewNote } from '#lib/domain/saved-view.ts';

describe('the name of a view', () => {
  it('stands on one line', () => {
    expect(readViewName('  Saker per\n innbygger ')).toEqual({ name: 'Saker per innbygger', problems: [] });
  });

  it('has no signs that nobody sees and that turn the names around it', () => {
    expect(readViewName('Saker\u202e per\u000b\u2067innbygger\u0007').name).toBe('Saker per innbygger');
    expect(readViewName('👨‍👩‍👧 i Agder').name).toBe('👨‍👩‍👧 i Agder');
  });

  it('is wanted', () => {
    for (const typed of ['', ' \n', '\u200b\u2060', '\u202e', null, undefined]) {
      expect(readViewName(typed).problems).toEqual([{ field: 'name', kind: 'missing' }]);
    }
  });

  it('that is too long is kept as typed, with its length', () => {
    const typed = '😀'.repeat(longestViewName);
    expect(readViewName(typed).problems).toEqual([]);
    const longer = readViewName(`${typed}x`);
    expect(longer.name).toBe(`${typed}x`);
    expect(longer.problems).toEqual([{ field: 'name', kind: 'too_long', length: longestViewName + 1 }]);
  });
});

describe('a note on a view', () => {
  it('keeps its lines, without what a store cannot take', () => {
    expect(readViewNote(' Hvorfor?\r\nEndret\0 praksis. ', true)).toEqual({
      note: 'Hvorfor?\nEndret praksis.',
      problems: []
    });
  });

  it('is missing only where it is wanted', () => {
    expect(readViewNote(' ', true).problems).toEqual([{ field: 'note', kind: 'missing' }]);
    expect(readViewNote('\u200b', true).problems).toEqual([{ field: 'note', kind: 'missing' }]);
    expect(readViewNote(' ', false).problems).toEqual([]);
  });

  it('has a limit', () => {
    expect(readViewNote('x'.repeat(longestViewNote + 1), false).problems).toEqual([
      { field: 'note', kind: 'too_long', length: longestViewNote + 1 }
    ]);
  });
});
