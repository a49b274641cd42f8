import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bill, Charge } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Empty, KeysForm, Loading, Money, Name, Problem } from '@/components';
import { BillBadge, ChargeLines, ChargeTotal } from '@/components/charge';
import { useLanguage } from '@/i18n';
import { formatDate, formatMoney } from '@/lib/format';
import { useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Charge.module.css';
import { fromFragment, type Holder, leaveFor, look, pay } from './holder';
import { Receipt } from './Receipt';
import { Refunds } from './Refunds';

/** While a payment or refund may be on its way. */
const EVERY = 5_000;

function Pay({ charge, bill, holder }: { charge: Charge; bill: Bill; holder: Holder }) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const [key] = useState(newIdempotencyKey);
  const begin = useMutation({
    mutationFn: () => pay(holder, key),
    onSuccess: (order) => leaveFor(order.payAt),
  });
  return (
    <section className={`${styles.pay} no-print`} aria-labelledby="pay-title">
      <h2 id="pay-title" className="visually-hidden">
        {t('bill.title')}
      </h2>
      {begin.error && <Problem problem={toProblem(begin.error)} />}
      {charge.online ? (
        <>
          <Button
            size="large"
            busy={begin.isPending || begin.isSuccess}
            onClick={() => begin.mutate()}
          >
            {begin.isPending || begin.isSuccess
              ? t('bill.paying')
              : t('bill.pay', { amount: formatMoney(bill.totalFen, language) })}
          </Button>
          <p className="small">{t('bill.orWindow')}</p>
        </>
      ) : (
        <p>{t('bill.windowOnly')}</p>
      )}
    </section>
  );
}

function Found({
  charge,
  holder,
  onChanged,
}: {
  charge: Charge;
  holder: Holder;
  onChanged: (after: Charge) => void;
}) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const bill = charge.bill;
  const back =
    holder.kind === 'account'
      ? `/account/cases/${holder.number}`
      : holder.number.startsWith('J')
        ? `/joint/track#${holder.number}/${holder.code}`
        : `/track#${new URLSearchParams({ number: holder.number, code: holder.code })}`;
  if (!bill) {
    return (
      <>
        <h1>{t('bill.title')}</h1>
        <Empty title={t('bill.none')}>
          <p>{t('bill.noneText')}</p>
        </Empty>
        <p>
          <a href={back}>{t('bill.back')}</a>
        </p>
      </>
    );
  }
  const counted = bill.payments.find((payment) => payment.counted);
  return (
    <>
      <div className={`${styles.head} no-print`}>
        <h1>{t('bill.for', { subject: bill.subject })}</h1>
        <BillBadge state={bill.state} />
      </div>
      {bill.state === 'gathering' && (
        <p>{t('bill.waitingFor', { numbers: bill.waitingFor.join(', ') })}</p>
      )}
      {bill.state === 'waived' && <p>{t('bill.waived')}</p>}
      {bill.paidAt && (
        <p role="status" className="no-print">
          {t('bill.paid', { at: formatDate(bill.paidAt, language) })}
        </p>
      )}
      {counted ? (
        <Receipt bill={bill} payment={counted} />
      ) : (
        <section className={styles.part} aria-labelledby="lines-title">
          <h2 id="lines-title" className="visually-hidden">
            {t('bill.lines')}
          </h2>
          <ChargeLines lines={bill.lines} />
          <ChargeTotal fen={bill.totalFen} />
        </section>
      )}
      {bill.joint && (
        <section className={`${styles.part} no-print`} aria-labelledby="shares-title">
          <h2 id="shares-title">{t('bill.shares')}</h2>
          <p className="quiet">{t('bill.once')}</p>
          <dl className={styles.facts}>
            {bill.shares.map((share) => (
              <div key={share.department.code}>
                <dt>
                  <Name of={share.department} />
                </dt>
                <dd>
                  <Money fen={share.amountFen} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {bill.state === 'unpaid' && <Pay charge={charge} bill={bill} holder={holder} />}
      <Refunds bill={bill} holder={holder} onAsked={onChanged} />
      <p className="no-print">
        <a href={back}>{t('bill.back')}</a>
      </p>
    </>
  );
}

function useCharge(holder: Holder | undefined, attempt: number) {
  return useQuery({
    queryKey: ['openBill', holder, attempt],
    queryFn: ({ signal }) => look(holder!, signal),
    enabled: holder !== undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.bill?.state === 'unpaid' ||
      state.data?.bill?.refunds.some((refund) => refund.state === 'approved')
        ? EVERY
        : false,
  });
}

/** A bill by number and code: they are asked for here, or come in the fragment. */
export function BillPage() {
  const { t } = useTranslation(['charge', 'common']);
  const queries = useQueryClient();
  const { keys, take, scanned } = useKeys(fromFragment);
  const [attempt, setAttempt] = useState(0);
  const holder: Holder | undefined =
    keys.number && keys.code ? { kind: 'keys', ...keys } : undefined;
  const found = useCharge(holder, attempt);
  const problem = found.error ? toProblem(found.error) : undefined;
  const known = problem && [400, 404].includes(problem.status ?? 0);
  usePageTitle(t('bill.title'), t('common:site.name'));
  if (holder && found.data) {
    return (
      <div className={`wrap ${styles.page}`}>
        <Found
          charge={found.data}
          holder={holder}
          onChanged={(after) => queries.setQueryData(['openBill', holder, attempt], after)}
        />
      </div>
    );
  }
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('bill.title')}</h1>
      <p className="lead">{t('bill.lead')}</p>
      {problem && !known && <Problem problem={problem} onRetry={() => void found.refetch()} />}
      <KeysForm
        key={scanned}
        id="bill"
        texts={{
          number: t('bill.number'),
          numberHint: t('bill.numberHint'),
          numberMissing: t('bill.numberMissing'),
          code: t('bill.code'),
          codeMissing: t('bill.codeMissing'),
          find: t('bill.find'),
        }}
        start={keys}
        wrong={known ? t('bill.notFound') : undefined}
        busy={holder !== undefined && found.isFetching}
        onFind={(wanted) => {
          setAttempt(attempt + 1);
          take(wanted);
        }}
      />
    </div>
  );
}

/** The bill of one of one's own cases, signed in. */
export function OwnBillPage({ caseNumber }: { caseNumber: string }) {
  const { t } = useTranslation(['charge', 'common']);
  const queries = useQueryClient();
  const holder: Holder = { kind: 'account', number: caseNumber };
  const found = useCharge(holder, 0);
  usePageTitle(t('bill.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      {found.data ? (
        <Found
          charge={found.data}
          holder={holder}
          onChanged={(after) => queries.setQueryData(['openBill', holder, 0], after)}
        />
      ) : (
        <>
          <h1>{t('bill.title')}</h1>
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
