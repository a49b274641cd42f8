import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { newIdempotencyKey } from '@/api/setup';
import { type CardColour, issueCard, type SupervisionFinding } from '@/api/generated';
import { Button } from '@/components';
import { WordsDialog } from '../ratings/WordsDialog';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { cardPath } from './cardWords';
import styles from '../Record.module.css';

/** Beside what the thresholds issue by themselves. */
const BY_HAND = ['yellow', 'red'] as const satisfies readonly CardColour[];

/** A supervisor issues a card on a finding 发牌, and says why. */
export function IssueCard({
  finding,
  onStale,
}: {
  finding: SupervisionFinding;
  onStale: () => void;
}) {
  const { t } = useTranslation('cards');
  const account = useAccount();
  const [, goTo] = useLocation();
  const [issuing, setIssuing] = useState<{ colour: (typeof BY_HAND)[number]; key: string }>();
  if (!mayAny(account, ['cards.supervise']) || finding.withdrawal) return null;
  return (
    <>
      <div className={styles.ways}>
        {BY_HAND.map((colour) => (
          <Button
            key={colour}
            look="secondary"
            onClick={() => setIssuing({ colour, key: newIdempotencyKey() })}
          >
            {t(`issue.${colour}`)}
          </Button>
        ))}
      </div>
      {issuing && (
        <WordsDialog
          title={t(`issue.${issuing.colour}`)}
          text={t('issue.text')}
          label={t('issue.reason')}
          onSend={async (reason) => {
            const { data } = await issueCard({
              headers: { 'Idempotency-Key': issuing.key },
              body: { colour: issuing.colour, findings: [finding.id], reason },
              throwOnError: true,
            });
            goTo(cardPath(data.summary.number));
          }}
          onDone={() => setIssuing(undefined)}
          onStale={onStale}
          onClose={() => setIssuing(undefined)}
        />
      )}
    </>
  );
}
