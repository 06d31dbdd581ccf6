import type { z } from 'zod';
import { CarrierFailure } from './carrier.ts';

type Asked = { url: string; init: RequestInit; timeoutMs: number };

/** Errors of a connection that was never made: nothing has been sent. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'egress-refused'];
/** Refusals that are about the moment or about us, not about the message. */
const passing = [401, 403, 408, 425, 429];

/**
 * Asks a carrier and returns its answer, which is 2xx. Each other end is a failure of one of the three kinds: a 4xx refuses
 * the message, save those that are about our access or the moment; a 5xx, a silence or a line that is cut leaves in doubt.
 */
export async function ask(send: typeof fetch, { url, init, timeoutMs }: Asked): Promise<Response> {
  let response: Response;
  try {
    response = await send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    throw unanswered(error);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  const code = `http-${response.status}`;
  if (response.status >= 500) throw new CarrierFailure('unknown', code);
  throw new CarrierFailure(passing.includes(response.status) ? 'unavailable' : 'refused', code);
}

/** The answer as JSON of a form; one that is not leaves in doubt, as it came after the message was taken. */
export async function askJson<T>(send: typeof fetch, asked: Asked, schema: z.ZodType<T>): Promise<T> {
  const text = await read(await ask(send, asked), (response) => response.text());
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new CarrierFailure('unknown', 'malformed', error);
  }
}

/** The answer as bytes. */
export async function askBytes(send: typeof fetch, asked: Asked): Promise<Buffer> {
  return Buffer.from(await read(await ask(send, asked), (response) => response.arrayBuffer()));
}

async function read<T>(response: Response, as: (response: Response) => Promise<T>): Promise<T> {
  try {
    return await as(response);
  } catch (error) {
    throw unanswered(error);
  }
}

function unanswered(error: unknown): CarrierFailure {
  if (error instanceof Error && error.name === 'TimeoutError') return new CarrierFailure('unknown', 'timeout', error);
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined) ?? 'connection-lost';
  return new CarrierFailure(neverSent.includes(code) ? 'unavailable' : 'unknown', code, error);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
