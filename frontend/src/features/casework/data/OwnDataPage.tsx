import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { exportOwnData } from '@/api/generated';
import {
  listOwnAccessesOptions,
  listOwnDeletionRequestsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Problem } from '@/components';
import { Refusal } from '@/components/privacy';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { AccessList } from './AccessList';
import { save } from './ownData';
import styles from './OwnData.module.css';

function DeletionPart() {
  const { t } = useTranslation('privacy');
  const requests = useQuery({ ...listOwnDeletionRequestsOptions(), staleTime: 0 });
  return (
    <section className={styles.part} aria-labelledby="data-deletion">
      <h2 id="data-deletion">{t('own.deletionTitle')}</h2>
      <p>{t('own.deletionText')}</p>
      {requests.error && (
        <Problem problem={toProblem(requests.error)} onRetry={() => void requests.refetch()} />
      )}
      {requests.data && requests.data.items.length > 0 && (
        <ul role="list" className={styles.accesses}>
          {requests.data.items.map((request) => (
            <li key={request.id}>
              <p className={styles.what}>
                <Link href={`/account/cases/${request.caseNumber}`}>{request.caseNumber}</Link>
              </p>
              <p>{t(`own.state.${request.status}`)}</p>
              {request.refusal && <Refusal refusal={request.refusal} forPerson />}
              <p className="quiet small">
                <DateTime value={request.decidedAt ?? request.askedAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.ways}>
        <Link href="/account">{t('own.toCases')}</Link>
        <Link href="/account/profile">{t('own.toClosing')}</Link>
      </p>
    </section>
  );
}

/** 我的个人信息: who looked at what is kept of me, a copy of it, its deletion. */
export function OwnDataPage() {
  const { t } = useTranslation(['privacy', 'common']);
  const accesses = useQuery({ ...listOwnAccessesOptions(), staleTime: 0 });
  const copy = useMutation({
    mutationFn: async () => (await exportOwnData({ throwOnError: true })).data,
    onSuccess: (data) => save(data, t('own.fileName', { day: data.copiedAt.slice(0, 10) })),
  });
  usePageTitle(t('own.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('own.title')}</h1>
      <p className="lead">{t('own.lead')}</p>
      <section className={styles.part} aria-labelledby="data-copy">
        <h2 id="data-copy">{t('own.copyTitle')}</h2>
        <p>{t('own.copyText')}</p>
        <p role="status" className={copy.isSuccess ? styles.said : undefined}>
          {copy.isSuccess && t('own.saved')}
        </p>
        {copy.error && <Problem problem={toProblem(copy.error)} />}
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          {t('own.copyAll')}
        </Button>
      </section>
      <DeletionPart />
      <section className={styles.part} aria-labelledby="data-who">
        <h2 id="data-who">{t('own.whoTitle')}</h2>
        <p>{t('own.whoText')}</p>
        {accesses.error && (
          <Problem problem={toProblem(accesses.error)} onRetry={() => void accesses.refetch()} />
        )}
        {accesses.isPending && <Loading lines={6} />}
        {accesses.data && <AccessList accesses={accesses.data.items} byCase />}
      </section>
    </div>
  );
}
