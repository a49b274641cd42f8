import { useTranslation } from 'react-i18next';
import { formatLimit } from '@/lib/format';
import type { FlowEdgeView, FlowGroupView, FlowStepView, FlowView } from './types';

const ENDINGS = new Set(['closure', 'termination']);
const OUTCOMES = new Set(['pass', 'reject', 'return', 'repeat']);

export function isEnding(step: FlowStepView): boolean {
  return ENDINGS.has(step.kind);
}

/** The words of a flow in the reader's language. */
export function useFlowTexts() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const);
  const either = (chinese: string, english: string | undefined) =>
    language === 'en' && english ? english : chinese;

  const stepName = (step: FlowStepView) => either(step.name, step.nameEn);

  const postName = (step: FlowStepView) =>
    step.post ? either(step.post.name, step.post.nameEn) : undefined;

  const limitText = (step: FlowStepView) => {
    if (step.limit) return formatLimit(step.limit, language);
    return undefined;
  };

  /** The limit, and whether it counts, in as few words as a box has room for. */
  const time = (step: FlowStepView) => {
    if (isEnding(step) || step.kind === 'submission') return undefined;
    const limit = limitText(step);
    if (step.countsTowardLimit) return limit;
    return limit ? t('flow.limitNotCounted', { limit }) : t('flow.notCounted');
  };

  /** What leads from one step to the next: its own label, else the usual word, else nothing. */
  const edgeLabel = (edge: FlowEdgeView, alone: boolean) => {
    if (edge.label) return either(edge.label, edge.labelEn);
    if (alone && edge.outcome === 'pass') return undefined;
    return OUTCOMES.has(edge.outcome)
      ? t(`flow.outcome.${edge.outcome as 'pass' | 'reject' | 'return' | 'repeat'}`)
      : edge.outcome;
  };

  /** A sub-process's name, with the longest one run may take as a whole. */
  const groupName = (group: FlowGroupView) => {
    const name = either(group.name, group.nameEn);
    return group.limit
      ? t('flow.groupLimit', { name, limit: formatLimit(group.limit, language) })
      : name;
  };

  return { t, language, either, stepName, postName, limitText, time, edgeLabel, groupName };
}

/** The steps in the order they are read aloud. */
export function inReadingOrder(flow: FlowView): FlowStepView[] {
  const byId = new Map(flow.steps.map((step) => [step.id, step]));
  const ordered = flow.diagram.readingOrder
    .map((id) => byId.get(id))
    .filter((step): step is FlowStepView => step !== undefined);
  return ordered.length === flow.steps.length ? ordered : [...flow.steps];
}
