import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../Tag';
import type { AgencyStateName } from './types';

const TONES: Record<AgencyStateName, Tone> = {
  asked: 'sun',
  taken: 'sun',
  inForce: 'good',
  lapsed: 'plain',
  ended: 'plain',
};

/** 待接受 待签署 代办中 …: how far it has come with somebody's agent. */
export function AgencyBadge({ state }: { state: AgencyStateName }) {
  const { t } = useTranslation('agency');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
