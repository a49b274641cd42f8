import { createHmac } from 'node:crypto';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MILLISECONDS = 30_000;

/** The code an authenticator app shows for a key, so many steps of 30 seconds from now (RFC 6238). */
export function code(key: string, steps = 0): string {
  const bits = [...key.replaceAll(' ', '')]
    .map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MILLISECONDS) + steps));
  const hash = createHmac('sha1', secret).update(step).digest();
  const place = hash[19]! & 15;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
