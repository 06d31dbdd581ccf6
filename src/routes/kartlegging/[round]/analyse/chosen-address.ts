/** What a form says as an address, without what is empty. Another figure may not have the measure, so it is let go. */
export function chosenAddress(form: HTMLFormElement, changed: EventTarget | null): string {
  const isOtherFigure = changed instanceof HTMLSelectElement && changed.name === 'tall';
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value !== 'string' || value === '' || (isOtherFigure && name === 'mal') ? [] : [[name, value]]
  );
  return new URLSearchParams(pairs).toString();
}
