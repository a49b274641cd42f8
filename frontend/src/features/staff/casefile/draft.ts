import type { ActionCommand } from '@/api/generated';
import { keepAtDesk, readDesk } from '../desk';
import type { ActionName, Filled } from './command';

/** What went out and wasn't answered: the same again goes with the same key, for the same version. */
export interface Sent {
  key: string;
  version: number;
  command: string;
}

/** What somebody has filled in for an action and not brought to its end. */
export interface ActionDraft {
  filled: Filled;
  sent?: Sent | undefined;
}

const nameOf = (caseNumber: string, action: ActionName) => `draft.${caseNumber}.${action}`;

/** A draft as it was left. That the risk point was seen is said anew each time. */
export function readDraft(
  account: string,
  caseNumber: string,
  action: ActionName,
): ActionDraft | undefined {
  const kept = readDesk<ActionDraft>(account, nameOf(caseNumber, action));
  return (
    kept && {
      ...kept,
      filled: { ...kept.filled, days: kept.filled.days ?? '', confirmedRisk: false },
    }
  );
}

/** Whether there is anything in it that somebody would miss. */
export function isWorthKeeping({ filled, sent }: ActionDraft): boolean {
  return (
    sent !== undefined ||
    filled.reason.trim() !== '' ||
    filled.days.trim() !== '' ||
    Object.values(filled.missing).some((what) => what.trim() !== '')
  );
}

export function keepDraft(
  account: string,
  caseNumber: string,
  action: ActionName,
  draft: ActionDraft | undefined,
): void {
  keepAtDesk(
    account,
    nameOf(caseNumber, action),
    draft && isWorthKeeping(draft) ? draft : undefined,
  );
}

/** With which key and for which version a command goes out: as before when it is the same one again. */
export function sending(
  before: Sent | undefined,
  command: ActionCommand,
  version: number,
  newKey: () => string,
): Sent {
  const text = JSON.stringify(command);
  return before?.command === text ? before : { key: newKey(), version, command: text };
}

/** Whether an answer leaves it open what became of the command. */
export function leavesOpen(status: number): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}
