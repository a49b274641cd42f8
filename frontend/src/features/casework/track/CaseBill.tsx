import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getOwnBill, openBill } from '@/api/generated';
import { ButtonLink, Section } from '@/components';
import { BillBadge, ChargeLines, ChargeTotal } from '@/components/charge';
import { formatMoney } from '@/lib/format';
import { useLanguage } from '@/i18n';
import type { Holder } from './holder';

async function billOf(holder: Holder, signal: AbortSignal) {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await getOwnBill({ path, signal, throwOnError: true })).data;
  }
  const body = { number: holder.number, trackingCode: holder.code };
  return (await openBill({ body, signal, throwOnError: true })).data;
}

const page = (holder: Holder) =>
  holder.kind === 'account'
    ? `/account/cases/${holder.number}/bill`
    : `/bill#${holder.number}/${holder.code}`;

/** What the case is charged; nothing at all where nothing is. */
export function CaseBill({ holder, version }: { holder: Holder; version: number }) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['caseBill', holder, version],
    queryFn: ({ signal }) => billOf(holder, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const bill = data?.bill;
  if (!bill) return null;
  const pays = bill.state === 'unpaid' && data.online;
  return (
    <Section
      id="bill"
      title={
        <>
          {t('case.title')} <BillBadge state={bill.state} />
        </>
      }
    >
      <ChargeLines lines={bill.lines} />
      <ChargeTotal fen={bill.totalFen} />
      <p className="no-print">
        <ButtonLink href={page(holder)} look={pays ? 'primary' : 'secondary'}>
          {pays
            ? t('bill.pay', { amount: formatMoney(bill.totalFen, language) })
            : t('bill.toBill')}
        </ButtonLink>
      </p>
    </Section>
  );
}
