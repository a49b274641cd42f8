import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseCharge as Charge, getCaseBill, takeCash } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Dialog, DialogWays, Loading, Money, Problem } from '@/components';
import { BillBadge, ChargeLines, ChargeTotal } from '@/components/charge';
import { useLanguage } from '@/i18n';
import { formatDate, formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { AssessForm } from './AssessForm';
import styles from './Charges.module.css';
import { ProposeRefund } from './ProposeRefund';

/** What a case is charged: assessed here, taken in cash here, and proposed to go back. */
export function CaseCharge({ caseNumber, version }: { caseNumber: string; version: number }) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const queries = useQueryClient();
  const key = ['caseCharge', caseNumber, version];
  const [done, setDone] = useState('');
  const [again, setAgain] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await getCaseBill({ path: { caseNumber }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  if (!data) {
    return error ? (
      <Problem problem={toProblem(error)} onRetry={() => void refetch()} />
    ) : (
      <Loading lines={2} />
    );
  }
  const changed = (words: string) => (after: Charge) => {
    queries.setQueryData(key, after);
    setAgain(false);
    setDone(words);
  };
  const bill = data.bill;
  const mine = bill?.lines.some((line) => line.caseNumber === caseNumber) ?? false;
  return (
    <div className={styles.case}>
      <p role="status" className={done ? styles.done : 'visually-hidden'}>
        {done}
      </p>
      {!data.acceptedOn && <p>{t('case.notYet')}</p>}
      {data.acceptedOn && data.standards.length === 0 && !bill && <p>{t('case.free')}</p>}
      {data.acceptedOn && data.standards.length > 0 && (
        <p className="quiet">
          {t('case.acceptedOn', { at: formatDate(data.acceptedOn, language, 'date') })}
        </p>
      )}
      {bill && (
        <>
          <p className={styles.head}>
            {bill.billNumber} <BillBadge state={bill.state} />
          </p>
          <ChargeLines lines={bill.lines} />
          <ChargeTotal fen={bill.totalFen} />
          {bill.waitingFor.length > 0 && (
            <p>{t('bill.waitingFor', { numbers: bill.waitingFor.join(', ') })}</p>
          )}
          <ul role="list" className={styles.events}>
            {bill.payments.map((payment) => (
              <li key={payment.paymentId}>
                {formatDate(payment.paidAt, language)} · {t(`desk.${payment.way}`)} ·{' '}
                <Money fen={payment.amountFen} />
                {payment.receivedBy && ` · ${t('case.receivedBy', { name: payment.receivedBy })}`}
                {!payment.counted && ` · ${t('desk.surplus')}`}
              </li>
            ))}
            {bill.refunds.map((refund) => (
              <li key={refund.refundId}>
                {formatDate(refund.askedAt, language)} · {t('refund.title')} ·{' '}
                <Money fen={refund.amountFen} /> · {t(`refund.ground.${refund.ground}`)}
                {refund.byApplicant && ` · ${t('case.askedByApplicant')}`} ·{' '}
                <strong>{t(`refund.state.${refund.state}`)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {data.mayAssess && (!mine || again) && (
        <AssessForm
          charge={data}
          onDone={changed(t('case.assessed'))}
          {...(mine && { onCancel: () => setAgain(false) })}
        />
      )}
      <div className={styles.ways}>
        {data.mayTakeCash && bill && (
          <TakeCash
            caseNumber={caseNumber}
            version={bill.version}
            amount={formatMoney(bill.totalFen, language)}
            billNumber={bill.billNumber}
            onDone={changed(t('case.cashTaken'))}
          />
        )}
        {data.mayAssess && mine && !again && (
          <Button look="quiet" onClick={() => setAgain(true)}>
            {t('case.again')}
          </Button>
        )}
        {data.mayProposeRefund && bill && (
          <ProposeRefund caseNumber={caseNumber} bill={bill} onDone={changed(t('case.proposed'))} />
        )}
      </div>
    </div>
  );
}

function TakeCash({
  caseNumber,
  version,
  amount,
  billNumber,
  onDone,
}: {
  caseNumber: string;
  version: number;
  amount: string;
  billNumber: string;
  onDone: (after: Charge) => void;
}) {
  const { t } = useTranslation('charge');
  const [open, setOpen] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const take = useMutation({
    mutationFn: async () =>
      (
        await takeCash({
          path: { caseNumber },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${version}"` },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
  });
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('case.cash', { amount })}
      </Button>
      {open && (
        <Dialog
          title={t('case.cashTitle')}
          text={t('case.cashText', { number: billNumber })}
          locked={take.isPending}
          onSubmit={() => take.mutate()}
          onClose={() => setOpen(false)}
        >
          {take.error && <Problem problem={toProblem(take.error)} />}
          <DialogWays>
            <Button type="submit" busy={take.isPending}>
              {take.isPending ? t('case.sending') : t('case.cash', { amount })}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('case.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </>
  );
}
