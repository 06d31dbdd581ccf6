import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;

/** Where a value belongs: it cannot be moved to another column, municipality or case and still be read. */
export type Belonging = { table: string; column: string; municipalityNo: string; id: string };

/** Encrypts with AES-256-GCM, bound to where the value belongs. */
export function encrypt(key: Buffer, belonging: Belonging, content: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(belonging));
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), encrypted]);
}

/** What was encrypted. Throws when it was changed, moved, or encrypted with another key. */
export function decrypt(key: Buffer, belonging: Belonging, sealed: Buffer): Buffer {
  const place = `${belonging.table}.${belonging.column}`;
  if (sealed.length < headerLength || sealed[0] !== version) throw new Error('not an encrypted value: ' + place);
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(boundTo(belonging)).setAuthTag(sealed.subarray(1 + nonceLength, headerLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headerLength)), decipher.final()]);
  } catch (cause) {
    throw new Error('an encrypted value is not what it was: ' + place, { cause });
  }
}

/** A value that is the same for the same text under the same key, to look for it without keeping it. */
export function digestOf(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key)
    .update(`reference ${text.replaceAll(/\s/g, '').toUpperCase()}`)
    .digest();
}

function boundTo({ table, column, municipalityNo, id }: Belonging): Buffer {
  return Buffer.from(JSON.stringify([table, column, municipalityNo, id]), 'utf8');
}
