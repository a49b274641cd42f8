import { type Bytes, join, random } from './bytes';

const NONCE = 12;

export const KEY_BYTES = 32;

async function keyOf(key: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);
}

/** Nonce, ciphertext and tag of AES-256-GCM. */
export async function encrypt(key: Bytes, plain: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = random(NONCE);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound },
    await keyOf(key, 'encrypt'),
    plain,
  );
  return join(iv, new Uint8Array(ciphertext));
}

/** Fails when it was changed or the key is another. */
export async function decrypt(key: Bytes, sealed: Bytes, bound: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.slice(0, NONCE), additionalData: bound },
      await keyOf(key, 'decrypt'),
      sealed.slice(NONCE),
    ),
  );
}
