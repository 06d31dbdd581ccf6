import pino, { type Logger } from 'pino';

/** Structured logs. Callers give route names and codes, never addresses, tokens, names or answers. */
export function openLog(level: string, destination?: pino.DestinationStream): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(2));
}
