import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintActionCode, OpenedComplaint } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button } from '@/components';
import { ActDialog } from './ActDialog';
import styles from './Complaints.module.css';

const MAIN: readonly ComplaintActionCode[] = ['assign', 'takeUp', 'reply'];

/** What the reader can do about it now. */
export function Acting({ of, onChanged }: { of: OpenedComplaint; onChanged: () => void }) {
  const { t } = useTranslation('complaints');
  const [doing, setDoing] = useState<{ action: ComplaintActionCode; key: string }>();
  return (
    <>
      {of.possible.length === 0 && <p className="quiet">{t('page.nothing')}</p>}
      <div className={styles.ways}>
        {of.possible.map((action) => (
          <Button
            key={action}
            look={MAIN.includes(action) ? 'primary' : 'secondary'}
            onClick={() => setDoing({ action, key: newIdempotencyKey() })}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {doing && (
        <ActDialog
          of={of}
          action={doing.action}
          idempotencyKey={doing.key}
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
