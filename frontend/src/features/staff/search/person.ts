/** How a person is looked for: by one whole number or a full name, never by a part. */
export type PersonQuery = { identityNumber: string } | { phone: string } | { name: string };

/** What kind of thing was typed; nothing for what is too little to find one person by. */
export function personQuery(typed: string): PersonQuery | undefined {
  const text = typed.trim();
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  if (/^(1[3-9]\d{9}|0\d{9,11})$/.test(compact)) return { phone: text.replace(/\s/g, '') };
  if (/^(?=.*\d)[0-9A-Z]{15}([0-9A-Z]{2,3})?$/.test(compact)) return { identityNumber: compact };
  if (/\d/.test(text) || [...text].length < 2) return undefined;
  return { name: text };
}

/** What is looked for, and the how manieth handing over it is: the same name may come twice. */
interface Handed {
  turn: number;
  typed: string;
}

let handed: Handed = { turn: 0, typed: '' };
const listeners = new Set<() => void>();

/** Carries what was typed to the page that looks for it: no address ever holds a person's number or name. */
export function handOver(typed: string): void {
  handed = { turn: handed.turn + 1, typed };
  listeners.forEach((listener) => listener());
}

/** Whoever comes back to the page finds it empty. */
export function forgetHandedOver(): void {
  handed = { ...handed, typed: '' };
}

export function handedOver(): Handed {
  return handed;
}

export function subscribeToHandedOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
