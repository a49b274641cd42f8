import {
  askForOwnRefund,
  askForRefund,
  type Charge,
  getOwnBill,
  openBill,
  payBill,
  type PaymentOrder,
  payOwnBill,
  type PossibleRefund,
} from '@/api/generated';

/** By what somebody has a bill: number and code of the case or joint application, or an account. */
export type Holder =
  { kind: 'keys'; number: string; code: string } | { kind: 'account'; number: string };

const held = ({ number, code }: { number: string; code: string }) => ({
  number,
  trackingCode: code,
});

export async function look(holder: Holder, signal: AbortSignal): Promise<Charge> {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await getOwnBill({ path, signal, throwOnError: true })).data;
  }
  return (await openBill({ body: held(holder), signal, throwOnError: true })).data;
}

export async function pay(holder: Holder, key: string): Promise<PaymentOrder> {
  const headers = { 'Idempotency-Key': key };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await payOwnBill({ path, headers, throwOnError: true })).data;
  }
  return (await payBill({ body: held(holder), headers, throwOnError: true })).data;
}

export async function askBack(holder: Holder, what: PossibleRefund, key: string): Promise<Charge> {
  const headers = { 'Idempotency-Key': key };
  const refund = { paymentId: what.paymentId, ground: what.ground };
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await askForOwnRefund({ path, body: refund, headers, throwOnError: true })).data;
  }
  const body = { holder: held(holder), refund };
  return (await askForRefund({ body, headers, throwOnError: true })).data;
}

/** Number and code from an address's fragment: `#number/code`. Browsers keep that to themselves. */
export function fromFragment(fragment: string): { number: string; code: string } {
  const [, number = '', code = ''] =
    /^#(J?[0-9-]{1,40})\/([0-9A-Za-z-]{1,40})$/.exec(fragment) ?? [];
  return { number, code };
}

const PLACE = 'sunlit.paying';

/** Keeps where the payer was, for when they come back from the gateway, in this tab alone. */
export function leaveFor(payAt: string): void {
  sessionStorage.setItem(PLACE, window.location.pathname + window.location.hash);
  window.location.assign(payAt);
}

/** Where the payer was: a page of ours, or the place to ask for the number. */
export function placeLeft(): string {
  const kept = sessionStorage.getItem(PLACE);
  return kept && /^\/(bill|account)(?=[/#]|$)/.test(kept) ? kept : '/bill';
}
