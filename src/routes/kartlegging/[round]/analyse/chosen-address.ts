import { parseAnalysis, type Choices } from '#lib/domain/analysis.ts';

/**
 * What a form says as an address, without what is empty. What no longer makes sense after another choice, such as the
 * measure of another figure, is let go; what was just chosen or written is kept, so that the page can say what is wrong with it.
 */
export function chosenAddress(form: HTMLFormElement, changed: EventTarget | null, choices: Choices): string {
  const name = changed instanceof HTMLSelectElement || changed instanceof HTMLInputElement ? changed.name : '';
  const pairs = [...new FormData(form)].flatMap(([key, value]) =>
    typeof value !== 'string' || value === '' ? [] : [[key, value]]
  );
  const parameters = new URLSearchParams(pairs);
  for (const { parameter } of parseAnalysis(parameters, choices).unknown) {
    if (changed instanceof HTMLSelectElement && ['mal', 'bilde', 'valgt'].includes(parameter) && parameter !== name)
      parameters.delete(parameter);
  }
  return parameters.toString();
}
