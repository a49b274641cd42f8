import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeSubscription,
  confirmSubscription,
  endSubscription,
  openSubscription,
  type Subscription,
} from '@/api/generated';
import { Button, Loading, Problem } from '@/components';
import { useLanguage } from '@/i18n';
import { errorsByField, toProblem } from '@/lib/problem';
import { SubscriptionFields } from './SubscriptionFields';
import styles from './Disclosure.module.css';

function Change({ token, of }: { token: string; of: Subscription }) {
  const { t } = useTranslation('subscription');
  const language = useLanguage();
  const [choice, setChoice] = useState(of.choice);
  const save = useMutation({
    mutationFn: () =>
      changeSubscription({
        body: { token, language: language === 'en' ? 'en' : 'zh', choice },
        throwOnError: true,
      }),
  });
  const errors = errorsByField(save.error);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.error && Object.keys(errors).length === 0 && (
        <Problem problem={toProblem(save.error)} />
      )}
      <SubscriptionFields choice={choice} errors={errors} onChange={setChoice} />
      <div>
        <Button type="submit" look="secondary" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
      <p role="status">{save.data && t('saved')}</p>
    </form>
  );
}

/** Confirms a subscription by a press, so that no program that looks into mail does, changes and ends it. */
export function KeptSubscription({ token }: { token: string }) {
  const { t } = useTranslation('subscription');
  const found = useQuery({
    queryKey: ['subscription', token],
    queryFn: async () => (await openSubscription({ body: { token }, throwOnError: true })).data,
    staleTime: Infinity,
    retry: false,
  });
  const confirm = useMutation({
    mutationFn: () => confirmSubscription({ body: { token }, throwOnError: true }),
    onSuccess: () => void found.refetch(),
  });
  const end = useMutation({
    mutationFn: () =>
      endSubscription({
        query: { token },
        body: { 'List-Unsubscribe': 'One-Click' },
        throwOnError: true,
      }),
  });
  const error = confirm.error ?? end.error;
  if (end.isSuccess) {
    return (
      <p role="status" className="lead">
        {t('ended')}
      </p>
    );
  }
  if (found.isPending) return <Loading lines={6} />;
  if (found.error) {
    const problem = toProblem(found.error);
    return problem.status === 404 || problem.status === 400 ? (
      <p className="lead">{t('gone')}</p>
    ) : (
      <Problem problem={problem} onRetry={() => void found.refetch()} />
    );
  }
  const one = found.data;
  return (
    <>
      <p className="lead">{t(one.confirmed ? 'kept' : 'waiting', { email: one.email })}</p>
      {error && <Problem problem={toProblem(error)} />}
      <p className={styles.ways}>
        {!one.confirmed && (
          <Button size="large" busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm')}
          </Button>
        )}
        <Button
          look={one.confirmed ? 'secondary' : 'quiet'}
          busy={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('end')}
        </Button>
      </p>
      {one.confirmed && (
        <>
          <h2>{t('change')}</h2>
          <Change token={token} of={one} />
        </>
      )}
    </>
  );
}
