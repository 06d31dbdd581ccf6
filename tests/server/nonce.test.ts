import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withoutNonce } from '#lib/server/nonce.ts';

const policy =
  "default-src 'none'; script-src 'self' 'nonce-a+b/c=='; style-src 'self' 'nonce-a+b/c=='; base-uri 'none'";
const headers = (value = policy) => new Headers({ 'content-security-policy': value });
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a page that is kept', () => {
  it('has no nonce left, and names each of its styles once', () => {
    const styles = ['p{}', 'a > b{}', 'p{}'];
    const kept = withoutNonce(styles.map((css) => `<style nonce="a+b/c==">${css}</style>`).join('\n'), headers());
    expect(kept?.html).toBe(styles.map((css) => `<style>${css}</style>`).join('\n'));
    expect(kept?.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' ${hashOf('p{}')} ${hashOf('a > b{}')}; base-uri 'none'`
    );
  });

  it('may have scripts from files', () => {
    const html = '<script type="module" src="/_app/statistics.js"></script>';
    expect(withoutNonce(html, headers())?.html).toBe(html);
  });

  it('is left as it is when it has no nonce', () => {
    const without = headers("default-src 'none'");
    expect(withoutNonce('<p>71</p>', without)).toEqual({ html: '<p>71</p>', headers: without });
  });
});

describe('a page is not kept', () => {
  it.each([
    ['with an inline script', '<script nonce="a+b/c==">1</script>'],
    ['with an inline script that has no nonce', '<script>1</script>'],
    ['with an inline script in capitals', '<SCRIPT>1</SCRIPT>'],
    ['with a script that has both an address and a content', '<script src="/a.js">1</script>'],
    ['that repeats its nonce elsewhere', '<p data-nonce=a+b/c==>71</p>']
  ])('%s', (_name, html) => {
    expect(withoutNonce(html, headers())).toBeNull();
  });

  it('with an inline script and no policy', () => {
    expect(withoutNonce('<script>1</script>', new Headers())).toBeNull();
  });
});
