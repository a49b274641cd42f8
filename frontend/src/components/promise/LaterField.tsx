import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { formatLimit, type LimitValue } from '@/lib/format';
import styles from './Promise.module.css';

/** A material one doesn't have now and promises to hand in (容缺后补). */
export function LaterField({
  limit,
  checked,
  onChange,
}: {
  limit: LimitValue;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  return (
    <label className={styles.later}>
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{t('apply.later', { limit: formatLimit(limit, language) })}</span>
    </label>
  );
}
