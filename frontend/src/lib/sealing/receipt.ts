import { type Bytes, random, utf8 } from './bytes';
import { deriveKeys, type Keys } from './hpke';

/** Crockford's base32: no letter that is taken for another or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;
const SALT = utf8('Sunlit report receipt 1');

/** Times x in GF(32), modulo x⁵ + x² + 1. */
function timesX(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

/**
 * The character that checks the others: their sum over GF(32), each times another power of x. One
 * wrong character changes it, and so do two that were swapped.
 */
function check(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesX(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

/** 26 random characters, 130 bits. */
export function newReceipt(): string {
  return Array.from(random(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** As it is read and written down: nine groups of three, the last character checks the others. */
export function groups(receipt: string): string[] {
  return (receipt + check(receipt)).match(/.{3}/g) ?? [];
}

export type Typed = { receipt: string } | { wrong: 'length' | 'slip' };

/** What somebody has typed, however they set it: o for 0, and i or l for 1, are meant well. */
export function readReceipt(typed: string): Typed {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  if (characters.length !== LENGTH + 1) return { wrong: 'length' };
  const receipt = characters.slice(0, LENGTH);
  const known = [...characters].every((character) => ALPHABET.includes(character));
  return known && characters.endsWith(check(receipt)) ? { receipt } : { wrong: 'slip' };
}

async function derive(receipt: string, use: string): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', utf8(receipt), 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: SALT, info: utf8(use) },
    base,
    256,
  );
  return new Uint8Array(bits);
}

/** What a receipt opens, and the key pair it is. */
export async function unfold(receipt: string): Promise<{ mailbox: Bytes; keys: Keys }> {
  return {
    mailbox: await derive(receipt, 'mailbox'),
    keys: await deriveKeys(await derive(receipt, 'key')),
  };
}
