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

/** The token of the invitation that a way back leads to, or null. */
export function invitationIn(path: string | null): string | null {
  return /^\/invitasjon\/([\w-]+)$/.exec(path ?? '')?.[1] ?? null;
}
