import { Problem } from './problem.ts';

/** The form in a request; a body that is too large or is no form is the sender's fault. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
    throw isTooLarge ? Problem.tooLarge(cause) : Problem.unreadable(cause);
  }
}
