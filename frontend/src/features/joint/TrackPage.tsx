import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trackJointly } from '@/api/generated';
import { KeysForm, Problem } from '@/components';
import { type Keys, NO_KEYS, useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Joint.module.css';
import { Tracked } from './Tracked';

export interface Ticket {
  jointNumber: string;
  trackingCode: string;
}

const EVERY = 10_000;

/** Number and code as the fragment has them: `#number/code`. */
function fromFragment(hash: string): Keys {
  const [number, code] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  return number && code ? { number, code } : NO_KEYS;
}

/** Where a joint application is, department by department. */
export function TrackPage() {
  const { t } = useTranslation(['joint', 'casework', 'common']);
  const { keys, take, scanned } = useKeys(fromFragment);
  const ticket: Ticket | undefined =
    keys.number && keys.code ? { jointNumber: keys.number, trackingCode: keys.code } : undefined;
  const [attempt, setAttempt] = useState(0);
  const found = useQuery({
    queryKey: ['trackJointly', ticket, attempt],
    queryFn: async ({ signal }) =>
      (await trackJointly({ body: ticket!, signal, throwOnError: true })).data,
    enabled: ticket !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.phase === 'ended' ? false : EVERY),
  });
  usePageTitle(t('track.title'), t('common:site.name'));
  if (ticket && found.data) {
    return <Tracked tracked={found.data} ticket={ticket} onChanged={() => void found.refetch()} />;
  }
  const problem = found.error ? toProblem(found.error) : undefined;
  const notFound = problem?.status === 404 || problem?.status === 400;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('track.title')}</h1>
      <p className="lead">{t('track.lead')}</p>
      {problem && !notFound && <Problem problem={problem} onRetry={() => void found.refetch()} />}
      <KeysForm
        key={scanned}
        id="joint"
        texts={{
          number: t('receipt.number'),
          numberHint: t('track.numberHint'),
          numberMissing: t('track.numberMissing'),
          code: t('casework:receipt.trackingCode'),
          codeMissing: t('casework:track.codeMissing'),
          find: t('casework:track.find'),
        }}
        start={keys}
        wrong={notFound ? t('casework:track.notFound') : undefined}
        busy={ticket !== undefined && found.isFetching}
        onFind={(wanted) => {
          setAttempt(attempt + 1);
          take(wanted);
        }}
      />
    </div>
  );
}
