import { workbenchTableNames } from '#lib/stats/place-table.ts';

/** Where the browser fetches each table of a data set of some rounds, named by its content. */
export function tableAddresses(roundId: string, hash: string, rounds: readonly string[]): Record<string, string> {
  const query = new URLSearchParams(rounds.map((id) => ['runde', id]));
  const folder = `/kartlegging/${roundId}/analyse/datasett/${hash}`;
  return Object.fromEntries(workbenchTableNames.map((name) => [name, `${folder}/${name}.arrow?${query}`]));
}
