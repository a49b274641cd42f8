import {
  type CaseDocuments,
  getOwnCase,
  listOwnDocuments,
  type OwnSupplement,
  type OwnWithdrawal,
  supplement,
  supplementOwnCase,
  track,
  trackDocuments,
  type TrackedCase,
  withdraw,
  withdrawOwnCase,
} from '@/api/generated';

/** By what somebody has a case: its number and code, or an account of their own. */
export type Holder =
  { kind: 'keys'; number: string; code: string } | { kind: 'account'; number: string };

export async function look(holder: Holder, signal: AbortSignal): Promise<TrackedCase> {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await getOwnCase({ path, signal, throwOnError: true })).data;
  }
  const body = { caseNumber: holder.number, trackingCode: holder.code };
  return (await track({ body, signal, throwOnError: true })).data;
}

export async function documentsOf(holder: Holder, signal: AbortSignal): Promise<CaseDocuments> {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await listOwnDocuments({ path, signal, throwOnError: true })).data;
  }
  const body = { caseNumber: holder.number, trackingCode: holder.code };
  return (await trackDocuments({ body, signal, throwOnError: true })).data;
}

export async function handIn(holder: Holder, what: OwnSupplement, key: string): Promise<void> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    await supplementOwnCase({ path, body: what, headers, throwOnError: true });
  } else {
    const body = { caseNumber: holder.number, trackingCode: holder.code, ...what };
    await supplement({ body, headers, throwOnError: true });
  }
}

export async function takeBack(holder: Holder, why: OwnWithdrawal, key: string): Promise<void> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    await withdrawOwnCase({ path, body: why, headers, throwOnError: true });
  } else {
    const body = { caseNumber: holder.number, trackingCode: holder.code, ...why };
    await withdraw({ body, headers, throwOnError: true });
  }
}

/** Where whoever holds a case that has ended says how it was handled. */
export const ratingPath = (holder: Holder) =>
  holder.kind === 'account'
    ? `/account/cases/${holder.number}/rating`
    : `/rate#${holder.number}/${holder.code}`;
