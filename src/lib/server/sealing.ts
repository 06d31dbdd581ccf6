import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What is sealed; each has a key of its own, so that one cannot be passed off as another. */
export type Purpose = 'id-token' | 'invitation' | 'refused-sign-in';

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;

/** Encrypts a text with AES-256-GCM under a key made from the secret: whoever reads the store without it reads nothing. */
export function seal(secret: string, purpose: Purpose, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), content]);
}

/** What was sealed; null when it was changed, or sealed with another secret or for another purpose. */
export function unseal(secret: string, purpose: Purpose, sealed: Buffer): string | null {
  if (sealed.length < headerLength || sealed[0] !== version) return null;
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce, { authTagLength: tagLength });
  decipher.setAuthTag(sealed.subarray(1 + nonceLength, headerLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headerLength)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'regionspeil', `seal:${purpose}`, 32));
}
