import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { DayPayment, PaymentDifference } from '@/api/generated';
import { reconcileDayOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Loading, Money, Problem, Table, TextField } from '@/components';
import { today } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';
import styles from './Charges.module.css';

/** A day's payments, and what differs from the gateway's statement of it. */
export function DayView() {
  const { t } = useTranslation('charge');
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today();
  const { data, error, refetch, isPending } = useQuery({
    ...reconcileDayOptions({ path: { day } }),
    staleTime: 0,
  });
  return (
    <>
      <TextField
        label={t('desk.date')}
        type="date"
        width="short"
        value={day}
        onChange={({ target }) => {
          if (target.value) setParameters({ day: target.value }, { replace: true });
        }}
      />
      {error && <Problem problem={toProblem(error)} onRetry={() => void refetch()} />}
      {isPending && <Loading lines={6} />}
      {data && (
        <>
          <dl className={styles.numbers}>
            <div>
              <dt>{t('desk.online')}</dt>
              <dd>
                <Money fen={data.onlineFen} />
              </dd>
            </div>
            <div>
              <dt>{t('desk.cash')}</dt>
              <dd>
                <Money fen={data.cashFen} />
              </dd>
            </div>
            <div>
              <dt>{t('desk.refundedSum')}</dt>
              <dd>
                <Money fen={data.refundedFen} />
              </dd>
            </div>
          </dl>
          <h2>{t('desk.differences')}</h2>
          {data.differences.length === 0 ? (
            <p>{t('desk.noDifferences')}</p>
          ) : (
            <Table<PaymentDifference>
              caption={t('desk.differences')}
              rows={data.differences}
              rowKey={(row) => row.orderNumber + row.kind}
              columns={[
                {
                  key: 'kind',
                  header: t('desk.differences'),
                  rowHeader: true,
                  cell: (row) => (
                    <>
                      {t(`desk.kind.${row.kind}`)}
                      <span className={styles.more}>{row.orderNumber}</span>
                    </>
                  ),
                },
                {
                  key: 'here',
                  header: t('desk.here'),
                  align: 'end',
                  cell: (row) => (row.hereFen === undefined ? '—' : <Money fen={row.hereFen} />),
                },
                {
                  key: 'there',
                  header: t('desk.there'),
                  align: 'end',
                  cell: (row) => (row.thereFen === undefined ? '—' : <Money fen={row.thereFen} />),
                },
              ]}
            />
          )}
          <h2>{t('desk.payments')}</h2>
          {data.payments.length === 0 ? (
            <p>{t('desk.noPayments')}</p>
          ) : (
            <Table<DayPayment>
              caption={t('desk.payments')}
              rows={data.payments}
              rowKey={(row) => row.billNumber + row.paidAt}
              columns={[
                {
                  key: 'bill',
                  header: t('bill.billNumber'),
                  rowHeader: true,
                  cell: (row) => (
                    <>
                      {row.billNumber}
                      <span className={styles.more}>{row.subject}</span>
                    </>
                  ),
                },
                {
                  key: 'at',
                  header: t('desk.at'),
                  cell: (row) => <DateTime value={row.paidAt} />,
                },
                {
                  key: 'way',
                  header: t('desk.way'),
                  cell: (row) => (
                    <>
                      {t(`desk.${row.way}`)}
                      {!row.counted && ` · ${t('desk.surplus')}`}
                      {row.receivedBy && (
                        <span className={styles.more}>
                          {t('case.receivedBy', { name: row.receivedBy })}
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  key: 'amount',
                  header: t('desk.total'),
                  align: 'end',
                  cell: (row) => <Money fen={row.amountFen} />,
                },
              ]}
            />
          )}
        </>
      )}
    </>
  );
}
