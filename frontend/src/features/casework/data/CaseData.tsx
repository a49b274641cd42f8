import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogWays, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import type { Holder } from '../track/holder';
import { AccessList } from './AccessList';
import { accessesOf, askDeletionOf, copyOf, save } from './ownData';
import styles from './OwnData.module.css';

/** What a person may ask of their own data in a case: who saw it, a copy, its end. */
export function CaseData({ holder, deleted }: { holder: Holder; deleted: boolean }) {
  const { t } = useTranslation('privacy');
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const accesses = useQuery({
    queryKey: ['ownAccesses', holder.kind, holder.number],
    queryFn: ({ signal }) => accessesOf(holder, signal),
    enabled: shown,
    staleTime: 0,
    // Not longer in memory than it is looked at.
    gcTime: 0,
  });
  const copy = useMutation({
    mutationFn: () => copyOf(holder),
    onSuccess: (data) => save(data, `${data.caseNumber}.json`),
  });
  const deletion = useMutation({
    mutationFn: () => askDeletionOf(holder),
    onSettled: () => setAsking(false),
  });
  return (
    <div className={styles.case}>
      <p>{t('own.caseText')}</p>
      <p role="status" className={copy.isSuccess || deletion.isSuccess ? styles.said : undefined}>
        {deletion.data
          ? t(`own.state.${deletion.data.status}`)
          : copy.isSuccess
            ? t('own.saved')
            : undefined}
      </p>
      {copy.error && <Problem problem={toProblem(copy.error)} />}
      {deletion.error && <Problem problem={toProblem(deletion.error)} />}
      <div className={styles.ways}>
        <Button look="secondary" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('own.who')}
        </Button>
        <Button look="secondary" busy={copy.isPending} onClick={() => copy.mutate()}>
          {t('own.copy')}
        </Button>
        {!deleted && (
          <Button look="secondary" onClick={() => setAsking(true)}>
            {t('own.delete')}
          </Button>
        )}
      </div>
      {shown && accesses.error && (
        <Problem problem={toProblem(accesses.error)} onRetry={() => void accesses.refetch()} />
      )}
      {shown && accesses.isLoading && <Loading lines={4} />}
      {shown && accesses.data && <AccessList accesses={accesses.data} />}
      {asking && (
        <Dialog
          title={t('own.deleteQuestion')}
          text={t('own.deleteMeans')}
          locked={deletion.isPending}
          onSubmit={() => deletion.mutate()}
          onClose={() => setAsking(false)}
        >
          <DialogWays>
            <Button type="submit" look="danger" busy={deletion.isPending}>
              {t('own.deleteDo')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('own.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </div>
  );
}
