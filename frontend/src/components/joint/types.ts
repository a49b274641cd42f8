import type { DeadlineView } from '@/lib/deadline';
import type { CaseStateName } from '../Tag';

interface Named {
  name: string;
  nameEn?: string | undefined;
}

/** One department's case of a joint application; written down again because components don't know the API. */
export interface LaneView {
  caseNumber: string;
  itemCode: string;
  itemName: string;
  itemNameEn?: string | undefined;
  department: Named;
  level?: 'city' | 'county' | 'township' | 'village' | undefined;
  state: CaseStateName;
  stepName: string;
  stepNameEn?: string | undefined;
  result?: string | undefined;
  resultEn?: string | undefined;
  dueAt?: string | undefined;
  deadline?: DeadlineView | undefined;
  endedAt?: string | undefined;
  requires: readonly string[];
  blockedBy: readonly string[];
  reason?: string | undefined;
  lacks?: readonly { what: string }[] | undefined;
}

/** An item of a theme. */
export interface ThemeItemView extends Named {
  itemCode: string;
  department: Named;
  level?: LaneView['level'];
  requires: readonly string[];
  onlyIf?: { question: string; answers: readonly string[] } | undefined;
}
