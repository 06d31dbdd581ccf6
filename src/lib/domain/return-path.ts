/** Where to go after sign-in: a page of this service and nothing else, or null. */
export function readReturnPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || value.length > 500) return null;
  const here = 'http://here.invalid';
  if (!URL.canParse(value, here)) return null;
  const { origin, pathname, search } = new URL(value, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search : null;
}

/** The address with the way back in it. */
export function withReturnPath(path: string, back: string | null): string {
  return back === null ? path : `${path}?${new URLSearchParams({ tilbake: back })}`;
}
