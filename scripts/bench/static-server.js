import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

/**
 * Serves a few files from memory, compressed with brotli beforehand; a browser that has one is told so.
 * @param {Record<string, { type: string, content: string }>} files
 * @param {number} port
 */
export async function serveFiles(files, port) {
  const known = new Map(
    Object.entries(files).map(([address, { type, content }]) => {
      const body = brotliCompressSync(content);
      return [address, { type, body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` }];
    })
  );
  const server = createServer(({ url = '', headers }, response) => {
    const file = known.get(url);
    if (!file) return response.writeHead(404).end();
    const common = { etag: file.etag, 'cache-control': 'no-cache' };
    if (headers['if-none-match'] === file.etag) return response.writeHead(304, common).end();
    return response
      .writeHead(200, {
        ...common,
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': file.body.length
      })
      .end(file.body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}
