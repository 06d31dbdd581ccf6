import { createConnection } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type RawAnswer = {
  status: number;
  headers: Record<string, string>;
  /** Decoded and decompressed. */
  body: string;
  /** Node's own refusal of what is no request: nothing of ours has seen it. */
  isFromNode: boolean;
};

/**
 * Sends bytes and resolves to the answer, or to whether the connection was closed without one or stayed silent for
 * `patience` milliseconds. The bytes should ask to close the connection.
 */
export async function sendRaw(port: number, bytes: Buffer, patience: number): Promise<RawAnswer | 'closed' | 'silent'> {
  const { received, isSilent } = await exchange(port, bytes, patience);
  const answer = withoutContinue(received);
  if (answer.length > 0) return parseAnswer(answer);
  return isSilent ? 'silent' : 'closed';
}

type Exchange = { received: Buffer; isSilent: boolean };

function exchange(port: number, bytes: Buffer, patience: number): Promise<Exchange> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = createConnection({ port, host: '127.0.0.1' });
    const finish = (isSilent: boolean) => {
      socket.destroy();
      resolve({ received: Buffer.concat(chunks), isSilent });
    };
    socket.setTimeout(patience, () => finish(true));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('error', () => finish(false)).once('close', () => finish(false));
    socket.write(bytes);
  });
}

function parseAnswer(received: Buffer): RawAnswer {
  const end = received.indexOf('\r\n\r\n');
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  );
  const rest = received.subarray(end + 4);
  const body = headers['transfer-encoding'] === 'chunked' ? dechunked(rest) : rest;
  const isFromNode = headers.date === undefined;
  return { status, headers, body: decompressed(body, headers['content-encoding']).toString(), isFromNode };
}

/** The answer that follows "100 Continue", if any. */
function withoutContinue(received: Buffer): Buffer {
  const isContinue = received.subarray(0, 12).toString('latin1') === 'HTTP/1.1 100';
  return isContinue ? received.subarray(received.indexOf('\r\n\r\n') + 4) : received;
}

function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = parseInt(body.subarray(at, lineEnd).toString('latin1'), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function decompressed(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}
