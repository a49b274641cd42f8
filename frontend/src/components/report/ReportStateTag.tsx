import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../Tag';

export const REPORT_STATES = ['new', 'looking', 'clue', 'answered', 'closed'] as const;
export type ReportStateName = (typeof REPORT_STATES)[number];

const TONES: Record<ReportStateName, Tone> = {
  new: 'sun',
  looking: 'blue',
  clue: 'warn',
  answered: 'good',
  closed: 'plain',
};

/** 未查看 查看中 已转线索 已答复 已办结 */
export function ReportStateTag({ state }: { state: ReportStateName }) {
  const { t } = useTranslation('report');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
