import { useTranslation } from 'react-i18next';
import type { CouncilModeration, CouncilTopicState } from '@/api/generated';
import { Tag, type Tone } from '../Tag';

const TONES: Record<CouncilTopicState, Tone> = {
  pending: 'warn',
  open: 'plain',
  asked: 'warn',
  answered: 'good',
  closed: 'plain',
  refused: 'bad',
  withdrawn: 'plain',
};

const MODERATION_TONES: Record<CouncilModeration, Tone> = {
  waiting: 'warn',
  shown: 'good',
  refused: 'bad',
  takenDown: 'bad',
  withdrawn: 'plain',
};

/** Where a topic stands, and whether its answer is late. */
export function TopicStateTag({ state, late = false }: { state: CouncilTopicState; late?: boolean }) {
  const { t } = useTranslation('council');
  return (
    <>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      {late && <Tag tone="bad">{t('late')}</Tag>}
    </>
  );
}

/** What became of a contribution. */
export function ModerationTag({ of }: { of: CouncilModeration }) {
  const { t } = useTranslation('council');
  return <Tag tone={MODERATION_TONES[of]}>{t(`moderation.${of}`)}</Tag>;
}
