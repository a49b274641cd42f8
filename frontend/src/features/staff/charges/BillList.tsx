import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { BillFilter, BillSummary } from '@/api/generated';
import { listBillsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  DateTime,
  Empty,
  Loading,
  More,
  Money,
  Problem,
  SelectField,
  Table,
} from '@/components';
import { BillBadge } from '@/components/charge';
import { useLanguage } from '@/i18n';
import { formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import styles from './Charges.module.css';

const FILTERS: readonly BillFilter[] = ['unpaid', 'paid', 'refunds'];

export function BillList() {
  const { t } = useTranslation(['charge', 'common']);
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const state = FILTERS.find((each) => each === parameters.get('state'));
  const list = useInfiniteQuery({
    ...listBillsInfiniteOptions({ query: { ...(state && { state }), limit: 50 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const bills = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SelectField
        label={t('desk.filter')}
        width="short"
        value={state ?? ''}
        onChange={({ target }) =>
          setParameters(target.value ? { state: target.value } : {}, { replace: true })
        }
      >
        <option value="">{t('desk.all')}</option>
        {FILTERS.map((each) => (
          <option key={each} value={each}>
            {t(`desk.${each}`)}
          </option>
        ))}
      </SelectField>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && bills.length === 0 && <Empty title={t('desk.none')} />}
      {bills.length > 0 && (
        <Table<BillSummary>
          caption={t('desk.caption')}
          rows={bills}
          rowKey={(bill) => bill.billNumber}
          columns={[
            {
              key: 'case',
              header: t('desk.case'),
              rowHeader: true,
              cell: (bill) => (
                <>
                  <Link href={`/staff/cases/${bill.caseNumber}`}>{bill.caseNumber}</Link>
                  <span className={styles.more}>
                    <Bilingual chinese={bill.itemName} english={bill.itemNameEn} />
                  </span>
                  {bill.joint && (
                    <span className={styles.more}>{t('desk.joint', { number: bill.subject })}</span>
                  )}
                </>
              ),
            },
            { key: 'bill', header: t('bill.billNumber'), cell: (bill) => bill.billNumber },
            {
              key: 'assessed',
              header: t('desk.assessedAt'),
              cell: (bill) => <DateTime value={bill.assessedAt} />,
            },
            {
              key: 'state',
              header: t('desk.stateColumn'),
              cell: (bill) => (
                <>
                  <BillBadge state={bill.state} />
                  {bill.refundGoesOn && (
                    <span className={styles.more}>{t('desk.refundGoesOn')}</span>
                  )}
                  {bill.refundedFen > 0 && (
                    <span className={styles.more}>
                      {t('desk.refunded', { amount: formatMoney(bill.refundedFen, language) })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'total',
              header: t('desk.total'),
              align: 'end',
              cell: (bill) => <Money fen={bill.totalFen} />,
            },
          ]}
        />
      )}
      <More of={list} />
    </>
  );
}
