import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatableCase } from '@/api/generated';
import { Bilingual, Button, KeysForm, Loading, Problem, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { NO_KEYS, useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Given } from './Given';
import { fromFragment, type Holder, look } from './holder';
import { RateForm } from './RateForm';
import styles from './RatePage.module.css';

function Found({
  of,
  holder,
  onChanged,
}: {
  of: RatableCase;
  holder: Holder;
  onChanged: (after: RatableCase) => void;
}) {
  const { t } = useTranslation('rating');
  const language = useLanguage();
  const nameText = useNameText();
  const [thanked, setThanked] = useState(false);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (thanked) result.current?.focus();
  }, [thanked]);
  return (
    <>
      <h1 ref={result} tabIndex={-1}>
        {thanked ? t('thanks') : t('title')}
      </h1>
      <div className={styles.case}>
        <p>
          <Bilingual chinese={of.itemName} english={of.itemNameEn} />
        </p>
        <p className="quiet">
          {of.caseNumber} ·{' '}
          {t('ended', {
            at: formatDate(of.endedAt, language, 'date'),
            department: nameText(of.department),
          })}
        </p>
      </div>
      {of.state === 'open' && (
        <>
          <p className="lead">{t('lead')}</p>
          <RateForm
            holder={holder}
            onRated={(after) => {
              setThanked(true);
              onChanged(after);
            }}
          />
          <p className="quiet small">
            {t('until', { at: formatDate(of.openUntil, language, 'date') })}
          </p>
        </>
      )}
      {of.state === 'over' && <p className="lead">{t('over')}</p>}
      {of.rating && (
        <Given
          key={of.rating.rectification?.state}
          given={of.rating}
          holder={holder}
          onDone={onChanged}
        />
      )}
    </>
  );
}

function useRatable(holder: Holder | undefined, attempt: number) {
  return useQuery({
    queryKey: ['openRating', holder, attempt],
    queryFn: ({ signal }) => look(holder!, signal),
    enabled: holder !== undefined,
    retry: false,
    staleTime: 30_000,
  });
}

/** Rating by number and code: they are asked for here, or come in the fragment. */
export function RatePage() {
  const { t } = useTranslation(['rating', 'common']);
  const queries = useQueryClient();
  const { keys, take, scanned } = useKeys(fromFragment);
  const [attempt, setAttempt] = useState(0);
  const holder: Holder | undefined =
    keys.number && keys.code ? { kind: 'keys', ...keys } : undefined;
  const found = useRatable(holder, attempt);
  const problem = found.error ? toProblem(found.error) : undefined;
  const known = problem && [400, 404, 409].includes(problem.status ?? 0);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      {holder && found.data ? (
        <>
          <Found
            of={found.data}
            holder={holder}
            onChanged={(after) => queries.setQueryData(['openRating', holder, attempt], after)}
          />
          <p>
            <Button
              look="quiet"
              onClick={() => {
                window.history.replaceState(null, '', '/rate');
                take(NO_KEYS);
              }}
            >
              {t('another')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
          {problem && !known && <Problem problem={problem} onRetry={() => void found.refetch()} />}
          <KeysForm
            key={scanned}
            id="rate"
            texts={{
              number: t('number'),
              numberHint: t('numberHint'),
              numberMissing: t('missingNumber'),
              code: t('code'),
              codeHint: t('codeHint'),
              codeMissing: t('missingCode'),
              find: t('find'),
            }}
            start={keys}
            wrong={known ? t(problem.status === 409 ? 'notEnded' : 'notFound') : undefined}
            busy={holder !== undefined && found.isFetching}
            onFind={(wanted) => {
              setAttempt(attempt + 1);
              take(wanted);
            }}
          />
        </>
      )}
    </div>
  );
}

/** Rating one of one's own cases, signed in. */
export function OwnRatePage({ caseNumber }: { caseNumber: string }) {
  const { t } = useTranslation(['rating', 'common']);
  const queries = useQueryClient();
  const holder: Holder = { kind: 'account', number: caseNumber };
  const found = useRatable(holder, 0);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      {found.data ? (
        <Found
          of={found.data}
          holder={holder}
          onChanged={(after) => queries.setQueryData(['openRating', holder, 0], after)}
        />
      ) : (
        <>
          <h1>{t('title')}</h1>
          {found.error ? (
            <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
          ) : (
            <Loading lines={6} />
          )}
        </>
      )}
    </div>
  );
}
