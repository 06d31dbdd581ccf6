import type { Analysis } from '#lib/domain/analysis.ts';
import { analysisParameters, countryWord } from '#lib/domain/analysis-address.ts';
import { workbenchTableNames } from '#lib/stats/place-table.ts';

/** Where the browser fetches each table of the data set of a view, named by its content. */
export function tableAddresses(
  roundId: string,
  hash: string,
  { rounds, scope }: Pick<Analysis, 'rounds' | 'scope'>
): Record<string, string> {
  const { rounds: round, scope: area } = analysisParameters;
  const query = new URLSearchParams(rounds.map((id) => [round, id]));
  if (scope === 'country') query.append(area, countryWord);
  const folder = `/kartlegging/${roundId}/analyse/datasett/${hash}`;
  return Object.fromEntries(workbenchTableNames.map((name) => [name, `${folder}/${name}.arrow?${query}`]));
}
