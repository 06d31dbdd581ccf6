import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSealed, sealForCertificate } from '#lib/server/dispatch/cms.ts';
import { certificatePem, privateKeyPem } from '../../support/dispatch-keys.ts';

const content = Buffer.from('%PDF-1.7 innhold æøå '.repeat(400));

describe('a file encrypted for a certificate', () => {
  it('is opened by the key of it, and holds no clear text', async () => {
    const sealed = await sealForCertificate(certificatePem, content);
    expect(sealed.includes(Buffer.from('innhold'))).toBe(false);
    expect(openSealed(privateKeyPem, sealed).equals(content)).toBe(true);
  });

  it('that was changed, cut, or is something else is refused in the same words', async () => {
    const sealed = await sealForCertificate(certificatePem, content);
    const changed = Buffer.from(sealed);
    changed[300] = (changed[300] ?? 0) ^ 1;
    for (const wrong of [changed, sealed.subarray(0, 200), Buffer.from('PK'), Buffer.alloc(0)]) {
      expect(() => openSealed(privateKeyPem, wrong)).toThrow(/^the file cannot be opened with our key$/);
    }
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

// Another program than ours makes and opens them, so that both ends cannot be wrong in the same way.
describe.skipIf(!hasOpenssl)('OpenSSL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'regionspeil-cms-'));
  const file = (name: string) => path.join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(file('certificate.pem'), certificatePem);
  writeFileSync(file('key.pem'), privateKeyPem);
  writeFileSync(file('content'), content);
  const openssl = (...args: string[]) => execFileSync('openssl', ['cms', ...args], { stdio: 'pipe' });
  const encrypt = (...options: string[]) => {
    const outward = ['-encrypt', '-binary', '-aes256', '-outform', 'DER', '-in', file('content')];
    openssl(...outward, '-out', file('sealed'), '-recip', file('certificate.pem'), ...options);
    return readFileSync(file('sealed'));
  };

  it.each([
    { name: 'PKCS#1 1.5', options: [] },
    { name: 'OAEP with SHA-1', options: ['-keyopt', 'rsa_padding_mode:oaep'] },
    { name: 'OAEP with SHA-256', options: ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256'] }
  ])('encrypts with $name what we open', ({ options }) => {
    expect(openSealed(privateKeyPem, encrypt(...options)).equals(content)).toBe(true);
  });

  it('opens what we encrypt', async () => {
    writeFileSync(file('ours'), await sealForCertificate(certificatePem, content));
    openssl(
      '-decrypt',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file('ours'),
      '-out',
      file('opened'),
      '-inkey',
      file('key.pem')
    );
    expect(readFileSync(file('opened')).equals(content)).toBe(true);
  });
});
