import type { DeadlineView } from '@/lib/deadline';
import type { LimitValue } from '@/lib/format';

/** Promises as the API gives them; written down again because components don't know the API. */
export interface PromiseTextView {
  title: string;
  titleEn: string;
  lines: { text: string; textEn: string; listed?: boolean | undefined }[];
}

export interface PromiseTermsView {
  conditions: readonly string[];
  conditionsEn?: readonly string[] | undefined;
  checkLimit?: LimitValue | undefined;
}

export interface PieceView {
  code: string;
  kind: 'late' | 'conditions';
  name: string;
  nameEn?: string | undefined;
  state: 'promised' | 'awaited' | 'handedIn' | 'kept' | 'broken' | 'madeGood' | 'lapsed';
  limit: LimitValue;
  toReview: boolean;
  deadline?: DeadlineView | undefined;
  said?: string | undefined;
}

export interface PromiseEventView {
  at: string;
  kind:
    | 'signed'
    | 'started'
    | 'handedIn'
    | 'approved'
    | 'rejected'
    | 'extensionAsked'
    | 'extensionGranted'
    | 'extensionDeclined'
    | 'reminded'
    | 'broken'
    | 'conditionsKept'
    | 'conditionsFalse'
    | 'revoked'
    | 'ended';
  pieces?: readonly string[] | undefined;
  /** Of an extension, in each piece's own unit. */
  days?: number | undefined;
  said?: string | undefined;
}

export interface CreditRequestView {
  state: 'none' | 'asked' | 'granted' | 'declined';
  askedAt?: string | undefined;
  answeredAt?: string | undefined;
  dueOn?: string | undefined;
  reason?: string | undefined;
  answer?: string | undefined;
}

export interface CreditEntryView {
  id: string;
  kind: 'late' | 'falsePromise';
  piece?: string | undefined;
  pieceEn?: string | undefined;
  enteredAt: string;
  counts: boolean;
  periodEnds: string;
  madeGoodAt?: string | undefined;
  removed: boolean;
  contest: CreditRequestView;
  repair: CreditRequestView;
}
