import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers, type Fields } from '#lib/domain/answer.ts';
import { judgeRows, type KnownAnswer, type Verdict } from '#lib/domain/answer-import.ts';
import { answerCells, answerHeadings } from '#lib/domain/answer-table.ts';
import { readDelimitedText, readPastedText } from '#lib/domain/delimited-text.ts';
import { sheetOf } from '#lib/domain/import-sheet.ts';
import type { Language } from '#lib/domain/language.ts';
import { importScene, questionnaire, words } from '../support/import-scene.ts';

const heading = 'Kommunenummer;Kommune;Saker;Mottatte saker;Behandlede;Under 18;Organisert;Ansvar;Nettside';
const unit = 'Psykisk helse og rus;Ruskonsulent;Nei';

function judge(text: string, known: Record<string, KnownAnswer> = {}, replaces: number | null = null): Verdict[] {
  const read = readPastedText(text);
  if ('refused' in read) throw new Error(read.refused);
  const { uses, rows } = sheetOf(read.rows, { questionnaire, words });
  return judgeRows(
    importScene(known),
    uses,
    rows.map((row) => ({ ...row, replaces }))
  );
}

const first = (verdicts: Verdict[]): Verdict => {
  const [verdict] = verdicts;
  if (!verdict) throw new Error('no verdict');
  return verdict;
};
const codes = ({ notes }: Verdict) => notes.map((note) => (note.code === 'answer' ? note.problem.code : note.code));
const own = (answers: Answers, channel: KnownAnswer['channel'] = 'web'): KnownAnswer => ({
  version: 2,
  channel,
  answers
});
const answersOf = (cells: string) => first(judge(`${heading}\n0301;Oslo;${cells}`)).answers;

