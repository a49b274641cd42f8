import {
  answerOwnPromise,
  answerPromise,
  type CasePromise,
  getOwnPromise,
  openPromise,
  type PromiseRequest,
} from '@/api/generated';
import type { Holder } from './holder';

/** What was promised with a case; null when nothing was. */
export async function promiseOf(holder: Holder, signal: AbortSignal): Promise<CasePromise | null> {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    const found = await getOwnPromise({ path, signal, throwOnError: true });
    return found.response.status === 204 ? null : (found.data as CasePromise);
  }
  const body = { caseNumber: holder.number, trackingCode: holder.code };
  return (await openPromise({ body, signal, throwOnError: true })).data;
}

export async function ask(
  holder: Holder,
  request: PromiseRequest,
  key: string,
): Promise<CasePromise> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await answerOwnPromise({ path, body: request, headers, throwOnError: true })).data;
  }
  const held = { caseNumber: holder.number, trackingCode: holder.code };
  return (await answerPromise({ body: { holder: held, request }, headers, throwOnError: true }))
    .data;
}

/** Where the promise is read and printed. */
export const promisePath = (holder: Holder) =>
  holder.kind === 'account'
    ? `/account/cases/${holder.number}/promise`
    : `/promises/view#${new URLSearchParams({ number: holder.number, code: holder.code })}`;
