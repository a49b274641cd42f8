import { useTranslation } from 'react-i18next';
import type { ClueChannel, ClueSourceKind } from '@/api/generated';
import { ButtonLink } from '@/components';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

/** Leads from something of another room to handing it to the discipline office, for who may. */
export function HandOver({
  kind,
  reference,
  channel,
  department,
}: {
  kind: ClueSourceKind;
  reference: string;
  channel: ClueChannel;
  department?: string | undefined;
}) {
  const { t } = useTranslation('clues');
  const account = useAccount();
  if (!mayAny(account, ['clues.enter'])) return null;
  const query = new URLSearchParams({ kind, reference, channel });
  if (department) query.set('department', department);
  return (
    <p className="no-print">
      <ButtonLink look="secondary" href={`/staff/hand-in?${query.toString()}`}>
        {t('handOver')}
      </ButtonLink>
    </p>
  );
}
