import { analysisParameters } from '#lib/domain/analysis-address.ts';

const { dimension, rounds, county, populationClass, organisedUnder, group } = analysisParameters;
const shared: readonly string[] = [dimension, rounds, county, populationClass, organisedUnder, group];

/** What an address chooses that every page of the workbench can show: where, when and by what, not which figure. */
export function sharedAddress(address: string): string {
  const pairs = [...new URLSearchParams(address)].filter(([name]) => shared.includes(name));
  return new URLSearchParams(pairs).toString();
}
