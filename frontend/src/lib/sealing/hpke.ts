import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, join, utf8 } from './bytes';

/** RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, mode auth. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const INFO = utf8('Sunlit sealed report 1').buffer;
const POINT = 65;

/** A key pair with its public half as bytes. */
export interface Keys {
  pair: CryptoKeyPair;
  publicKey: Bytes;
}

export async function withPublicKey(pair: CryptoKeyPair): Promise<Keys> {
  return { pair, publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)) };
}

/** The key pair that follows from these bytes. */
export async function deriveKeys(seed: Bytes): Promise<Keys> {
  return withPublicKey(await suite.kem.deriveKeyPair(seed.buffer));
}

/** Encapsulated key and ciphertext, one after the other: only the reader opens it, and knows who sealed it. */
export async function sealTo(
  reader: Bytes,
  sender: Keys,
  bound: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  const context = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(reader.slice().buffer),
    senderKey: sender.pair,
    info: INFO,
  });
  const ciphertext = await context.seal(plain.buffer, bound.buffer);
  return join(new Uint8Array(context.enc), new Uint8Array(ciphertext));
}

/** Fails when it isn't for this reader, isn't from this sender, or was changed. */
export async function openFrom(
  sender: Bytes,
  reader: Keys,
  bound: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const context = await suite.createRecipientContext({
    recipientKey: reader.pair,
    enc: sealed.slice(0, POINT).buffer,
    senderPublicKey: await suite.kem.deserializePublicKey(sender.slice().buffer),
    info: INFO,
  });
  return new Uint8Array(await context.open(sealed.slice(POINT).buffer, bound.buffer));
}
