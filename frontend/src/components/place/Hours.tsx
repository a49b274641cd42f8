import { useTranslation } from 'react-i18next';

/** When a place is open on working days: 8:30–12:00, 14:00–17:30. */
export function Hours({ hours }: { hours: readonly { from: string; until: string }[] }) {
  const { t } = useTranslation('place');
  return (
    <span>
      {t('hours', {
        spans: hours.map((span) => `${span.from}–${span.until}`).join(t('listSeparator')),
      })}
    </span>
  );
}
