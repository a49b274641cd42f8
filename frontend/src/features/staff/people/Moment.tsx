import { DateTime } from '@/components';

/** The moment something begins or ends; a dash where none is set. */
export function Moment({ at }: { at: string | undefined }) {
  return at ? <DateTime value={at} /> : <>–</>;
}
