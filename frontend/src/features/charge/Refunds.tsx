import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bill, Charge, PossibleRefund } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Money, Problem } from '@/components';
import { useLanguage } from '@/i18n';
import { formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import styles from './Charge.module.css';
import { askBack, type Holder } from './holder';

function AskBack({
  what,
  holder,
  onAsked,
}: {
  what: PossibleRefund;
  holder: Holder;
  onAsked: (after: Charge) => void;
}) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const [key] = useState(newIdempotencyKey);
  const ask = useMutation({ mutationFn: () => askBack(holder, what, key), onSuccess: onAsked });
  return (
    <li>
      <span>
        {t('refund.possible', {
          amount: formatMoney(what.amountFen, language),
          ground: t(`refund.ground.${what.ground}`),
        })}
      </span>
      <Button look="secondary" busy={ask.isPending} onClick={() => ask.mutate()}>
        {ask.isPending ? t('refund.asking') : t('refund.ask')}
      </Button>
      {ask.error && <Problem problem={toProblem(ask.error)} />}
    </li>
  );
}

/** What has been asked back and what can be. */
export function Refunds({
  bill,
  holder,
  onAsked,
}: {
  bill: Bill;
  holder: Holder;
  onAsked: (after: Charge) => void;
}) {
  const { t } = useTranslation('charge');
  if (bill.refunds.length === 0 && bill.possibleRefunds.length === 0) return null;
  return (
    <section className={`${styles.part} no-print`} aria-labelledby="refund-title">
      <h2 id="refund-title">{t('refund.title')}</h2>
      <ul role="list" className={styles.refunds}>
        {bill.refunds.map((refund) => (
          <li key={refund.refundId}>
            <span>
              <Money fen={refund.amountFen} /> · {t(`refund.ground.${refund.ground}`)}
              {refund.reference && (
                <span className={styles.more}>
                  {t('refund.reference', { reference: refund.reference })}
                </span>
              )}
            </span>
            <strong>{t(`refund.state.${refund.state}`)}</strong>
          </li>
        ))}
        {bill.possibleRefunds.map((what) => (
          <AskBack
            key={what.paymentId + what.ground}
            what={what}
            holder={holder}
            onAsked={onAsked}
          />
        ))}
      </ul>
    </section>
  );
}
