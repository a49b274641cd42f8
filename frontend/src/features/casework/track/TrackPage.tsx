import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysForm, Loading, Problem } from '@/components';
import { fromFragment, NO_KEYS, useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './TrackPage.module.css';
import { Tracked } from './Tracked';
import { useTracked } from './useTracked';

/** Where a case is. Number and code are asked for here or come in the fragment, never in the address. */
export function TrackPage() {
  const { t } = useTranslation(['casework', 'common']);
  const { keys, take, scanned } = useKeys(fromFragment);
  const [attempt, setAttempt] = useState(0);
  const result = useRef<HTMLDivElement>(null);
  const complete = keys.number !== '' && keys.code !== '';

  const found = useTracked(complete ? { kind: 'keys', ...keys } : undefined, attempt);
  const problem = found.error && !found.data ? toProblem(found.error) : undefined;
  const notFound = problem?.status === 404 || problem?.status === 400;
  usePageTitle(
    found.data ? t('track.titleFor', { number: found.data.caseNumber }) : t('track.title'),
    t('common:site.name'),
  );

  const shown = found.data !== undefined;
  useEffect(() => {
    if (shown) result.current?.focus({ preventScroll: true });
  }, [shown]);

  if (complete && found.data) {
    return (
      <div ref={result} tabIndex={-1} className={styles.result}>
        <Tracked
          tracked={found.data}
          holder={{ kind: 'keys', ...keys }}
          stale={found.error !== null}
          onChanged={() => void found.refetch()}
          onLeave={() => {
            window.history.replaceState(null, '', '/track');
            take(NO_KEYS);
          }}
        />
      </div>
    );
  }
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('track.title')}</h1>
      <p className="lead">{t('track.lead')}</p>
      {problem && !notFound && <Problem problem={problem} onRetry={() => void found.refetch()} />}
      {complete && found.isPending && window.location.hash && attempt === 0 ? (
        <Loading lines={6} label={t('track.finding')} />
      ) : (
        <KeysForm
          key={scanned}
          id="track"
          texts={{
            number: t('track.number'),
            numberHint: t('track.numberHint'),
            numberMissing: t('track.numberMissing'),
            code: t('track.code'),
            codeHint: t('track.codeHint'),
            codeMissing: t('track.codeMissing'),
            find: t('track.find'),
            finding: t('track.finding'),
          }}
          start={keys}
          wrong={notFound ? t('track.notFound') : undefined}
          busy={complete && found.isFetching}
          onFind={(wanted) => {
            setAttempt(attempt + 1);
            take(wanted);
          }}
        />
      )}
      <details className={styles.help}>
        <summary>{t('track.lostTitle')}</summary>
        <p>{t('track.lostText')}</p>
      </details>
    </div>
  );
}
