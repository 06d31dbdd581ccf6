import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

type Incoming = { request: Request; params: Partial<Record<string, string>> };

/**
 * Compresses a page for readers who accept it. Pages behind a secret in the address or a session are left alone, so
 * that their length cannot tell what is in them.
 */
export async function compressed(incoming: Incoming, response: Response): Promise<Response> {
  const encoding = acceptedEncoding(incoming.request);
  if (!encoding || isSecret(incoming) || !isPlainText(response)) return response;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('content-encoding', encoding);
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  weaken(headers);
  return new Response(new Uint8Array(encoding === 'br' ? brotli(body) : gzipSync(body)), { status: 200, headers });
}

/** Other bytes of the same: what names them byte for byte becomes what names them for what they say. */
function weaken(headers: Headers): void {
  const etag = headers.get('etag');
  if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
}

/** The best encoding a reader takes, or null for none. */
export function acceptedEncoding(request: Request): 'br' | 'gzip' | null {
  const accepted = request.headers.get('accept-encoding') ?? '';
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function isSecret({ request, params }: Incoming): boolean {
  return params.token !== undefined || /\bsession=/.test(request.headers.get('cookie') ?? '');
}

function isPlainText(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  const isText = /^(text\/(html|csv)|application\/(json|vnd\.apache\.arrow))/.test(type);
  return isText && response.status === 200 && !response.headers.has('content-encoding');
}

function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  });
}
