import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confirmation } from '@/api/generated';
import { Button, DateTime } from '@/components';
import { DecideDialog } from './DecideDialog';
import { type Decision, decisionsFor, refresh } from './decisions';
import styles from './PendingConfirmation.module.css';
import { useRequestText } from './useRequestText';

/** On the page of what it is about: it waits for a second person, and whoever may decides here. */
export function PendingConfirmation({
  request,
  onDone,
}: {
  request: Confirmation;
  /** What to tell the reader. */
  onDone: (said: string, decision: Decision) => void;
}) {
  const { t } = useTranslation('confirmations');
  const text = useRequestText()(request);
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>();
  return (
    <section className={styles.waits} aria-labelledby="waits-for-second">
      <h2 id="waits-for-second">{t('pending.title', { what: text.what })}</h2>
      <p>
        {t('pending.asked', { by: text.by })} <DateTime value={request.requestedAt} />
        {text.ground && t('pending.ground', { ground: text.ground })}
      </p>
      {request.reason && (
        <p className={styles.reason} lang="zh-CN">
          {request.reason}
        </p>
      )}
      <p>{t(request.kind === 'pause' ? 'pending.clockRuns' : 'pending.until')}</p>
      {decisionsFor(request).length > 0 && (
        <div className={styles.ways}>
          {decisionsFor(request).map((each) => (
            <Button
              key={each}
              look={each === 'confirm' ? 'primary' : 'secondary'}
              onClick={() => setDecision(each)}
            >
              {t(`do.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {decision && (
        <DecideDialog
          request={request}
          decision={decision}
          onClose={() => setDecision(undefined)}
          onDone={() => {
            setDecision(undefined);
            onDone(t(`done.${decision}`), decision);
            void refresh(queries);
          }}
        />
      )}
    </section>
  );
}
