import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type DeletionRequest, proposeDeletion } from '@/api/generated';
import {
  listDeletionRequestsOptions,
  listDeletionRequestsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Empty, Loading, Problem, Tag, type Tone } from '@/components';
import { Refusal } from '@/components/privacy';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { refresh } from '../confirmations/decisions';
import styles from './DeletionsPage.module.css';
import { ProposalDialog } from './ProposalDialog';
import { RefusalDialog } from './RefusalDialog';

const TONES: Record<DeletionRequest['status'], Tone> = {
  waiting: 'sun',
  proposed: 'blue',
  carriedOut: 'good',
  refused: 'plain',
};

/** What people have asked to have deleted (个人信息保护法第四十七条); two persons decide. */
export function DeletionsPage() {
  const { t } = useTranslation(['privacy', 'common']);
  const queries = useQueryClient();
  const requests = useQuery({ ...listDeletionRequestsOptions(), staleTime: 0 });
  const [open, setOpen] = useState<{ request: DeletionRequest; refuse: boolean }>();
  const [said, setSaid] = useState<'asked' | 'refusalAsked'>();
  const close = () => setOpen(undefined);
  const done = (what: 'asked' | 'refusalAsked') => {
    close();
    setSaid(what);
    void queries.invalidateQueries({ queryKey: listDeletionRequestsQueryKey() });
    void refresh(queries);
  };
  usePageTitle(t('deletions.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('deletions.title')}</h1>
      <p className="lead">{t('deletions.lead')}</p>
      <p role="status" className={said ? styles.said : undefined}>
        {said && t(`deletions.${said}`)}
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
                {request.refusal && <Refusal refusal={request.refusal} />}
              </div>
              {request.status === 'waiting' && (
                <div className={styles.ways}>
                  <Button
                    look="secondary"
                    aria-label={t('deletions.proposeOf', { number: request.caseNumber })}
                    onClick={() => setOpen({ request, refuse: false })}
                  >
                    {t('deletions.propose')}
                  </Button>
                  <Button
                    look="secondary"
                    aria-label={t('deletions.refuseOf', { number: request.caseNumber })}
                    onClick={() => setOpen({ request, refuse: true })}
                  >
                    {t('deletions.refuse')}
                  </Button>
                </div>
              )}
              {request.status === 'proposed' && (
                <Link href="/staff/confirmations">{t('deletions.toConfirmations')}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && !open.refuse && (
        <ProposalDialog
          request={open.request}
          title={t('deletions.question')}
          text={t('deletions.means')}
          reason={{
            label: t('deletions.reason'),
            hint: t('unmask.reasonHint'),
            missing: t('deletions.reasonMissing'),
          }}
          send={(reason) =>
            proposeDeletion({ path: { id: open.request.id }, body: { reason }, throwOnError: true })
          }
          onDone={() => done('asked')}
          onClose={close}
        />
      )}
      {open?.refuse && (
        <RefusalDialog request={open.request} onDone={() => done('refusalAsked')} onClose={close} />
      )}
    </div>
  );
}
