const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that may change something comes from elsewhere than our own pages, whatever it carries. Browsers name
 * the origin of every such request, so one without it is refused too.
 */
export function isForeign({ method, headers }: Request, ownOrigin: string): boolean {
  if (readingMethods.includes(method)) return false;
  const site = headers.get('sec-fetch-site');
  return headers.get('origin') !== ownOrigin || site === 'cross-site' || site === 'same-site';
}
