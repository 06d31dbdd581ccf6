const mostRedirects = 5;
/** The names of this machine, which may be asked and may serve over http. */
export const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** A request that we were about to send to a host that is not configured. */
class EgressRefused extends Error {
  readonly code = 'egress-refused';

  constructor(host: string, reason: string) {
    super(`egress refused: ${host} (${reason})`);
    this.name = 'EgressRefused';
  }
}

/**
 * A fetch that reaches the given hosts only ('id.example.no', or 'localhost:8080' for one port), over https, or http on
 * this machine. A redirect is followed to a host on the list and refused to any other.
 */
export function allowOnly(hosts: readonly string[], send: typeof fetch = fetch): typeof fetch {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));

  return async (input, init) => {
    let request = new Request(input, init);
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      requireAllowed(new URL(request.url), allowed);
      const response = await send(new Request(request.clone(), { redirect: 'manual' }));
      const location = response.headers.get('location');
      if (!isRedirect(response.status) || location === null || request.redirect === 'manual') return response;
      await response.body?.cancel();
      const target = new URL(location, request.url);
      requireAllowed(target, allowed);
      if (request.redirect === 'error') throw new EgressRefused(target.host, 'a redirect');
      request = following(request, response.status, target);
    }
    throw new EgressRefused(new URL(request.url).host, 'too many redirects');
  };
}

function requireAllowed(url: URL, allowed: ReadonlySet<string>): void {
  if (!allowed.has(url.host) && !allowed.has(url.hostname)) throw new EgressRefused(url.host, 'not a configured host');
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && thisMachine.includes(url.hostname));
  if (!isSecure) throw new EgressRefused(url.host, `${url.protocol} instead of https:`);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** As browsers do: 303 becomes a GET, so do 301 and 302 of a POST, and who we are is told to the same origin only. */
function following(request: Request, status: number, target: URL): Request {
  const headers = new Headers(request.headers);
  if (new URL(request.url).origin !== target.origin) {
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
  }
  const { signal, method, redirect } = request;
  const becomesGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  if (!becomesGet) return new Request(new Request(target, request), { headers });
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  return new Request(target, { headers, signal, redirect });
}
