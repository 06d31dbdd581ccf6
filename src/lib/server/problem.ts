import type { SignInRefusal } from '#lib/domain/sign-in-refusal.ts';

type Detail = Record<string, string | number>;
type ProblemOptions = { detail?: Detail; cause?: unknown };

/** A refused request. `code` is stable and translated by the screens; the message is for logs only. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail?: Detail;

  constructor(status: number, code: string, message: string, { detail, cause }: ProblemOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    if (detail) this.detail = detail;
  }

  /** Also the answer to wrong rights: nobody learns that something they may not see exists. */
  static notFound(options?: ProblemOptions): Problem {
    return new Problem(404, 'not-found', 'not found', options);
  }

  static roundClosed(roundId: string): Problem {
    return new Problem(409, 'round-closed', `round closed: ${roundId}`, { detail: { roundId } });
  }

  /** The body of the request is no form. */
  static unreadable(cause: unknown): Problem {
    return new Problem(400, 'unreadable', 'the request cannot be read', { cause });
  }

  static tooLarge(cause: unknown): Problem {
    return new Problem(413, 'too-large', 'the request is too large', { cause });
  }

  /** The request did not come from our own pages. */
  static foreign(): Problem {
    return new Problem(403, 'foreign', 'the request comes from elsewhere');
  }

  /** A limit is reached; in so many seconds it is not. */
  static tooMany(retryAfter: number): Problem {
    return new Problem(429, 'too-many', 'too many requests', { detail: { retryAfter } });
  }

  /** The request clashes with what is stored: `code` says how. */
  static conflict(code: string, options?: ProblemOptions): Problem {
    return new Problem(409, code, `conflict: ${code}`, options);
  }

  /** A check constraint refused the values; `detail.constraint` names the rule. */
  static ruleBroken(options?: ProblemOptions): Problem {
    return new Problem(422, 'rule-broken', 'a rule of the store was broken', options);
  }

  /** Who came back from an identity provider is not let in: `code` says why. The cause carries no claims and no tokens. */
  static signInRefused(code: SignInRefusal, cause?: unknown): Problem {
    return new Problem(403, code, `sign-in refused: ${code}`, { cause });
  }

  /** An identity provider does not answer, or not as one should. */
  static providerUnavailable(provider: string, cause: unknown): Problem {
    const message = `the identity provider is unavailable: ${provider}`;
    return new Problem(503, 'provider-unavailable', message, { detail: { provider }, cause });
  }

  /** The data directory belongs to another running process. */
  static storeInUse(directory: string): Problem {
    const message = `another process is using the data directory ${directory}: stop it, or choose another directory`;
    return new Problem(503, 'store-in-use', message, { detail: { directory } });
  }

  /** The database does not answer, or has no free connection. */
  static storeUnavailable(cause: unknown): Problem {
    return new Problem(503, 'store-unavailable', 'the store is unavailable', { cause });
  }
}
