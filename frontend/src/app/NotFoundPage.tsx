import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components';
import { usePageTitle } from '@/lib/title';
import styles from './Message.module.css';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'), t('site.name'));
  return (
    <div className={`wrap ${styles.message}`}>
      <h1>{t('notFound.title')}</h1>
      <p className="lead">{t('notFound.text')}</p>
      <div className={styles.ways}>
        <ButtonLink href="/services">{t('notFound.search')}</ButtonLink>
        <ButtonLink href="/" look="secondary">
          {t('notFound.home')}
        </ButtonLink>
      </div>
    </div>
  );
}
