import { goto } from '$app/navigation';
import type { Attachment } from 'svelte/attachments';
import { nextCell, type Place } from '#lib/ui/quality/grid-move.ts';
import type { Grid } from '#lib/ui/quality/grid.ts';

/** The address of the cell that was opened last, while the pages are turned without a reload. */
let opened: string | null = null;

/**
 * Makes the table one stop of the tab key, with the arrow keys between its cells. Enter follows the link of the cell;
 * "s" goes to where a question is asked, "g" accepts the answer of the row. Without JavaScript all cells are links.
 */
export function gridKeys(grid: Grid): Attachment<HTMLElement> {
  return (element) => {
    const body = element.querySelector('tbody');
    if (!body || grid.rows.length === 0) return;
    for (const link of body.querySelectorAll('a')) link.tabIndex = -1;
    let current = returning(body) ?? linkAt(body, { row: 0, column: 0 });
    if (current) current.tabIndex = 0;

    const move = (link: HTMLAnchorElement) => {
      if (current) current.tabIndex = -1;
      current = link;
      link.tabIndex = 0;
    };
    const onFocus = ({ target }: FocusEvent) => {
      const link = linkOf(target);
      if (link) move(link);
    };
    const onKey = (event: KeyboardEvent) => {
      const link = linkOf(event.target);
      if (!link || event.altKey || event.metaKey) return;
      const size = { rows: grid.rows.length, columns: grid.columns.length + 3, page: pageOf(element, link) };
      const next = nextCell(placeOf(link), event, size);
      if (next) linkAt(body, next)?.focus();
      else if (event.ctrlKey || !act(event.key, link)) return;
      event.preventDefault();
    };
    const onClick = ({ target }: Event) => {
      const link = linkOf(target);
      if (link) opened = link.getAttribute('href');
    };
    body.addEventListener('focusin', onFocus);
    body.addEventListener('keydown', onKey);
    body.addEventListener('click', onClick);
    return () => {
      body.removeEventListener('focusin', onFocus);
      body.removeEventListener('keydown', onKey);
      body.removeEventListener('click', onClick);
    };
  };
}

function act(key: string, link: HTMLAnchorElement): boolean {
  if (key === 's') {
    opened = link.getAttribute('href');
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- the address of a link that was resolved
    void goto(`${link.href}#spor`);
    return true;
  }
  return key === 'g' && accept(link.closest('tr'));
}

function accept(row: HTMLTableRowElement | null): boolean {
  const form = document.querySelector<HTMLFormElement>('form#accept');
  const { municipality, version } = row?.dataset ?? {};
  if (!form || !municipality || !version) return false;
  (form.elements.namedItem('municipality') as HTMLInputElement).value = municipality;
  (form.elements.namedItem('version') as HTMLInputElement).value = version;
  form.requestSubmit();
  return true;
}

/** The cell that was opened last, so that Escape on its page leads back to it. */
function returning(body: Element): HTMLAnchorElement | null {
  const address = opened;
  opened = null;
  if (address === null) return null;
  const [, municipality = ''] = /\/(\d{4})(?:\?|$)/.exec(address) ?? [];
  const links = [...body.querySelectorAll<HTMLAnchorElement>(`tr[data-municipality="${municipality}"] a`)];
  const found = links.find((link) => link.getAttribute('href') === address) ?? null;
  found?.focus();
  return found;
}

function linkOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest('a') : null;
}

function placeOf(link: HTMLAnchorElement): Place {
  const cell = link.closest<HTMLTableCellElement>('th, td');
  const row = link.closest('tr');
  return { row: row?.sectionRowIndex ?? 0, column: cell?.cellIndex ?? 0 };
}

function linkAt(body: HTMLTableSectionElement, { row, column }: Place): HTMLAnchorElement | null {
  return body.rows[row]?.cells[column]?.querySelector('a') ?? null;
}

function pageOf(scroller: HTMLElement, link: HTMLAnchorElement): number {
  const height = link.closest('tr')?.getBoundingClientRect().height ?? 1;
  return Math.max(1, Math.floor(scroller.clientHeight / height) - 3);
}
