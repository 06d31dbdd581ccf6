/**
 * What a mail server's refusal means. `address`: it refused the recipient for good. `message`: it refused the letter for
 * good, which says nothing of the address. `temporary`: worth another try, also when the fault is ours.
 */
export type DeliveryFailure = { kind: 'address' | 'message' | 'temporary'; code: string };

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

/** Reads what the SMTP client threw. The code carries no text of the server's, which may hold the address. */
export function readDeliveryFailure(error: unknown): DeliveryFailure {
  const { code, command, responseCode, response } = (error instanceof Error ? error : {}) as SmtpError;
  const status = typeof responseCode === 'number' ? responseCode : null;
  if (status === null) return { kind: 'temporary', code: typeof code === 'string' ? code : 'unknown' };
  const told = [String(status), ...enhancedStatus(response)].join(' ');
  if (status < 500) return { kind: 'temporary', code: told };
  if (command === 'RCPT TO') return { kind: 'address', code: told };
  return { kind: command === 'DATA' ? 'message' : 'temporary', code: told };
}

/** The code of RFC 3463 in an answer such as "550 5.1.1 no such user". */
function enhancedStatus(response: unknown): string[] {
  const found = typeof response === 'string' ? /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  return found === undefined ? [] : [found];
}
