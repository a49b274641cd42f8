import { useTranslation } from 'react-i18next';
import { DateTime } from '../Values';
import type { AgentTaskName } from './types';

/** What an agent may do, from when until when. */
export function MandateFacts({
  of,
}: {
  of: { tasks: readonly AgentTaskName[]; from?: string | undefined; until: string };
}) {
  const { t } = useTranslation('agency');
  return (
    <>
      {of.tasks.map((task) => t(`task.${task}`)).join(t('separator'))}
      {' · '}
      {of.from && (
        <>
          <DateTime value={of.from} as="date" />{' '}
        </>
      )}
      {t('until')} <DateTime value={of.until} as="date" />
    </>
  );
}
