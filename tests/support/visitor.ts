type Choice = { username?: string; organisation?: string; action?: 'sign-in' | 'cancel' };

/** A browser without a screen: keeps cookies and follows redirects until one leads to another place. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  /** Signs in at a provider and resolves to the address it sends the browser back to. */
  async signIn(url: URL, { username = '', organisation = '', action = 'sign-in' }: Choice): Promise<URL> {
    const { url: page } = await this.#visit(url);
    if (page.origin !== url.origin) return page;
    const { url: back, status } = await this.#visit(page, new URLSearchParams({ username, organisation, action }));
    if (back.origin === url.origin) throw new Error(`not signed in: ${status} at ${back.pathname}`);
    return back;
  }

  /** Signs out at a provider and resolves to the address it sends the browser back to. */
  async signOut(url: URL): Promise<URL> {
    const { html } = await this.#visit(url);
    const [action, xsrf] = [/action="([^"]+)"/.exec(html)?.[1], /name="xsrf" value="([^"]+)"/.exec(html)?.[1]];
    if (!action || !xsrf) throw new Error('no form to sign out with: ' + html);
    return (await this.#visit(new URL(action), new URLSearchParams({ xsrf, logout: 'yes' }))).url;
  }

  async #visit(start: URL, form?: URLSearchParams): Promise<{ url: URL; status: number; html: string }> {
    let url = start;
    let response = await this.#request(url, form);
    while (response.headers.has('location')) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (url.origin !== start.origin) return { url, status: response.status, html: '' };
      response = await this.#request(url);
    }
    return { url, status: response.status, html: await response.text() };
  }

  async #request(url: URL, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body })
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
