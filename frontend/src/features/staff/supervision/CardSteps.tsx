import { useTranslation } from 'react-i18next';
import type { CardAct } from '@/api/generated';
import { DateTime, Name, Steps } from '@/components';

/** What came with an act: days, points, a number, whose talk. */
function More({ act }: { act: CardAct }) {
  const { t } = useTranslation('cards');
  const parts = [
    act.cause && act.cause !== 'decided' && t(`cause.${act.cause}`),
    act.bulletin,
    act.kind === 'deducted' && t('act.points', { count: act.points ?? 0 }),
    act.party && t(`party.${act.party}`),
    act.kind === 'talkCalled' &&
      t('act.reached', { points: act.points ?? 0, cards: act.cards ?? 0 }),
    act.kind === 'handedOver' && t('act.since', { count: act.cards ?? 0 }),
    act.days !== undefined && t('act.days', { count: act.days }),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? <span className="quiet"> · {parts.join(' · ')}</span> : null;
}

/** What has happened to a card, from what was found on. */
export function CardSteps({ acts }: { acts: readonly CardAct[] }) {
  const { t } = useTranslation('cards');
  return (
    <Steps
      steps={acts.map((act) => ({
        number: act.number,
        what: (
          <>
            <b>{t(`act.kind.${act.kind}`)}</b>
            <More act={act} />
          </>
        ),
        when: (
          <>
            <DateTime value={act.at} /> · {act.by ? <Name of={act.by} /> : t('act.byItself')}
          </>
        ),
        words: act.words,
      }))}
    />
  );
}
