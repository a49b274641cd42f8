import {
  type Confirmation,
  confirmRequest,
  declineRequest,
  withdrawRequest,
} from '@/api/generated';
import type { QueryClient } from '@tanstack/react-query';

/** What can be done about something that waits for a second person. */
export const DECISIONS = ['confirm', 'decline', 'withdraw'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Those open to this reader, the one that lets it happen first. */
export function decisionsFor(request: Confirmation): readonly Decision[] {
  if (request.mayDecide) return ['confirm', 'decline'];
  return request.mayWithdraw ? ['withdraw'] : [];
}

/** Whoever says no says why. */
export function needsNote(decision: Decision): boolean {
  return decision === 'decline';
}

export async function send(
  request: Confirmation,
  decision: Decision,
  note: string,
): Promise<Confirmation> {
  const path = { id: request.id };
  const said = note.trim();
  if (decision === 'decline') {
    return (await declineRequest({ path, body: { note: said }, throwOnError: true })).data;
  }
  const act = decision === 'confirm' ? confirmRequest : withdrawRequest;
  return (await act({ path, body: said ? { note: said } : {}, throwOnError: true })).data;
}

const CHANGED = new Set<unknown>(['listConfirmations', 'listCases']);

/** What was decided changes lists, counts and the case it was about. */
export async function refresh(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      first === 'staffCase' ||
      (typeof first === 'object' && first !== null && '_id' in first && CHANGED.has(first._id)),
  });
}

const CASE = /^\d{8}-\d{6,10}-\d$/;

/** The case it is about, where it is about one. */
export function caseOf(request: Confirmation): string | undefined {
  return CASE.test(request.subject) ? request.subject : undefined;
}
