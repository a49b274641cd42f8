import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CasePromise, CreditEntry } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Loading, Problem, Section, TextArea, TextField } from '@/components';
import { CreditEntries, Pieces, PromiseHistory } from '@/components/promise';
import styles from '@/components/promise/Promise.module.css';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { MaterialUpload } from '@/components/upload';
import { useGivenFiles } from '@/api/useUploads';
import type { Holder } from './holder';
import { ask, promiseOf, promisePath } from './promised';

interface Asking {
  promise: CasePromise;
  holder: Holder;
  onDone: () => void;
}

const HANDED_IN_WHEN = new Set(['promised', 'awaited', 'broken']);

function HandIn({ promise, holder, onDone }: Asking) {
  const { t } = useTranslation('promise');
  const [nothing, setNothing] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const { files, uploads, remove } = useGivenFiles(() => setNothing(false));
  const send = useMutation({
    mutationFn: () =>
      ask(
        holder,
        { kind: 'handIn', materials: files.map(({ code, uploadId }) => ({ code, uploadId })) },
        key,
      ),
    onSuccess: onDone,
  });
  const wanted = promise.pieces.filter(
    (piece) => piece.kind === 'late' && !piece.toReview && HANDED_IN_WHEN.has(piece.state),
  );
  return (
    <form
      className={`${styles.form} no-print`}
      aria-labelledby="promise-hand-in"
      onSubmit={(event) => {
        event.preventDefault();
        if (files.length === 0 || uploads.busy) setNothing(true);
        else send.mutate();
      }}
    >
      <h3 id="promise-hand-in">{t('handIn.title')}</h3>
      <ul role="list" className={styles.list}>
        {wanted.map((piece) => (
          <MaterialUpload
            key={piece.code}
            id={`promise-${piece.code}`}
            material={piece}
            files={files.filter((file) => file.code === piece.code)}
            uploads={uploads}
            onRemove={remove}
          />
        ))}
      </ul>
      {nothing && <p role="alert">{t('handIn.nothing')}</p>}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" busy={send.isPending}>
        {t('handIn.send')}
      </Button>
    </form>
  );
}

function Extend({ promise, holder, onDone }: Asking) {
  const { t } = useTranslation('promise');
  const most = Math.max(
    1,
    ...promise.pieces.filter((each) => each.kind === 'late').map((each) => each.limit.amount),
  );
  const [days, setDays] = useState('');
  const [reason, setReason] = useState('');
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      ask(holder, { kind: 'extend', days: Number(days), reason: reason.trim() }, key),
    onSuccess: onDone,
  });
  const ready = Number(days) >= 1 && Number(days) <= most && reason.trim() !== '';
  return (
    <details className={`${styles.days} no-print`}>
      <summary>{t('extend.title')}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send.mutate();
        }}
      >
        <p className="quiet">{t('extend.hint')}</p>
        <TextField
          id="promise-days"
          label={t('extend.days')}
          hint={`1–${most}`}
          type="number"
          min={1}
          max={most}
          inputMode="numeric"
          width="short"
          required
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
        <TextArea
          id="promise-reason"
          label={t('extend.reason')}
          rows={3}
          maxLength={1000}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" busy={send.isPending}>
          {t('extend.send')}
        </Button>
      </form>
    </details>
  );
}

function AskOfCredit({
  entry,
  kind,
  holder,
  onDone,
}: {
  entry: CreditEntry;
  kind: 'contest' | 'repair';
  holder: Holder;
  onDone: () => void;
}) {
  const { t } = useTranslation('promise');
  const [reason, setReason] = useState('');
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () => ask(holder, { kind, entryId: entry.id, reason: reason.trim() }, key),
    onSuccess: onDone,
  });
  return (
    <details className={`${styles.days} no-print`}>
      <summary>{t(`credit.${kind}`)}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) send.mutate();
        }}
      >
        <TextArea
          id={`credit-${kind}-${entry.id}`}
          label={t('credit.reason')}
          rows={3}
          maxLength={1000}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" busy={send.isPending}>
          {t('credit.send')}
        </Button>
      </form>
    </details>
  );
}

/** What was promised with a case, and what its applicant can do about it. */
export function Promised({
  holder,
  version,
  now,
  onChanged,
}: {
  holder: Holder;
  /** Of the case: what happens to it may concern the promise. */
  version: number;
  now: number;
  onChanged: () => void;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  const found = useQuery({
    queryKey: ['promise', holder, version],
    queryFn: ({ signal }) => promiseOf(holder, signal),
    gcTime: 0,
    retry: false,
  });
  const done = () => {
    void found.refetch();
    onChanged();
  };
  const problem = found.error && toProblem(found.error);
  const promise = found.data;
  if (promise === null || problem?.status === 404) return null;
  return (
    <Section id="promise" title={t('title')}>
      {!promise ? (
        problem ? (
          <Problem problem={problem} onRetry={() => void found.refetch()} />
        ) : (
          <Loading lines={3} />
        )
      ) : (
        <>
          <p>
            {t('signed', {
              name: promise.signedName ?? '—',
              at: formatDate(promise.signedAt, language),
            })}{' '}
            <Link href={promisePath(holder)}>{t('read')}</Link>
          </p>
          {promise.revoked && <p role="status">{t('revoked')}</p>}
          <Pieces pieces={promise.pieces} now={now} />
          {promise.extension.state !== 'none' && (
            <div>
              <p>{t(`extend.${promise.extension.state}`, { days: promise.extension.days ?? 0 })}</p>
              {promise.extension.answer && (
                <p className={styles.said} lang="zh-CN">
                  {promise.extension.answer}
                </p>
              )}
            </div>
          )}
          {promise.possible.includes('handIn') && (
            <HandIn key={promise.version} promise={promise} holder={holder} onDone={done} />
          )}
          {promise.possible.includes('extend') && (
            <Extend promise={promise} holder={holder} onDone={done} />
          )}
          {promise.credit.length > 0 && (
            <>
              <h3>{t('credit.title')}</h3>
              <CreditEntries
                entries={promise.credit}
                ways={(entry) =>
                  (['contest', 'repair'] as const)
                    .filter((kind) => entry.possible.includes(kind))
                    .map((kind) => (
                      <AskOfCredit
                        key={kind}
                        entry={entry}
                        kind={kind}
                        holder={holder}
                        onDone={done}
                      />
                    ))
                }
              />
            </>
          )}
          <PromiseHistory
            events={promise.history}
            pieces={promise.pieces}
            credit={promise.credit}
          />
        </>
      )}
    </Section>
  );
}
