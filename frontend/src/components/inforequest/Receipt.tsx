import { useTranslation } from 'react-i18next';
import { KeyFacts } from '../KeyFacts';
import { DateTime } from '../Values';

/** What the applicant keeps; shown once. */
export function ReceiptFacts({
  of,
}: {
  of: { number: string; trackingCode: string; answerBy: string };
}) {
  const { t } = useTranslation('inforequest');
  return (
    <KeyFacts
      facts={[
        { label: t('number'), value: of.number, strong: true },
        { label: t('code'), value: of.trackingCode, strong: true },
        { label: t('receipt.answerBy'), value: <DateTime value={of.answerBy} as="date" /> },
      ]}
    />
  );
}
