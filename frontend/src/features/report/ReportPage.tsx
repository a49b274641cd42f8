import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getReportDoor } from '@/api/generated';
import { Empty, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Protection, Readers } from './Protection';
import styles from './Report.module.css';
import { ReportForm } from './ReportForm';

const ReceiptView = lazy(() => import('./ReceiptView').then((m) => ({ default: m.ReceiptView })));

/** Reporting misconduct without being known 匿名举报. */
export function ReportPage() {
  const { t } = useTranslation(['report', 'common']);
  const [receipt, setReceipt] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t('title'), t('common:site.name'));
  const found = useQuery({
    queryKey: ['report-door'],
    queryFn: async () =>
      (await getReportDoor({ credentials: 'omit', cache: 'no-store', throwOnError: true })).data,
    staleTime: Infinity,
    gcTime: 0,
  });
  useEffect(() => {
    if (receipt) heading.current?.focus();
  }, [receipt]);
  const door = found.data;
  if (receipt)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1 ref={heading} tabIndex={-1}>
          {t('receipt.title')}
        </h1>
        <Suspense fallback={<Loading lines={4} />}>
          <ReceiptView receipt={receipt} />
        </Suspense>
      </div>
    );
  // Browsers seal on secure pages only.
  const secure = window.isSecureContext;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        {t('back')} <Link href="/report/answer">{t('answer.title')}</Link>
      </p>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={10} />}
      {door && (
        <>
          <Protection unread={door.keepUnreadMonths} closed={door.keepClosedMonths} />
          {door.open && secure ? (
            <>
              <Readers readers={door.recipients} />
              <section aria-labelledby="report-form" className={styles.part}>
                <h2 id="report-form">{t('form.title')}</h2>
                <ReportForm door={door} onFiled={setReceipt} />
              </section>
            </>
          ) : (
            <Empty title={t(secure ? 'closed.title' : 'insecure.title')}>
              <p>{t(secure ? 'closed.text' : 'insecure.text')}</p>
            </Empty>
          )}
        </>
      )}
    </div>
  );
}
