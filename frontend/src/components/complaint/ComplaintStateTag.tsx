import { useTranslation } from 'react-i18next';
import { Tag } from '../Tag';

type State = 'received' | 'screened' | 'grouped' | 'assigned' | 'inHand' | 'replied' | 'closed';

const TONES = {
  received: 'sun',
  screened: 'sun',
  grouped: 'sun',
  assigned: 'sun',
  inHand: 'sun',
  replied: 'good',
  closed: 'plain',
} as const;

/** Where a complaint stands, and whether it is under supervision. */
export function ComplaintStateTag({
  state,
  supervised = false,
}: {
  state: State;
  supervised?: boolean;
}) {
  const { t } = useTranslation('complaint');
  return (
    <>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      {supervised && <Tag tone="bad">{t('supervised')}</Tag>}
    </>
  );
}
