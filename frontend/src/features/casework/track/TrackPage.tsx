import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorSummary, Loading, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { fromFragment } from './headline';
import styles from './TrackPage.module.css';
import { Tracked } from './Tracked';
import { useTracked } from './useTracked';

export interface TrackingKeys {
  number: string;
  code: string;
}

function TrackForm({
  start,
  problemText,
  attempt,
  busy,
  onFind,
}: {
  start: TrackingKeys;
  problemText: string | undefined;
  attempt: number;
  busy: boolean;
  onFind: (keys: TrackingKeys) => void;
}) {
  const { t } = useTranslation('casework');
  const [number, setNumber] = useState(start.number);
  const [code, setCode] = useState(start.code);
  const [empty, setEmpty] = useState<{ number?: string; code?: string }>({});
  const errors = [
    ...(empty.number ? [{ fieldId: 'track-number', text: empty.number }] : []),
    ...(empty.code ? [{ fieldId: 'track-code', text: empty.code }] : []),
    ...(problemText && !empty.number && !empty.code
      ? [{ fieldId: 'track-number', text: problemText }]
      : []),
  ];
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const missing = {
          ...(number.trim() ? {} : { number: t('track.numberMissing') }),
          ...(code.trim() ? {} : { code: t('track.codeMissing') }),
        };
        setEmpty(missing);
        if (!missing.number && !missing.code) onFind({ number: number.trim(), code: code.trim() });
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        id="track-number"
        label={t('track.number')}
        hint={t('track.numberHint')}
        value={number}
        error={empty.number}
        onChange={(event) => setNumber(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        inputMode="text"
        maxLength={40}
        width="medium"
      />
      <TextField
        id="track-code"
        label={t('track.code')}
        hint={t('track.codeHint')}
        value={code}
        error={empty.code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        width="medium"
      />
      <Button type="submit" size="large" busy={busy} className={styles.find}>
        {busy ? t('track.finding') : t('track.find')}
      </Button>
    </form>
  );
}

/** Where a case is. Number and code are asked for here or come in the fragment, never in the address. */
export function TrackPage() {
  const { t } = useTranslation(['casework', 'common']);
  const [keys, setKeys] = useState<TrackingKeys>(() => fromFragment(window.location.hash));
  const [attempt, setAttempt] = useState(0);
  const [scanned, setScanned] = useState(0);
  const result = useRef<HTMLDivElement>(null);
  const complete = keys.number !== '' && keys.code !== '';

  useEffect(() => {
    const onHash = () => {
      const found = fromFragment(window.location.hash);
      // Other fragments, such as that of the skip link, change nothing.
      if (!found.number || !found.code) return;
      setKeys(found);
      setScanned((before) => before + 1);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);

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
            setKeys({ number: '', code: '' });
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
        <TrackForm
          key={scanned}
          start={keys}
          problemText={notFound ? t('track.notFound') : undefined}
          attempt={attempt}
          busy={complete && found.isFetching}
          onFind={(wanted) => {
            setAttempt(attempt + 1);
            setKeys(wanted);
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
