import { AuthorizationResponseError } from 'openid-client';
import { Problem } from './problem.ts';

/** Why someone who came back is not let in, from an error of the library. */
export function refusalOf(error: unknown): Problem {
  const isCancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
  const code = isCancelled ? 'sign-in-cancelled' : 'sign-in-refused';
  return problemWithin(error) ?? Problem.signInRefused(code, withoutSecrets(error));
}

/** That a provider cannot be used at all, from an error of the library. */
export function unavailabilityOf(error: unknown, providerId: string): Problem {
  return problemWithin(error) ?? Problem.providerUnavailable(providerId, withoutSecrets(error));
}

/** The library wraps what its fetch throws. */
function problemWithin(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  return error instanceof Error && error.cause instanceof Problem ? error.cause : null;
}

/** The fields and causes of the library's errors hold tokens, claims and addresses with codes; its messages are fixed texts. */
function withoutSecrets(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(typeof error);
  const code = codeOf(error);
  const { cause } = error;
  const { message } = cause instanceof Error && codeOf(cause) === code ? cause : error;
  return Object.assign(new Error(message), { code });
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : error.name;
}
