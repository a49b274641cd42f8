import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Problem, TextArea } from '@/components';
import styles from '@/components/promise/Promise.module.css';
import { toProblem } from '@/lib/problem';

/** Yes or no to something, with a reason where it is no. */
export function Decide({
  id,
  legend,
  yes,
  no,
  reasonAlways = false,
  onSend,
  onDone,
}: {
  id: string;
  legend: string;
  yes: string;
  /** Absent where there is only one way. */
  no?: string;
  reasonAlways?: boolean;
  onSend: (approve: boolean, reason: string) => Promise<unknown>;
  onDone: () => void;
}) {
  const { t } = useTranslation('promise');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: (approve: boolean) => onSend(approve, reason.trim()),
    onSuccess: onDone,
  });
  const decide = (approve: boolean) => {
    const lacking = (!approve || reasonAlways) && !reason.trim();
    setMissing(lacking);
    if (lacking) document.getElementById(id)?.focus();
    else send.mutate(approve);
  };
  return (
    <div role="group" aria-label={legend} className={styles.form}>
      <p>
        <b>{legend}</b>
      </p>
      <TextArea
        id={id}
        label={t('staff.reason')}
        rows={2}
        maxLength={1000}
        value={reason}
        error={missing ? t('staff.missing') : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <div className={styles.ways}>
        <Button busy={send.isPending} onClick={() => decide(true)}>
          {yes}
        </Button>
        {no && (
          <Button look="quiet" busy={send.isPending} onClick={() => decide(false)}>
            {no}
          </Button>
        )}
      </div>
    </div>
  );
}
