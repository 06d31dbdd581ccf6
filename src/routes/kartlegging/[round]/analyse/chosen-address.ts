import type { Choices } from '#lib/domain/analysis.ts';
import { analysisParameters, parseAnalysis } from '#lib/domain/analysis-address.ts';

/**
 * What a form says as an address, without what is empty. What no longer makes sense after another choice, such as the
 * measure of another figure, is let go; what was just chosen or written is kept, so that the page can say what is wrong with it.
 */
export function chosenAddress(form: HTMLFormElement, changed: EventTarget | null, choices: Choices | null): string {
  const pairs = [...new FormData(form)].flatMap(([key, value]) =>
    typeof value !== 'string' || value === '' ? [] : [[key, value]]
  );
  const parameters = new URLSearchParams(pairs);
  if (choices === null || !(changed instanceof HTMLSelectElement)) return parameters.toString();
  const { measure, columns, picture, brush } = analysisParameters;
  for (const { parameter } of parseAnalysis(parameters, choices).unknown) {
    if (parameter !== changed.name && [measure, columns, picture, brush].some((name) => name === parameter))
      parameters.delete(parameter);
  }
  return parameters.toString();
}

/** The address of a view with an area of a picture chosen; choosing what is chosen lets go. */
export function brushedAddress(address: string, area: string): string {
  const parameters = new URLSearchParams(address);
  if (parameters.get(analysisParameters.brush) === area) parameters.delete(analysisParameters.brush);
  else parameters.set(analysisParameters.brush, area);
  return parameters.toString();
}

/** The address of the same figures compared by municipality, drawn as it makes sense of them. */
export function municipalityAddress(address: string): string {
  const parameters = new URLSearchParams(address);
  for (const name of [analysisParameters.columns, analysisParameters.picture]) parameters.delete(name);
  parameters.set(analysisParameters.dimension, 'municipality');
  return parameters.toString();
}