describe('a row of an import', () => {
  it('becomes an answer by the headings, whatever their order and case', () => {
    const verdict = first(
      judge(`KOMMUNE\tmottatte saker*\tBehandlet\tNettside\tAnsvar\tOrganisering\tHerav under 18
Kristiansand kommune\t1 204\t5,0\tJa\tRuskonsulent\thelse og omsorg\t2`)
    );
    expect(codes(verdict)).toEqual(['required']);
    expect(first(judge(`${heading}\n4204;;Ja;1\u00a0204;5,0;2;${unit}`))).toMatchObject({
      state: 'ready',
      municipalityNo: '4204',
      answers: {
        cases_received: { status: 'reported', value: 1204 },
        cases_handled: { status: 'reported', value: 5 },
        organised_under: { value: 'mental_health_and_substance_use' }
      }
    });
  });

  it('knows a column by the beginning of its question, when it begins only one', () => {
    const usesOf = (headings: string) => {
      const read = readPastedText(headings);
      return 'refused' in read ? [] : sheetOf(read.rows, { questionnaire, words }).uses;
    };
    expect(usesOf('Kommune;Har enheten mottatt saker;Hvem har det direkte;Mottatte')).toEqual([
      'municipality_name',
      'any_cases',
      'responsibility',
      'cases_received'
    ]);
    expect(usesOf('Kommune;Saker;Enheten vår;Mottatte saker;Mottatte saker fra')).toEqual([
      'municipality_name',
      'any_cases',
      '-',
      'cases_received',
      '-'
    ]);
  });

  it('finds the municipality by number without its zero, by name, and by Sami names', () => {
    const find = (number: string, name: string) => {
      const verdict = first(judge(`${heading}\n${number};${name};Ja;3;2;1;${unit}`));
      return verdict.municipalityNo ?? codes(verdict)[0];
    };
    expect(find('301', '')).toBe('0301');
    expect(find('="0301"', 'Oslo')).toBe('0301');
    expect(find('0301 Oslo', '')).toBe('0301');
    expect(find('', 'oslo KOMMUNE')).toBe('0301');
    expect(find('', 'Tråante')).toBe('5001');
    expect(find('', 'Trondheim - Tråante')).toBe('5001');
    expect(find('', 'Våler (Østfold)')).toBe('3114');
    expect(find('', 'Våler')).toBe('ambiguous_municipality');
    expect(find('3114', 'Våler')).toBe('3114');
    expect(find('4204', 'Oslo')).toBe('number_and_name');
    expect(find('9999', '')).toBe('unknown_municipality');
    expect(find('', '')).toBe('no_municipality');
  });

  it('confirms zeroes only when it says that there were no cases', () => {
    const none = { status: 'confirmed_none', value: 0 };
    expect(answersOf(`Nei;0;0;0;${unit}`)).toMatchObject({ cases_received: none, cases_handled: none });
    expect(answersOf(`;Ingen saker;;;${unit}`)).toMatchObject({ cases_received: none, cases_under_18: none });
    expect(codes(first(judge(`${heading}\n0301;;;0;0;0;${unit}`)))).toContain('zero_without_gate');
    expect(codes(first(judge(`${heading}\n0301;;Nei;3;;;${unit}`)))).toContain('contradicts_none');
    expect(codes(first(judge(`${heading}\n0301;;Ja;ingen;2;1;${unit}`)))).toContain('contradicts_none');
  });

  it('reads the signs of Statistics Norway, and never a blank as zero', () => {
    expect(answersOf(`Ja;3;-;1;${unit}`)).toMatchObject({ cases_handled: { status: 'reported', value: 0 } });
    expect(answersOf(`Ja;3;.;?;${unit}`)).toMatchObject({
      cases_handled: { status: 'not_applicable', value: null },
      cases_under_18: { status: 'dont_know', value: null }
    });
    expect(codes(first(judge(`${heading}\n0301;;Ja;3;;1;${unit}`)))).toEqual(['required']);
    expect(codes(first(judge(`${heading}\n0301;;Ja;3;..;1;${unit}`)))).toEqual(['required']);
    expect(codes(first(judge(`${heading}\n0301;;Ja;3;:;1;${unit}`)))).toContain('withheld_unknown');
    expect(first(judge(`${heading}\n0301;Oslo;;;;;;;`)).state).toBe('blank');
  });

  it('names the cell that cannot be read, with what stands there', () => {
    const verdict = first(judge(`${heading}\n0301;;Ja;3,5;1.000;-2;Rus;Ruskonsulent;Nei`));
    expect(verdict.notes).toMatchObject([
      { column: 3, value: '3,5', code: 'answer', problem: { code: 'not_whole_number' } },
      { column: 4, value: '1.000', problem: { code: 'not_whole_number' } },
      { column: 5, value: '-2', problem: { code: 'not_whole_number' } },
      { column: 6, value: 'Rus', problem: { code: 'unknown_option' } }
    ]);
  });

  it('loses nothing silently: cells beyond the headings and answers to what is not asked are told of', () => {
    expect(codes(first(judge(`${heading}\n0301;;Ja;3;2;1;${unit};5`)))).toEqual(['extra_cells']);
    const [verdict] = judge(`${heading};Nettadresse\n0301;;Ja;3;2;1;${unit};www.oslo.no`);
    expect(verdict).toMatchObject({ state: 'ready', notes: [{ code: 'not_asked', severity: 'warning', column: 9 }] });
  });

  it('is refused with every other row about the same municipality, until one is left', () => {
    const rows = `${heading}\n0301;;Ja;3;2;1;${unit}\n4204;;Ja;3;2;1;${unit}\n;Oslo;Ja;4;2;1;${unit}`;
    expect(judge(rows).map(({ state }) => state)).toEqual(['refused', 'ready', 'refused']);
    expect(first(judge(rows)).notes).toMatchObject([{ code: 'duplicate', lines: [4] }]);
  });

  it('asks before it replaces what the municipality itself has sent, and not what came from a file', () => {
    const before = answersOf(`Ja;3;2;1;${unit}`) ?? {};
    const row = `${heading}\n0301;;;4;;;;;`;
    expect(first(judge(row, { '0301': own(before) }))).toMatchObject({
      state: 'asks',
      answers: { ...before, cases_received: { value: 4 } }
    });
    expect(first(judge(row, { '0301': own(before) }, 1)).state).toBe('asks');
    expect(first(judge(row, { '0301': own(before) }, 2)).state).toBe('ready');
    expect(first(judge(row, { '0301': own(before, 'import') })).state).toBe('ready');
    expect(first(judge(`${heading}\n0301;;;3;:;;;;`, { '0301': own(before) })).state).toBe('unchanged');
  });

  it('warns of what the form would have asked about, and of an answer that is nobody’s to give', () => {
    const scene = importScene();
    const read = readPastedText(`${heading}\n0301;;Ja;3;2;1;${unit}`);
    if ('refused' in read) throw new Error(read.refused);
    const { uses, rows } = sheetOf(read.rows, scene);
    expect(judgeRows({ ...scene, notExpected: new Set(['0301']) }, uses, rows)).toMatchObject([
      { state: 'ready', notes: [{ code: 'not_expected', severity: 'warning' }] }
    ]);
  });
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((one) => one.replace(/\p{Cc}/gu, ''))
  .filter((one) => one.trim() !== '');
const wordish = fc.constantFrom(
  'vet ikke',
  ':',
  '..',
  '-',
  '.',
  '0',
  '=1+1',
  '@a',
  '"',
  '="a"',
  'Ja',
  ';',
  '+4',
  '...'
);
const count = fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.constant('0'), fc.constant(''));
const unknown = fc.constantFrom('', 'dont_know', 'not_applicable');
const typed = fc.record({
  any_cases: fc.constantFrom('yes', 'none'),
  cases_received: count,
  'cases_received.status': unknown,
  cases_handled: count,
  'cases_handled.status': unknown,
  cases_under_18: count,
  'cases_under_18.status': unknown,
  cases_carried_over: count,
  organised_under: fc.constantFrom('health_and_care', 'other', 'dont_know', 'not_applicable'),
  organised_under_other: fc.oneof(text, wordish),
  responsibility: fc.constantFrom('professional_forum', 'other', 'dont_know'),
  responsibility_other: fc.oneof(text, wordish),
  web_info: fc.constantFrom('yes', 'planned', 'no', 'dont_know'),
  web_address: fc.constantFrom('www.kommunen.no/rus', 'https://a.no/?b=1;2'),
  web_month: fc.constantFrom('03.2025', '2026-11')
});

/** Answers that the form would take, from what somebody typed; null when it would refuse them. */
function takenFrom(fields: Fields): Answers | null {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  for (const key of Object.keys(filled)) if (key.endsWith('.status')) delete filled[key.replace('.status', '')];
  const { answers, problems } = parseAnswers(questionnaire, filled);
  return problems.length === 0 ? answers : null;
}

function exported(answers: Answers, language: Language): string {
  const wording = { questionnaire, words, language };
  const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  const head = ['Kommunenummer', 'Kommune', ...answerHeadings(wording)];
  return `\uFEFF${quoted(head)}\r\n${quoted(['="0301"', 'Oslo', ...answerCells(wording, answers)])}\r\n`;
}

describe('our own export', () => {
  it('changes nothing when it is imported, and gives the same answers where there were none', () => {
    let taken = 0;
    fc.assert(
      fc.property(typed, fc.constantFrom<Language>('nb', 'nn'), (fields, language) => {
        const answers = takenFrom(fields);
        if (!answers) return;
        taken += 1;
        const file = exported(answers, language);
        expect(first(judge(file, { '0301': own(answers) })).state).toBe('unchanged');
        const anew = first(judge(file));
        expect(anew.state).toBe('ready');
        expect(anew.answers).toEqual(answers);
      }),
      { numRuns: 1500, seed: 4 }
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('keeps a row blank where there is no answer', () => {
    const wording = { questionnaire, words, language: 'nb' } as const;
    expect(new Set(answerCells(wording, null))).toEqual(new Set(['']));
  });
});

describe('any bytes at all', () => {
  it('give judged rows or say why not, and every cell is in a row, a heading or above it', () => {
    const parts = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 30 }),
        fc
          .constantFrom(
            '"',
            ';',
            '\t',
            ',',
            '\r\n',
            '\n',
            '\0',
            '0301',
            'Kommune',
            'Saker',
            'æøå',
            '\uFEFF',
            'sep=;\n',
            '..',
            ':'
          )
          .map((one) => new TextEncoder().encode(one)),
        fc.constantFrom('Bærum;3', '\u0096').map((one) => Uint8Array.from(one, (letter) => letter.charCodeAt(0)))
      ),
      { maxLength: 25 }
    );
    fc.assert(
      fc.property(parts, (chunks) => {
        const read = readDelimitedText(Uint8Array.from(chunks.flatMap((chunk) => [...chunk])));
        if ('refused' in read) return;
        const sheet = sheetOf(read.rows, { questionnaire, words });
        const verdicts = judgeRows(importScene(), sheet.uses, sheet.rows);
        const hasHeading = sheet.headings.some((one) => one !== '');
        expect(verdicts.length + sheet.above.length + (hasHeading ? 1 : 0)).toBe(read.rows.length);
        for (const { state, notes } of verdicts) {
          expect(state === 'refused').toBe(notes.some(({ severity }) => severity === 'error'));
        }
      }),
      { numRuns: 2000, seed: 7 }
    );
  });
});
