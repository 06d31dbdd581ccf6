import { describe, expect, it } from 'vitest';
import { readCaseTable } from '#lib/domain/case/case-table.ts';
import { readPastedText } from '#lib/domain/delimited-text.ts';
import { nb } from '#lib/i18n/nb.ts';
import { nn } from '#lib/i18n/nn.ts';

const heads = [nb.ownCount.columns, nn.ownCount.columns];
const whole = 'Mottatt dato;Møtt første gang dato;Under 18 ved henvisning;Uteblitt minst én gang;Avsluttet dato';

function read(text: string) {
  const rows = readPastedText(text);
  if ('refused' in rows) throw new Error('no rows in ' + text);
  return readCaseTable(rows.rows, heads);
}
const problemsOf = (text: string) => {
  const table = read(text);
  return 'problems' in table ? table.problems : [];
};

describe('a table of cases from another system', () => {
  it('gives cases, in any order of columns and in both languages, and reads no other column', () => {
    const nynorsk =
      'Namn;UNDER 18 VED TILVISING;Motteken dato;Møtt første gong  dato\nKari;Ja;1.2.2023;\n;;2.2.2023;12.2.2023';
    expect(read(nynorsk)).toEqual({
      ignored: ['Namn'],
      cases: [
        {
          ...{ receivedMonth: '2023-02-01', metMonth: null, closedMonth: null, daysToMeeting: null },
          ...{ isUnder18: true, isAgeUnknown: false, isMissed: false, isMisregistered: false }
        },
        {
          ...{ receivedMonth: '2023-02-01', metMonth: '2023-02-01', closedMonth: null, daysToMeeting: 10 },
          ...{ isUnder18: false, isAgeUnknown: true, isMissed: false, isMisregistered: false }
        }
      ]
    });
  });

  it('is refused with the row, the column and the value', () => {
    expect(
      problemsOf(`${whole}\n32.1.2023;;kanskje;;\n;;;;\n1.2.2023;1.1.2023;;;\n1.2.2023;1.3.2023;;;15.2.2023`)
    ).toEqual([
      { kind: 'cell', line: 2, column: 'received', code: 'not_day', value: '32.1.2023' },
      { kind: 'cell', line: 2, column: 'under18', code: 'not_yes_no', value: 'kanskje' },
      { kind: 'cell', line: 4, column: 'met', code: 'before_received', value: '1.1.2023' },
      { kind: 'cell', line: 5, column: 'closed', code: 'before_met', value: '15.2.2023' }
    ]);
    expect(problemsOf(`${whole}\n;1.2.2023;;;`)).toEqual([
      { kind: 'cell', line: 2, column: 'received', code: 'missing', value: '' }
    ]);
  });

  it('is refused when a column is missing or stands twice, and without rows', () => {
    expect(problemsOf('Mottatt dato;Mottatt dato\n1.2.2023;1.2.2023')).toEqual([
      { kind: 'twice', column: 'received' },
      { kind: 'no_column', column: 'met' },
      { kind: 'no_column', column: 'under18' }
    ]);
    expect(problemsOf(whole)).toEqual([{ kind: 'empty' }]);
  });
});
