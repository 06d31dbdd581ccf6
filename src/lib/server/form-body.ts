import { Problem } from './problem.ts';

/** Bytes of a form without files: many times the longest. The server itself stops at KIT_BODY_SIZE_LIMIT, which is more. */
const mostBytes = 512 * 1024;

/** The form in a request; a body that is larger than `most` bytes or is no form is the sender's fault. */
export async function readForm(request: Request, most = mostBytes): Promise<FormData> {
  const counted = { bytes: Number(request.headers.get('content-length') ?? 0) };
  if (counted.bytes > most) throw Problem.tooLarge(`${counted.bytes} bytes`);
  counted.bytes = 0;
  try {
    return await new Response(request.body && request.body.pipeThrough(counter(counted, most)), {
      headers: { 'content-type': request.headers.get('content-type') ?? '' }
    }).formData();
  } catch (cause) {
    const isTooLarge = counted.bytes > most || (cause instanceof Error && 'status' in cause && cause.status === 413);
    throw isTooLarge ? Problem.tooLarge(cause) : Problem.unreadable(cause);
  }
}

/** Lets bytes through and counts them; it breaks off when there are too many. */
function counter(counted: { bytes: number }, most: number): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      counted.bytes += chunk.length;
      if (counted.bytes > most) controller.error(new Error('too large'));
      else controller.enqueue(chunk);
    }
  });
}
