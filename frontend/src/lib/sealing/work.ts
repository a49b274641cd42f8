import { sha256 } from '@noble/hashes/sha2.js';

/** So many at a time, so that the page stays alive in between. */
const SLICE = 4096;

function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0);
  if (first < 0) return hash.length * 8;
  return first * 8 + Math.clz32(hash[first] ?? 0) - 24;
}

/** A number so that SHA-256 of `challenge.number` begins with so many zero bits. */
export async function work({
  challenge,
  bits,
}: {
  challenge: string;
  bits: number;
}): Promise<{ challenge: string; answer: string }> {
  const text = new TextEncoder();
  for (let number = 0; ; number++) {
    if (zeroBits(sha256(text.encode(`${challenge}.${number}`))) >= bits)
      return { challenge, answer: String(number) };
    if (number % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
  }
}
