import { Problem } from './problem.ts';

/** Bytes of a form without files: many times the longest. The server itself stops at KIT_BODY_SIZE_LIMIT, which is more. */
const mostBytes = 512 * 1024;

/** The form in a request; a body that is larger than `most` bytes or is no form is the sender's fault. */
export async function readForm(request: Request, most = mostBytes): Promise<FormData> {
  const counted = { bytes: 0 };
  try {
    return await new Response(request.body && request.body.pipeThrough(counter(counted, most)), {
      headers: { 'content-type': request.headers.get('content-type') ?? '' }
    }).formData();
  } catch (cause) {
    const isTooLarge = counted.bytes > most || (cause instanceof Error && 'status' in cause && cause.status === 413);
    throw isTooLarge ? Problem.tooLarge(cause) : Problem.unreadable(cause);
  }
}

/** Lets bytes through and counts them. Too many are read to their end all the same, else the sender gets no answer. */
function counter(counted: { bytes: number }, most: number): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      counted.bytes += chunk.length;
      if (counted.bytes <= most) controller.enqueue(chunk);
    },
    flush(controller) {
      if (counted.bytes > most) controller.error(new Error('too large'));
    }
  });
}
