import type { Fields } from '#lib/domain/answer.ts';

const notAnswers = new Set(['formKey', 'basedOn', 'base', 'shown', 'confirm', 'replaces', 'chosen']);

/** What stands in the fields of a form, '' for those that are empty. */
export function typedIn(form: HTMLFormElement): Fields {
  const data = new FormData(form);
  return Object.fromEntries(namesIn(form).map((name) => [name, String(data.get(name) ?? '')]));
}

/** What a field began with when the form was made. */
export function startOf(form: HTMLFormElement, name: string): string {
  const element = form.elements.namedItem(name);
  return element instanceof HTMLInputElement && element.type === 'text' ? element.defaultValue : '';
}

/** Puts a value into a field as if it had been typed; '' empties it. */
export function putInto(form: HTMLFormElement, name: string, value: string): void {
  for (const element of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
    if (element.type === 'radio' || element.type === 'checkbox') element.checked = element.value === value;
    else if (element.value !== value) element.value = value;
  }
}

function namesIn(form: HTMLFormElement): string[] {
  const names = [...form.elements].flatMap((element) => (element instanceof HTMLInputElement ? [element.name] : []));
  return [...new Set(names)].filter((name) => name !== '' && !notAnswers.has(name));
}
