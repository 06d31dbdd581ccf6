import { createHash } from 'node:crypto';

const policyHeader = 'content-security-policy';

/**
 * A page that may be kept and sent to many: its inline styles are named by hash instead of by the nonce, which must never
 * be repeated. Null when something else in the page needs the nonce, such as an inline script.
 */
export function withoutNonce(html: string, headers: Headers): { html: string; headers: Headers } | null {
  const nonce = /'nonce-([^']+)'/.exec(headers.get(policyHeader) ?? '')?.[1];
  if (nonce === undefined) return hasInlineScript(html) ? null : { html, headers };
  const styles: string[] = [];
  const kept = html.replaceAll(` nonce="${nonce}"`, '').replace(/<style\b[^>]*>([^]*?)<\/style>/g, (style, content) => {
    styles.push(`'sha256-${createHash('sha256').update(String(content)).digest('base64')}'`);
    return String(style);
  });
  if (kept.includes(nonce) || hasInlineScript(kept)) return null;
  const policy = headers
    .get(policyHeader)
    ?.replaceAll(` 'nonce-${nonce}'`, '')
    .replace(/\bstyle-src [^;]*/, (directive) => [directive, ...new Set(styles)].join(' '));
  const named = new Headers(headers);
  named.set(policyHeader, policy ?? '');
  return { html: kept, headers: named };
}

function hasInlineScript(html: string): boolean {
  return /<script\b/i.test(html.replaceAll(/<script [^>]*\bsrc="[^"]+"[^>]*><\/script>/g, ''));
}
