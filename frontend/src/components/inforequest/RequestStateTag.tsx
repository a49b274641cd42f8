import { useTranslation } from 'react-i18next';
import { Tag } from '../Tag';

export type RequestState =
  | 'received'
  | 'inHand'
  | 'clarifying'
  | 'drafted'
  | 'answered'
  | 'reviewing'
  | 'withdrawn'
  | 'lapsed';

const TONES = {
  received: 'sun',
  inHand: 'sun',
  clarifying: 'warn',
  drafted: 'sun',
  answered: 'good',
  reviewing: 'warn',
  withdrawn: 'plain',
  lapsed: 'plain',
} as const;

/** Where a request for information stands, and whether it is late. */
export function RequestStateTag({ state, late = false }: { state: RequestState; late?: boolean }) {
  const { t } = useTranslation('inforequest');
  return (
    <>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      {late && <Tag tone="bad">{t('late')}</Tag>}
    </>
  );
}
