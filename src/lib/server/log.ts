import pino, { type Logger } from 'pino';

/** Structured logs. Callers give route names and codes, never addresses, tokens, names or answers. */
export function openLog(level: string, destination?: pino.DestinationStream): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(2));
}

/**
 * Where a bug arose and what it said, without addresses and keys, which open an answer to whoever reads the log. When
 * no route was found the whole message may be an address, and is left out.
 */
export function describeBug(error: unknown, route: string | null): string {
  if (!(error instanceof Error)) return route === null ? typeof error : withoutKeys(String(error));
  const [, ...frames] = (error.stack ?? '').split(/\n(?= {4}at )/);
  const title = route === null ? error.name : withoutKeys(`${error.name}: ${withoutValues(error)}`);
  return [title, ...frames].join('\n');
}

/** The database repeats a value that does not fit (SQLSTATE 22), which may be what somebody typed about a person. */
function withoutValues({ message, ...error }: Error & { code?: unknown }): string {
  return String(error.code).startsWith('22') ? message.replace(/".*"/s, '"…"') : message;
}

function withoutKeys(text: string): string {
  return text.replace(/\S*\/\S*|[\w%-]{20,}/g, '…');
}
