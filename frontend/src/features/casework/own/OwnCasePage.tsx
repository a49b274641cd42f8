import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ButtonLink, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Tracked } from '../track/Tracked';
import { useTracked } from '../track/useTracked';
import styles from './OwnCases.module.css';

/** One of one's own cases: the same as by number and code, without either. */
export function OwnCasePage({ caseNumber }: { caseNumber: string }) {
  const { t } = useTranslation(['casework', 'common']);
  const found = useTracked({ kind: 'account', number: caseNumber });
  const problem = found.error && !found.data ? toProblem(found.error) : undefined;
  const result = useRef<HTMLDivElement>(null);
  const shown = found.data !== undefined;
  usePageTitle(t('track.titleFor', { number: caseNumber }), t('common:site.name'));
  useEffect(() => {
    if (shown) result.current?.focus({ preventScroll: true });
  }, [shown]);
  if (found.data) {
    return (
      <div ref={result} tabIndex={-1} className={styles.case}>
        <p className="wrap no-print">
          <Link href="/account">{t('own.back')}</Link>
        </p>
        <Tracked
          tracked={found.data}
          holder={{ kind: 'account', number: caseNumber }}
          stale={found.error !== null}
          onChanged={() => void found.refetch()}
        />
      </div>
    );
  }
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('track.titleFor', { number: caseNumber })}</h1>
      {problem?.status === 404 ? (
        <>
          <p className="lead">{t('own.notYours')}</p>
          <ButtonLink href="/account">{t('own.back')}</ButtonLink>
        </>
      ) : problem ? (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  );
}
