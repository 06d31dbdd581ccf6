import { goto } from '$app/navigation';

/** Asks the server for a view of a page by its address, which is put in the bar. */
export async function askServer(
  address: string,
  path: string,
  options: { replaceState?: boolean } = {}
): Promise<void> {
  const href = address === '' ? path : `${path}?${address}`;
  // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own path, already resolved
  await goto(href, { keepFocus: true, noScroll: true, ...options });
}
