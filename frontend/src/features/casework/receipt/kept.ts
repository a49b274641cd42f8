import type { Receipt } from '@/api/generated';

/**
 * What the receipt page shows, in the entry of the tab's history and nowhere else: a reload doesn't
 * lose the tracking code, which is told only once, and closing the tab forgets it. The applicant's
 * name stays in memory.
 */
export interface KeptReceipt {
  receipt: Omit<Receipt, 'applicantName'>;
  earlier: boolean;
}

let name: { caseNumber: string; text: string } | undefined;

export function keepReceipt(receipt: Receipt, earlier: boolean): KeptReceipt {
  const { applicantName, ...rest } = receipt;
  name = applicantName ? { caseNumber: receipt.caseNumber, text: applicantName } : undefined;
  return { receipt: rest, earlier };
}

export function keptName(caseNumber: string): string | undefined {
  return name?.caseNumber === caseNumber ? name.text : undefined;
}

export function forgetName(): void {
  name = undefined;
}

export function isKeptReceipt(state: unknown): state is KeptReceipt {
  return (
    typeof state === 'object' &&
    state !== null &&
    'receipt' in state &&
    typeof (state as KeptReceipt).receipt.trackingCode === 'string'
  );
}
