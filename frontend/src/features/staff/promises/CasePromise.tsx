import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnPromise,
  type CasePromise as Shown,
  getCasePromise,
  type PromiseAction,
  type PromiseCommand,
} from '@/api/generated';
import { listPromisesInfiniteQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Loading, Problem, Section, useNameText } from '@/components';
import { CreditEntries, Pieces, PromiseHistory, PromiseText } from '@/components/promise';
import styles from '@/components/promise/Promise.module.css';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { caseKey } from '../casefile/useCase';
import { Decide } from './Decide';

/** What was promised with a case, and what staff do about it now. */
export function CasePromise({
  caseNumber,
  version,
  now,
}: {
  caseNumber: string;
  /** Of the case: what happens to it may concern the promise. */
  version: number;
  now: number;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  const nameText = useNameText();
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  const found = useQuery({
    queryKey: ['staffPromise', caseNumber, version],
    queryFn: async ({ signal }) => {
      const answer = await getCasePromise({ path: { caseNumber }, signal, throwOnError: true });
      return answer.response.status === 204 ? null : (answer.data as Shown);
    },
    staleTime: 0,
  });
  const promise = found.data;
  if (promise === null) return null;
  const act = (action: PromiseAction, command: PromiseCommand) =>
    actOnPromise({
      path: { caseNumber, promiseAction: action },
      headers: {
        'If-Match': `"${promise?.version ?? 0}"`,
        'Idempotency-Key': newIdempotencyKey(),
      },
      body: command,
      throwOnError: true,
    });
  const reason = (words: string) => (words ? { reason: words } : {});
  const onDone = () => {
    setDone(true);
    void found.refetch();
    void queries.invalidateQueries({ queryKey: caseKey(caseNumber) });
    void queries.invalidateQueries({ queryKey: listPromisesInfiniteQueryKey() });
  };
  const may = (what: Shown['possible'][number]) => promise?.possible.includes(what) ?? false;
  return (
    <Section id="promise" title={t('staff.title')}>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={3} />}
      <div role="status">{done && <p>{t('staff.done')}</p>}</div>
      {promise && (
        <div key={promise.version}>
          <p>{t('signedMasked', { at: formatDate(promise.signedAt, language) })}</p>
          <p className="quiet">{t(`breach.${promise.breach}`)}</p>
          {promise.revoked && <p>{t('revoked')}</p>}
          {promise.revocationWaits && <p>{t('staff.revocationWaits')}</p>}
          <Pieces
            pieces={promise.pieces}
            now={now}
            ways={(piece) =>
              may('review') && piece.toReview ? (
                <Decide
                  id={`review-${piece.code}`}
                  legend={t('staff.review', { name: nameText(piece) })}
                  yes={t('staff.approve')}
                  no={t('staff.reject')}
                  onSend={(approve, words) =>
                    act('review', { piece: piece.code, approve, ...reason(words) })
                  }
                  onDone={onDone}
                />
              ) : may('check') && piece.kind === 'conditions' ? (
                <Decide
                  id="check-conditions"
                  legend={t('staff.check')}
                  yes={t('staff.checkKept')}
                  no={t('staff.checkFalse')}
                  onSend={(approve, words) => act('check', { approve, ...reason(words) })}
                  onDone={onDone}
                />
              ) : null
            }
          />
          {may('decideExtension') && (
            <>
              <p className={styles.said}>
                <span className="quiet small">{t('staff.why')}</span>
                <br />
                <span lang="zh-CN">{promise.extension.reason}</span>
              </p>
              <Decide
                id="decide-extension"
                legend={t('staff.extension', { days: promise.extension.days ?? 0 })}
                yes={t('staff.grant')}
                no={t('staff.decline')}
                onSend={(approve, words) => act('decide-extension', { approve, ...reason(words) })}
                onDone={onDone}
              />
            </>
          )}
          {may('revoke') && (
            <>
              <p className="quiet">{t('staff.revokeHint')}</p>
              <Decide
                id="revoke-decision"
                legend={t('staff.revoke')}
                yes={t('staff.revoke')}
                reasonAlways
                onSend={(_, words) => act('revoke', { reason: words })}
                onDone={onDone}
              />
            </>
          )}
          {promise.credit.length > 0 && (
            <>
              <h3>{t('credit.title')}</h3>
              <CreditEntries entries={promise.credit} />
            </>
          )}
          <PromiseHistory
            events={promise.history}
            pieces={promise.pieces}
            credit={promise.credit}
          />
          {promise.text && (
            <details className={styles.days}>
              <summary>{t('documentTitle')}</summary>
              <PromiseText text={promise.text} />
            </details>
          )}
        </div>
      )}
    </Section>
  );
}
