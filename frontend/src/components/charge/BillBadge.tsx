import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../Tag';

export type BillStateName = 'gathering' | 'unpaid' | 'paid' | 'waived';

const TONES: Record<BillStateName, Tone> = {
  gathering: 'blue',
  unpaid: 'sun',
  paid: 'good',
  waived: 'plain',
};

/** 待缴费 已缴清 … : the state of a bill. */
export function BillBadge({ state }: { state: BillStateName }) {
  const { t } = useTranslation('charge');
  return <Tag tone={TONES[state]}>{t(`billState.${state}`)}</Tag>;
}
