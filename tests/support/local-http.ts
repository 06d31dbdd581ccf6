import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How a carrier behaves with one request: it takes the message or not, and then answers as it should, with an error, with
 * something that is no answer, or not at all.
 */
export type Mood =
  'ok' | 'refuses' | 'busy' | 'error-before' | 'error-after' | 'cut-before' | 'cut-after' | 'garbled' | 'silent-after';

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
};
export type Answer = { status: number; json?: unknown; bytes?: Buffer } | 'cut' | 'silent';
export type LocalServer = { url: string; settled: () => Promise<void>; close: () => Promise<void> };

const notTaken: Partial<Record<Mood, Answer>> = {
  refuses: { status: 400, json: { status: 400, errorCode: 'UGYLDIG', message: 'Ugyldig mottaker' } },
  busy: { status: 429, json: { status: 429 } },
  'error-before': { status: 500, json: { status: 500 } },
  'cut-before': 'cut'
};
const taken: Partial<Record<Mood, Answer>> = {
  'error-after': { status: 502, json: { status: 502 } },
  'cut-after': 'cut',
  garbled: { status: 200, bytes: Buffer.from('{"id": ') },
  'silent-after': 'silent'
};

/** What the mood makes of a request: `take` is called when the message is to be taken. */
export function inMood(mood: Mood, take: () => Answer): Answer {
  const refusal = notTaken[mood];
  if (refusal) return refusal;
  const answer = take();
  return taken[mood] ?? answer;
}

/** A server on a port of its own. `settled` waits for the requests it has begun on. */
export async function serveLocally(respond: (asked: Asked) => Answer | Promise<Answer>): Promise<LocalServer> {
  const open = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = handle(request, response, respond).finally(() => open.delete(work));
    open.add(work);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settled: async () => {
      while (open.size > 0) await Promise.all(open);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    }
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  respond: (asked: Asked) => Answer | Promise<Answer>
): Promise<void> {
  const body = await bodyOf(request);
  if (body === null) return; // whoever asked has gone before all was said
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const asked = { method: request.method ?? '', path: pathname, query: searchParams, headers: request.headers, body };
  const answer = await respond(asked);
  if (answer === 'silent') return;
  if (answer === 'cut') return void response.destroy();
  response.statusCode = answer.status;
  response.setHeader('content-type', answer.bytes ? 'application/octet-stream' : 'application/json');
  response.end(answer.bytes ?? JSON.stringify(answer.json ?? {}));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}
