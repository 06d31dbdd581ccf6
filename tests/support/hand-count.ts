import { readFileSync } from 'node:fs';

export type Counts = { received: number; handled: number; under18: number };

const [header = '', ...lines] = readFileSync('data/region_sor_2024.csv', 'utf8').trim().split('\n');
const columns = header.split(',');

/** The rows of the survey as they stand in the file, read without the product's code. */
export const surveyRows = lines.map((line) => {
  const cells = line.split(',');
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
});

/** The municipalities that have not answered, in the order of the file. */
export const silentMunicipalities = surveyRows
  .filter((row) => row.response_status !== 'svart')
  .map((row) => ({ number: row.number ?? '', name: row.name ?? '' }));

/** The region's totals: those of the file, and of the answers that came since. */
export function totalsWith(answers: readonly Counts[]) {
  const answered = surveyRows.filter((row) => row.response_status === 'svart');
  const sum = (column: string, key: keyof Counts) =>
    answered.reduce((total, row) => total + Number(row[column]), 0) +
    answers.reduce((total, answer) => total + answer[key], 0);
  return {
    received: sum('cases_received', 'received'),
    handled: sum('cases_handled', 'handled'),
    under18: sum('cases_under_18', 'under18'),
    answered: answered.length + answers.length,
    expected: surveyRows.length
  };
}
