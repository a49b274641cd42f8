import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listOwnWaybills, trackWaybills } from '@/api/generated';
import { Section } from '@/components';
import { Passage } from '@/components/waybill';
import type { Holder } from './holder';

async function papersOf(holder: Holder, signal: AbortSignal) {
  if (holder.kind === 'account') {
    const path = { caseNumber: holder.number };
    return (await listOwnWaybills({ path, signal, throwOnError: true })).data;
  }
  const body = { caseNumber: holder.number, trackingCode: holder.code };
  return (await trackWaybills({ body, signal, throwOnError: true })).data;
}

/** Where the paper of a case is that was handed in elsewhere; nothing where none travels. */
export function Papers({ holder, version }: { holder: Holder; version: number }) {
  const { t } = useTranslation('waybill');
  const { data } = useQuery({
    queryKey: ['papers', holder, version],
    queryFn: ({ signal }) => papersOf(holder, signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (!data || data.length === 0) return null;
  return (
    <Section id="papers" title={t('held')}>
      <p>{t('heldText')}</p>
      {data.map((one) => (
        <div key={`${one.carrier} ${one.number}`}>
          <Passage of={one} sentAt={one.sentAt} receivedAt={one.receivedAt} />
        </div>
      ))}
    </Section>
  );
}
