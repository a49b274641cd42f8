import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trackJointly } from '@/api/generated';
import { Button, ErrorSummary, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Joint.module.css';
import { Tracked } from './Tracked';

export interface Ticket {
  jointNumber: string;
  trackingCode: string;
}

const EVERY = 10_000;

/** Number and code stand in the fragment, which browsers keep to themselves. */
function fromFragment(hash: string): Ticket | undefined {
  const [number, code] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  return number && code ? { jointNumber: number, trackingCode: code } : undefined;
}

function Ask({
  start,
  problem,
  attempt,
  busy,
  onFind,
}: {
  start: Ticket | undefined;
  problem: string | undefined;
  attempt: number;
  busy: boolean;
  onFind: (ticket: Ticket) => void;
}) {
  const { t } = useTranslation(['joint', 'casework']);
  const [number, setNumber] = useState(start?.jointNumber ?? '');
  const [code, setCode] = useState(start?.trackingCode ?? '');
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() && code.trim()) {
          onFind({ jointNumber: number.trim(), trackingCode: code.trim() });
        }
      }}
    >
      <ErrorSummary
        errors={problem ? [{ fieldId: 'joint-number', text: problem }] : []}
        attempt={attempt}
      />
      <TextField
        id="joint-number"
        label={t('receipt.number')}
        hint={t('track.numberHint')}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        autoComplete="off"
        maxLength={40}
        width="medium"
      />
      <TextField
        id="joint-code"
        label={t('casework:receipt.trackingCode')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        maxLength={40}
        width="medium"
      />
      <Button type="submit" size="large" busy={busy}>
        {t('casework:track.find')}
      </Button>
    </form>
  );
}

/** Where a joint application is, department by department. */
export function TrackPage() {
  const { t } = useTranslation(['joint', 'casework', 'common']);
  const [ticket, setTicket] = useState(() => fromFragment(window.location.hash));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const onHash = () => {
      const found = fromFragment(window.location.hash);
      if (found) setTicket(found);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
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
      <Ask
        start={ticket}
        problem={notFound ? t('casework:track.notFound') : undefined}
        attempt={attempt}
        busy={ticket !== undefined && found.isFetching}
        onFind={(wanted) => {
          setAttempt(attempt + 1);
          setTicket(wanted);
        }}
      />
    </div>
  );
}
