/**
 * Whether a form names an action that no page can have. SvelteKit looks the name up in an object, and would call what
 * every object has, such as `toString`.
 */
export function namesNoAction(url: URL): boolean {
  const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
  return named !== undefined && (named === 'default' || named in Object.prototype);
}
