/** The comments Svelte leaves for hydration. */
export const hydrationMarks = /<!--(?:\[[-!\d]*|\]|)-->/g;

/** A page without the comments for hydration, unless it is one that will be hydrated. */
export function withoutUnusedMarks(html: string): string {
  return html.includes('__sveltekit_') ? html : html.replaceAll(hydrationMarks, '');
}
