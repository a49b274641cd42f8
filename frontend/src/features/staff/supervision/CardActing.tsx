import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/setup';
import { actOnCard, type Card, type CardActionCode } from '@/api/generated';
import { Button } from '@/components';
import { WordsDialog } from '../ratings/WordsDialog';
import { MAIN_ACTIONS } from './cardWords';
import styles from '../Record.module.css';

interface Doing {
  action: CardActionCode;
  key: string;
}

/** What the reader can do about a card now; else whose turn it is. */
export function CardActing({ card, onChanged }: { card: Card; onChanged: () => void }) {
  const { t } = useTranslation('cards');
  const [doing, setDoing] = useState<Doing>();
  return (
    <>
      <p>{card.waitsFor ? t(`waitsFor.${card.waitsFor}`) : t('waitsFor.nobody')}</p>
      {card.possible.length > 0 && (
        <div className={styles.ways}>
          {card.possible.map((action) => (
            <Button
              key={action}
              look={MAIN_ACTIONS.includes(action) ? 'primary' : 'secondary'}
              onClick={() => setDoing({ action, key: newIdempotencyKey() })}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {doing && (
        <WordsDialog
          title={t(`action.${doing.action}`)}
          text={t(`ask.${doing.action}`)}
          label={t(`words.${doing.action}`)}
          maxLength={2000}
          onSend={(words) =>
            actOnCard({
              path: { cardNumber: card.summary.number, cardAction: doing.action },
              headers: { 'If-Match': `"${card.version}"`, 'Idempotency-Key': doing.key },
              body: { words },
              throwOnError: true,
            })
          }
          onDone={() => {
            setDoing(undefined);
            onChanged();
          }}
          onStale={onChanged}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}
