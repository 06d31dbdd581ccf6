import { constants, createDecipheriv, createPrivateKey, privateDecrypt, randomBytes } from 'node:crypto';
import { webcrypto, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const envelopedData = '1.2.840.113549.1.7.3';
const rsaOaep = '1.2.840.113549.1.1.7';
const rsaPkcs1 = '1.2.840.113549.1.1.1';
const hashNames: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512'
};
const ciphers: Record<string, { name: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc'; keyLength: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 }
};
pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }));

/** Encrypts for whoever holds the key of a certificate (PEM): CMS with AES-256 and RSA-OAEP, as DER. */
export async function sealForCertificate(pem: string, content: Buffer): Promise<Buffer> {
  const certificate = pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(pem).raw));
  const enveloped = new pkijs.EnvelopedData();
  enveloped.addRecipientByCertificate(certificate, { oaepHashAlgorithm: 'SHA-256' });
  await enveloped.encrypt({ name: 'AES-CBC', length: 256 } as Algorithm, new Uint8Array(content).buffer);
  const info = new pkijs.ContentInfo({ contentType: envelopedData, content: enveloped.toSchema() });
  return Buffer.from(info.toSchema().toBER(false));
}

/**
 * Opens what was encrypted for our RSA key (PEM). Throws one and the same error for whatever is wrong with it, so that
 * nobody learns anything from being refused.
 */
export function openSealed(privateKeyPem: string, sealed: Buffer): Buffer {
  try {
    const info = pkijs.ContentInfo.fromBER(new Uint8Array(sealed));
    if (info.contentType !== envelopedData) throw new Error('no enveloped data');
    return openEnveloped(new pkijs.EnvelopedData({ schema: info.content }), privateKeyPem);
  } catch {
    throw new Error('the file cannot be opened with our key');
  }
}

function openEnveloped({ recipientInfos, encryptedContentInfo }: pkijs.EnvelopedData, privateKeyPem: string): Buffer {
  const { contentEncryptionAlgorithm } = encryptedContentInfo;
  const cipher = ciphers[contentEncryptionAlgorithm.algorithmId];
  if (!cipher) throw new Error('unknown cipher');
  const iv = Buffer.from((contentEncryptionAlgorithm.algorithmParams as asn1js.OctetString).getValue());
  const encrypted = Buffer.from(encryptedContentInfo.getEncryptedContent());
  const keys = recipientInfos.flatMap(({ value }) =>
    value instanceof pkijs.KeyTransRecipientInfo ? [contentKey(value, privateKeyPem, cipher.keyLength)] : []
  );
  for (const key of keys) {
    const opened = decipher(cipher.name, key, { iv, encrypted });
    if (opened) return opened;
  }
  throw new Error('not for us');
}

function decipher(name: string, key: Buffer, { iv, encrypted }: { iv: Buffer; encrypted: Buffer }): Buffer | null {
  try {
    const opening = createDecipheriv(name, key, iv);
    return Buffer.concat([opening.update(encrypted), opening.final()]);
  } catch {
    return null;
  }
}

function contentKey(recipient: pkijs.KeyTransRecipientInfo, pem: string, keyLength: number): Buffer {
  const { algorithmId, algorithmParams } = recipient.keyEncryptionAlgorithm;
  const encryptedKey = Buffer.from(recipient.encryptedKey.getValue());
  const key = createPrivateKey(pem);
  if (algorithmId === rsaPkcs1) {
    return withoutPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encryptedKey), keyLength);
  }
  if (algorithmId !== rsaOaep) throw new Error('unknown key encryption');
  const parameters = new pkijs.RSAESOAEPParams({ schema: algorithmParams });
  const oaepHash = hashNames[parameters.hashAlgorithm.algorithmId];
  if (oaepHash === undefined) throw new Error('unknown hash');
  return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, encryptedKey);
}

/**
 * The key behind the padding of PKCS#1 1.5, which Node no longer takes off itself. A wrong padding gives a random key, which
 * opens nothing, so that it cannot be told from a wrong key (RFC 3218).
 */
function withoutPadding(padded: Buffer, keyLength: number): Buffer {
  const random = randomBytes(keyLength);
  const start = padded.length - keyLength;
  const filling = padded.subarray(2, start - 1);
  const isRight = start > 10 && padded[0] === 0 && padded[1] === 2 && padded[start - 1] === 0 && !filling.includes(0);
  return isRight ? padded.subarray(start) : random;
}
