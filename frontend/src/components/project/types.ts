import type { CaseStateName } from '@/components/Tag';

interface Named {
  name: string;
  nameEn?: string | undefined;
}

export type PhaseStateName = 'waiting' | 'ready' | 'running' | 'decided' | 'failed';

/** What a phase needs of an earlier one and doesn't have. */
export interface WaitView {
  phase: string;
  phaseName: string;
  phaseNameEn?: string | undefined;
  itemCode?: string | undefined;
  itemName?: string | undefined;
  itemNameEn?: string | undefined;
  state?: CaseStateName | undefined;
}

/** One item's case in a phase. */
export interface PhaseItemView {
  itemCode: string;
  itemName: string;
  itemNameEn?: string | undefined;
  department: Named;
  state: CaseStateName;
  stepName?: string | undefined;
  stepNameEn?: string | undefined;
  dueAt?: string | undefined;
  endedAt?: string | undefined;
  caseNumber?: string | undefined;
}

/** A phase as its page shows it. */
export interface PhaseView extends Named {
  code: string;
  themeCode: string;
  leadDepartment?: (Named & { code: string }) | undefined;
  state: PhaseStateName;
  mayBegin: boolean;
  dueAt?: string | undefined;
  items: readonly PhaseItemView[];
  waits: readonly WaitView[];
}
