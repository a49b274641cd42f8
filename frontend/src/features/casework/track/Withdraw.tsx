import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Dialog, DialogWays, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import { type Holder, takeBack } from './holder';
import styles from './Withdraw.module.css';

/** Taking an application back: asks once more, since it can't be undone. */
export function Withdraw({ holder, onDone }: { holder: Holder; onDone: () => void }) {
  const { t } = useTranslation('casework');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () => takeBack(holder, reason.trim() ? { reason: reason.trim() } : {}, key),
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  return (
    <>
      <p>{t('withdraw.text')}</p>
      <Button look="secondary" className={`${styles.open} no-print`} onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
      {open && (
        <Dialog
          title={t('withdraw.question')}
          text={t('withdraw.consequence')}
          locked={send.isPending}
          onSubmit={() => send.mutate()}
          onClose={() => setOpen(false)}
        >
          <TextArea
            label={t('withdraw.reason')}
            optional
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {send.error && <Problem problem={toProblem(send.error)} />}
          <DialogWays>
            <Button type="submit" look="danger" busy={send.isPending}>
              {t('withdraw.confirm')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('withdraw.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </>
  );
}
