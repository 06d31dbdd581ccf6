import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

const channel = 'http.server.request.start';

/** What no page needs: a frame, an extension or a mistake of ours cannot turn it on. */
const denied = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking']
];

/** For whatever is no page: files, plain sentences, and DuckDB's worker, which takes its policy from its own answer. */
const policyOfFiles = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ');

/** The headers of every answer; a page puts its own content policy in place of the one for files. */
export function securityHeaders(origin: string): Record<string, string> {
  return {
    'content-security-policy': policyOfFiles,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': denied.map((name) => `${name}=()`).join(', '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(origin.startsWith('https:') && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' })
  };
}

/**
 * Puts the headers on every answer of this process before anyone handles the request: also on files, and on what is
 * refused before a route is looked for. Returns what undoes it.
 */
export function secureEveryAnswer(origin: string): () => void {
  const headers = Object.entries(securityHeaders(origin));
  const secure = (message: unknown) => {
    const { response } = message as { response: ServerResponse };
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  subscribe(channel, secure);
  return () => unsubscribe(channel, secure);
}
