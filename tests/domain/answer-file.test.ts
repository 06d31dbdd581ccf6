import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Fields } from '#lib/domain/answer.ts';
import { answerFileRows, filledWith, readAnswerFile } from '#lib/domain/answer-file.ts';
import { readDelimitedText } from '#lib/domain/delimited-text.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { questionnaire, someCases } from '../support/answers.ts';

const allWords = languages.map((language) => messagesIn(language).answering.file);
const fileOf = (fields: Fields, language: Language = 'nb', delimiter = ';') =>
  new TextEncoder().encode(
    `\uFEFF${Papa.unparse(answerFileRows(questionnaire, fields, { words: messagesIn(language).answering.file, language }), { delimiter, newline: '\r\n' })}\r\n`
  );
const read = (bytes: Uint8Array) => {
  const text = readDelimitedText(bytes);
  if ('refused' in text) throw new Error(text.refused);
  return readAnswerFile(questionnaire, text.rows, allWords);
};
const rows = (...lines: string[]) =>
  read(new TextEncoder().encode(['Nøkkel;Spørsmål;Svar;Status', ...lines].join('\n')));

describe('our own file', () => {
  const count = fc.constantFrom<Fields>(
    {},
    { cases_carried_over: '0' },
    { cases_carried_over: '12' },
    { 'cases_carried_over.status': 'dont_know' },
    { 'cases_carried_over.status': 'not_applicable' }
  );
  const choice = fc.constantFrom<Fields>(
    {},
    { web_info: 'dont_know' },
    { web_info: 'no' },
    { web_info: 'planned', web_month: '03.2025' },
    { web_info: 'yes', web_address: 'https://www.kommunen.no/rus;æ"ø' },
    { organised_under: 'other', organised_under_other: 'Barn, unge og familie' }
  );
  const gate = fc.constantFrom<Fields>(
    {},
    { any_cases: 'none' },
    { any_cases: 'yes', cases_received: '0', cases_handled: '3' },
    { any_cases: 'yes', 'cases_received.status': 'dont_know', 'cases_under_18.status': 'not_applicable' }
  );
  const filled = fc.tuple(count, choice, gate).map((parts): Fields => Object.assign({}, ...parts));

  it('uploaded again changes nothing: 0, blank, unknown and not applicable come back as they were', () => {
    fc.assert(
      fc.property(
        filled,
        fc.constantFrom(...languages),
        fc.constantFrom(';', ',', '\t'),
        (fields, language, separator) => {
          const { fields: again, problems } = read(fileOf(fields, language, separator));
          expect(problems).toEqual([]);
          expect(filledWith(fields, again)).toEqual(fields);
          expect(filledWith({}, again)).toEqual(fields);
        }
      )
    );
  });

  it('is read from Windows-1252 too', () => {
    const text = new TextDecoder().decode(
      fileOf({ ...someCases, organised_under: 'other', organised_under_other: 'Rådgivning' })
    );
    const bytes = Uint8Array.from(text.replace(/^\uFEFF/, ''), (letter) => letter.charCodeAt(0));
    expect(read(bytes).fields.organised_under_other).toBe('Rådgivning');
  });

  it('keeps what was not in the file, such as the name', () => {
    expect(filledWith({ name: 'Kari', cases_received: '3' }, rows('cases_received;;4;').fields)).toEqual({
      name: 'Kari',
      cases_received: '4'
    });
  });
});

describe('a filled file', () => {
  it('may have its choices as words in any language or as ids, and its columns in any order', () => {
    expect(rows('web_info;;PLANLAGT;', 'organised_under;;health_and_care;', 'any_cases;;Ja;').fields).toEqual({
      web_info: 'planned',
      organised_under: 'health_and_care',
      any_cases: 'yes'
    });
    expect(read(new TextEncoder().encode('Svar,Nøkkel\n4,cases_received\n')).fields.cases_received).toBe('4');
  });

  it.each([
    ['cases_recieved;;3;', { line: 2, code: 'unknown_key', value: 'cases_recieved' }],
    ['cases_received;;tre;', { line: 2, code: 'not_whole_number', value: 'tre' }],
    ['cases_received;;3,5;', { line: 2, code: 'not_whole_number', value: '3,5' }],
    ['cases_received;;-1;', { line: 2, code: 'not_whole_number', value: '-1' }],
    ['cases_received;;10000;', { line: 2, code: 'not_whole_number', value: '10000' }],
    ['cases_received;;3;vet ikke', { line: 2, code: 'both', value: '3' }],
    ['cases_received;;;kanskje', { line: 2, code: 'unknown_status', value: 'kanskje' }],
    ['cases_received;;3;bekreftet ingen', { line: 2, code: 'not_possible', value: 'bekreftet ingen' }],
    ['web_info;;kanskje;', { line: 2, code: 'unknown_option', value: 'kanskje' }],
    ['any_cases;;kanskje;', { line: 2, code: 'unknown_option', value: 'kanskje' }],
    [`web_address;;https://${'a'.repeat(200)};`, { line: 2, code: 'too_long', value: '' }]
  ])('has its wrong rows named by line: %s', (line, problem) => {
    expect(rows(line)).toEqual({ fields: {}, problems: [problem] });
  });

  it('fills nothing when any row is wrong, and names them all', () => {
    const read = rows('cases_handled;;3;', 'cases_received;;x;', '', 'cases_handled;;4;');
    expect(read.fields).toEqual({});
    expect(read.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'not_whole_number'],
      [5, 'twice']
    ]);
  });

  it('must have its columns', () => {
    expect(read(new TextEncoder().encode('a;b\n1;2\n')).problems).toEqual([{ line: 1, code: 'no_header', value: '' }]);
    expect(readAnswerFile(questionnaire, [], allWords).problems).toMatchObject([{ code: 'no_header' }]);
  });
});
