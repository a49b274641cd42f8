import type { LimitUnit, LimitValue } from '@/lib/format';

/** The flow as the API gives it; written down again here because components don't know the API. */
export interface FlowStepView {
  id: string;
  kind: string;
  name: string;
  nameEn?: string | undefined;
  post?: { code: string; name: string; nameEn?: string | undefined } | undefined;
  limit?: LimitValue | undefined;
  countsTowardLimit: boolean;
  excludedBy?: string | undefined;
  materials: readonly string[];
  risks: readonly {
    grade: 'A' | 'B' | 'C';
    risk: string;
    riskEn?: string | undefined;
    measure: string;
    measureEn?: string | undefined;
  }[];
}

export interface FlowEdgeView {
  from: string;
  to: string;
  outcome: string;
  label?: string | undefined;
  labelEn?: string | undefined;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FlowGroupView {
  id: string;
  name: string;
  nameEn: string;
  limit?: LimitValue | undefined;
  exit: string;
  steps: readonly string[];
}

export interface DiagramView {
  width: number;
  height: number;
  nodes: readonly ({ id: string } & Box)[];
  edges: readonly {
    from: string;
    to: string;
    outcome: string;
    points: readonly { x: number; y: number }[];
    label?: Box | undefined;
  }[];
  readingOrder: readonly string[];
  groups?: readonly ({ id: string } & Box)[] | undefined;
}

export interface FlowView {
  code: string;
  name: string;
  nameEn?: string | undefined;
  steps: readonly FlowStepView[];
  edges: readonly FlowEdgeView[];
  diagram: DiagramView;
  /** Its sub-processes where they are called, outer ones first. */
  groups?: readonly FlowGroupView[] | undefined;
  /** The same with every sub-process closed to one box by the id of its group. */
  overview?: DiagramView | undefined;
}

/** How long cases stay in a step, in minutes of their own clock, and how many are there now. */
export interface StepFigures {
  stepId: string;
  open: number;
  /** Absent when too few. */
  cases?: number | undefined;
  medianMinutes?: number | undefined;
  ninetiethMinutes?: number | undefined;
}

export interface FlowFigures {
  unit: LimitUnit;
  /** Fewer cases than this give no figures. */
  minimum: number;
  steps: readonly StepFigures[];
}

/** Where a case stands on its flow; leave it out to show the flow alone. */
export interface FlowProgress {
  /** Several while work is done in parallel. */
  current: readonly string[];
  done: readonly string[];
}
