import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { decideSandboxPayment, type SandboxDecision } from '@/api/generated';
import {
  getSandboxPaymentOptions,
  getSandboxPaymentQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Loading, Money, Problem, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Charge.module.css';
import { placeLeft } from './holder';

/** The sandbox gateway's own page: here the payer approves or declines, and no money moves. */
export function SandboxPage({ token }: { token: string }) {
  const { t } = useTranslation(['charge', 'common']);
  const language = useLanguage();
  const queries = useQueryClient();
  const path = { token };
  const order = useQuery({ ...getSandboxPaymentOptions({ path }), retry: false });
  const decided = useRef<HTMLParagraphElement>(null);
  const decide = useMutation({
    mutationFn: async (outcome: SandboxDecision['outcome']) =>
      (await decideSandboxPayment({ path, body: { outcome }, throwOnError: true })).data,
    onSuccess: (after) => queries.setQueryData(getSandboxPaymentQueryKey({ path }), after),
  });
  const state = order.data?.state;
  useEffect(() => {
    if (decide.isSuccess) decided.current?.focus();
  }, [decide.isSuccess]);
  usePageTitle(t('sandbox.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('sandbox.title')}</h1>
      <p className="lead">{t('sandbox.lead')}</p>
      {order.isPending && <Loading lines={4} />}
      {order.error &&
        (toProblem(order.error).status === 404 ? (
          <p>{t('sandbox.notFound')}</p>
        ) : (
          <Problem problem={toProblem(order.error)} onRetry={() => void order.refetch()} />
        ))}
      {order.data && (
        <>
          <dl className={styles.facts}>
            <div>
              <dt>{t('receipt.figures')}</dt>
              <dd>
                <strong>
                  <Money fen={order.data.amountFen} />
                </strong>
              </dd>
            </div>
            <div>
              <dt>{t('sandbox.order')}</dt>
              <dd>
                {order.data.orderNumber}
                <span className={styles.more} lang="zh-CN">
                  {order.data.title}
                </span>
              </dd>
            </div>
          </dl>
          <p ref={decided} tabIndex={-1} role="status">
            <Tag tone={state === 'approved' ? 'good' : state === 'waiting' ? 'sun' : 'plain'}>
              {t(`sandbox.state.${order.data.state}`)}
            </Tag>
          </p>
          {decide.error && <Problem problem={toProblem(decide.error)} />}
          {state === 'waiting' && (
            <div className={styles.ways}>
              <Button size="large" busy={decide.isPending} onClick={() => decide.mutate('approve')}>
                {t('sandbox.approve', { amount: formatMoney(order.data.amountFen, language) })}
              </Button>
              <Button
                look="secondary"
                busy={decide.isPending}
                onClick={() => decide.mutate('decline')}
              >
                {t('sandbox.decline')}
              </Button>
              <Button
                look="quiet"
                busy={decide.isPending}
                onClick={() => decide.mutate('approveSilently')}
              >
                {t('sandbox.silently')}
              </Button>
            </div>
          )}
          <p>
            <a href={placeLeft()}>{t('sandbox.back')}</a>
          </p>
        </>
      )}
    </div>
  );
}
