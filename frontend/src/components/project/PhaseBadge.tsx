import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/components/Tag';
import type { PhaseStateName } from './types';

const TONES: Record<PhaseStateName, Tone> = {
  waiting: 'plain',
  ready: 'sun',
  running: 'blue',
  decided: 'good',
  failed: 'bad',
};

/** 等待 可以申请 办理中 … : where a phase stands. */
export function PhaseBadge({ state }: { state: PhaseStateName }) {
  const { t } = useTranslation('project');
  return <Tag tone={TONES[state]}>{t(`phaseState.${state}`)}</Tag>;
}
