import { fromFragment, type Keys } from '@/lib/keys';

/** A scanner types faster than anybody: what comes after a longer pause is another code. */
const PAUSE = 500;
const LONGEST = 300;

export interface Scanned {
  text: string;
  at: number;
}

export const NOTHING_SCANNED: Scanned = { text: '', at: 0 };

/** What has been typed in one go when this key comes. */
export function typed(before: Scanned, key: string, at: number): Scanned {
  if (key.length !== 1) return before;
  const text = at - before.at > PAUSE ? '' : before.text;
  return { text: (text + key).slice(-LONGEST), at };
}

/** Number and code in what a receipt's QR code says: its address, or the two alone. */
export function keysIn(scanned: string): Keys | undefined {
  const after = scanned.slice(scanned.indexOf('#') + 1);
  const keys = fromFragment(after.trim());
  return keys.number && keys.code ? keys : undefined;
}

const NUMBER = /^(\d{8})(\d{6,10})(\d)$/;

/** A case's number as receipts print it; on a keypad only its digits are typed. */
export function caseNumber(digits: string): string | undefined {
  const parts = NUMBER.exec(digits);
  return parts ? parts.slice(1).join('-') : undefined;
}

/** As far as it is typed: 20261121-0001 */
export function soFar(digits: string): string {
  return caseNumber(digits) ?? [digits.slice(0, 8), digits.slice(8)].filter(Boolean).join('-');
}
