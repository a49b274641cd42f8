import {
  confirmMended,
  confirmOwnMended,
  getOwnRating,
  type Grades,
  type Mending,
  openRating,
  type RatableCase,
  rateCase,
  rateOwnCase,
} from '@/api/generated';

/** By what somebody has a case: its number and a code, or an account of their own. */
export type Holder =
  { kind: 'keys'; number: string; code: string } | { kind: 'account'; number: string };

export async function look(holder: Holder, signal: AbortSignal): Promise<RatableCase> {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await getOwnRating({ path, signal, throwOnError: true })).data;
  }
  const body = { caseNumber: holder.number, code: holder.code };
  return (await openRating({ body, signal, throwOnError: true })).data;
}

export async function rate(holder: Holder, grades: Grades, key: string): Promise<RatableCase> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await rateOwnCase({ path, body: grades, headers, throwOnError: true })).data;
  }
  const body = { holder: { caseNumber: holder.number, code: holder.code }, grades };
  return (await rateCase({ body, headers, throwOnError: true })).data;
}

export async function confirm(holder: Holder, mending: Mending, key: string): Promise<RatableCase> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await confirmOwnMended({ path, body: mending, headers, throwOnError: true })).data;
  }
  const body = { holder: { caseNumber: holder.number, code: holder.code }, mending };
  return (await confirmMended({ body, headers, throwOnError: true })).data;
}

/** Number and code from an address's fragment: `#number/code`, as the message has it. */
export function fromFragment(fragment: string): { number: string; code: string } {
  const [, number = '', code = ''] = /^#([0-9-]{1,40})\/([0-9A-Za-z-]{1,40})$/.exec(fragment) ?? [];
  return { number, code };
}
