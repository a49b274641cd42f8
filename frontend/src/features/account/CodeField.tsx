import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { TextField } from '@/components';
import styles from './Account.module.css';

export const CODE_FIELD = 'account-code';

/** Six digits that came to a telephone. */
export function CodeField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (code: string) => void;
}) {
  const { t } = useTranslation('account');
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  return (
    <>
      {site?.demo && <p className={styles.note}>{t('code.demo')}</p>}
      <TextField
        id={CODE_FIELD}
        label={t('code.label')}
        hint={t('code.hint')}
        error={error}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        width="short"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
