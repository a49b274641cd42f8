import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdraw } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import type { TrackingKeys } from './TrackPage';
import styles from './Withdraw.module.css';

/** Taking an application back: asks once more, since it can't be undone. */
export function Withdraw({ keys, onDone }: { keys: TrackingKeys; onDone: () => void }) {
  const { t } = useTranslation('casework');
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      withdraw({
        body: {
          caseNumber: keys.number,
          trackingCode: keys.code,
          ...(reason.trim() && { reason: reason.trim() }),
        },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: () => {
      dialog.current?.close();
      onDone();
    },
  });
  return (
    <>
      <p>{t('withdraw.text')}</p>
      <Button
        look="secondary"
        className={`${styles.open} no-print`}
        onClick={() => dialog.current?.showModal()}
      >
        {t('withdraw.open')}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="withdraw-question">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <h2 id="withdraw-question">{t('withdraw.question')}</h2>
          <p>{t('withdraw.consequence')}</p>
          <TextArea
            label={t('withdraw.reason')}
            optional
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {send.error && <Problem problem={toProblem(send.error)} />}
          <div className={styles.ways}>
            <Button type="submit" look="danger" busy={send.isPending}>
              {t('withdraw.confirm')}
            </Button>
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              {t('withdraw.keep')}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
