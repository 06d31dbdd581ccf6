import type { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PageRules } from '#lib/server/page-reader.ts';

/** A web site of a municipality on this machine, the rules that reach it, and the paths that were asked for. */
export async function openSite(pages: Record<string, RequestListener>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    if (page) page(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rules: PageRules = {
    hosts: ['kommune.example'],
    ports: [port],
    isPublic: (address) => address === '127.0.0.1',
    lookup: lookupOf({ 'www.kommune.example': '127.0.0.1', 'inside.kommune.example': '10.0.0.7' }),
    mostMs: 60_000,
    mostBytes: 10_000
  };
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => void server.close(resolve));
  };
  return { rules, port, asked, origin: `http://www.kommune.example:${port}`, close };
}

/** Names that stand for addresses, and no others. */
function lookupOf(names: Record<string, string>): typeof lookup {
  const find = (name: string, _: unknown, told: (error: Error | null, found: unknown[]) => void) => {
    const address = names[name];
    if (address) told(null, [{ address, family: 4 }]);
    else told(Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' }), []);
  };
  return find as unknown as typeof lookup;
}
