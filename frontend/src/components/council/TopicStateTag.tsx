import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../Tag';
import type { Moderation, TopicState } from './types';

const TONES: Record<TopicState, Tone> = {
  pending: 'warn',
  open: 'plain',
  asked: 'warn',
  answered: 'good',
  closed: 'plain',
  refused: 'bad',
  withdrawn: 'plain',
};

const MODERATION_TONES: Record<Moderation, Tone> = {
  waiting: 'warn',
  shown: 'good',
  refused: 'bad',
  takenDown: 'bad',
  withdrawn: 'plain',
};

/** Where a topic stands, and whether its answer is late. */
export function TopicStateTag({ state, late = false }: { state: TopicState; late?: boolean }) {
  const { t } = useTranslation('council');
  return (
    <>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      {late && <Tag tone="bad">{t('late')}</Tag>}
    </>
  );
}

/** What became of a contribution. */
export function ModerationTag({ of }: { of: Moderation }) {
  const { t } = useTranslation('council');
  return <Tag tone={MODERATION_TONES[of]}>{t(`moderation.${of}`)}</Tag>;
}
