import { useTranslation } from 'react-i18next';
import type { Carrier, CarrierKind } from '@/api/generated';
import { Tag, type Tone } from '@/components';

export const KINDS: readonly CarrierKind[] = ['screen', 'board', 'wall', 'touch', 'tv'];
export const hasDevice = (kind: CarrierKind) => kind !== 'board' && kind !== 'wall';

const TONES: Record<Carrier['state'], Tone> = {
  unpaired: 'plain',
  online: 'good',
  stale: 'warn',
  offline: 'bad',
  posted: 'good',
  overdue: 'bad',
  kept: 'plain',
  closed: 'plain',
};

export function StateTag({ state }: { state: Carrier['state'] }) {
  const { t } = useTranslation('carriers');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
