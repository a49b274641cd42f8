import { useTranslation } from 'react-i18next';
import { TextField } from '@/components';
import { useFilters } from '@/lib/filters';
import register from '../Register.module.css';

/** The days that are asked for, as they stand in the address. */
export function usePeriod() {
  const { day, put } = useFilters();
  return {
    query: { ...(day('from') && { from: day('from') }), ...(day('to') && { to: day('to') }) },
    day,
    put,
  };
}

export function Period({
  period,
  from,
  to,
}: {
  period: ReturnType<typeof usePeriod>;
  /** What is shown while nothing is asked for. */
  from: string | undefined;
  to: string | undefined;
}) {
  const { t } = useTranslation('attendance');
  return (
    <form
      role="search"
      aria-label={t('period')}
      className={register.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        type="date"
        label={t('from')}
        value={period.day('from') || (from ?? '')}
        onChange={({ target }) => period.put('from', target.value)}
      />
      <TextField
        type="date"
        label={t('to')}
        value={period.day('to') || (to ?? '')}
        onChange={({ target }) => period.put('to', target.value)}
      />
    </form>
  );
}
