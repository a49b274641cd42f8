import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useLanguage } from '@/i18n';
import styles from './Demo.module.css';

/** Says that nothing here is real, where nothing is. */
export function Demo() {
  const { t } = useTranslation();
  const english = useLanguage() === 'en';
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  if (!site?.demo) return null;
  return (
    <aside className={`${styles.demo} no-print`}>
      <p>{t('demo.ribbon', { city: english ? site.cityNameEn : site.cityName })}</p>
    </aside>
  );
}
