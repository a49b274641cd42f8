import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type DeletionRequest, proposeDeletion } from '@/api/generated';
import {
  listDeletionRequestsOptions,
  listDeletionRequestsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  DateTime,
  Dialog,
  DialogWays,
  Empty,
  Loading,
  Problem,
  Tag,
  TextArea,
  type Tone,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { refresh } from '../confirmations/decisions';
import styles from './DeletionsPage.module.css';

const TONES: Record<DeletionRequest['status'], Tone> = {
  waiting: 'sun',
  proposed: 'blue',
  carriedOut: 'good',
  refused: 'plain',
};

/** Finds a deletion lawful and says why; another person has to agree. */
function ProposalDialog({
  request,
  onDone,
  onClose,
}: {
  request: DeletionRequest;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const propose = useMutation({
    mutationFn: async () => {
      await proposeDeletion({
        path: { id: request.id },
        body: { reason: reason.trim() },
        throwOnError: true,
      });
    },
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('deletions.question')}
      aside={request.caseNumber}
      text={t('deletions.means')}
      locked={propose.isPending}
      onSubmit={() => {
        setMissing(!reason.trim());
        if (reason.trim() && !propose.isPending) propose.mutate();
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('deletions.reason')}
        hint={t('unmask.reasonHint')}
        error={missing ? t('deletions.reasonMissing') : undefined}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {propose.error && <Problem problem={toProblem(propose.error)} />}
      <DialogWays>
        <Button type="submit" busy={propose.isPending}>
          {t('unmask.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('deletions.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** What people have asked to have deleted (个人信息保护法第四十七条); two persons decide. */
export function DeletionsPage() {
  const { t } = useTranslation(['privacy', 'common']);
  const queries = useQueryClient();
  const requests = useQuery({ ...listDeletionRequestsOptions(), staleTime: 0 });
  const [open, setOpen] = useState<DeletionRequest>();
  const [said, setSaid] = useState(false);
  usePageTitle(t('deletions.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('deletions.title')}</h1>
      <p className="lead">{t('deletions.lead')}</p>
      <p role="status" className={said ? styles.said : undefined}>
        {said && t('deletions.asked')}
      </p>
      {requests.error && (
        <Problem problem={toProblem(requests.error)} onRetry={() => void requests.refetch()} />
      )}
      {requests.isPending && <Loading lines={6} />}
      {requests.data?.items.length === 0 && <Empty title={t('deletions.none')} />}
      {requests.data && requests.data.items.length > 0 && (
        <ul role="list" className={styles.list}>
          {requests.data.items.map((request) => (
            <li key={request.id}>
              <div>
                <h2 className={styles.number}>
                  {request.caseNumber}{' '}
                  <Tag tone={TONES[request.status]}>{t(`deletions.state.${request.status}`)}</Tag>
                </h2>
                <p className="quiet">
                  {t(request.decidedAt ? 'deletions.decidedAt' : 'deletions.askedAt')}{' '}
                  <DateTime value={request.decidedAt ?? request.askedAt} />
                </p>
              </div>
              {request.status === 'waiting' && (
                <Button
                  look="secondary"
                  aria-label={t('deletions.proposeOf', { number: request.caseNumber })}
                  onClick={() => setOpen(request)}
                >
                  {t('deletions.propose')}
                </Button>
              )}
              {request.status === 'proposed' && (
                <Link href="/staff/confirmations">{t('deletions.toConfirmations')}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <ProposalDialog
          request={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            setSaid(true);
            void queries.invalidateQueries({ queryKey: listDeletionRequestsQueryKey() });
            void refresh(queries);
          }}
        />
      )}
    </div>
  );
}
