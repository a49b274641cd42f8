import type { Satisfaction } from '@/api/generated';

const MOUTHS: Record<Satisfaction, string> = {
  satisfied: 'M15 29c3 7 15 7 18 0',
  basicallySatisfied: 'M15 32h18',
  notSatisfied: 'M15 35c3-7 15-7 18 0',
};

/** A face that smiles, doesn't, or is sad: told apart by its mouth, not by a colour. */
export function Face({ of }: { of: Satisfaction }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="3">
      <circle cx="24" cy="24" r="21" />
      <path d="M17 17v4M31 17v4" strokeLinecap="round" />
      <path d={MOUTHS[of]} strokeLinecap="round" />
    </svg>
  );
}
