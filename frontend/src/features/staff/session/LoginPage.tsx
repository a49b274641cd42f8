import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { usePageTitle } from '@/lib/title';
import styles from './LoginPage.module.css';
import { SignInForm } from './SignInForm';

/** Only ever back to a page of the staff's own, or to where a developer's applications are. */
function safeNext(next: string | null): string {
  return next && /^\/(staff|developers)(\/[\w/%.-]*)?(\?[\w=&%.-]*)?$/.test(next) ? next : '/staff';
}

export function LoginPage({ ended }: { ended: boolean }) {
  const { t } = useTranslation(['staff', 'common']);
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  usePageTitle(t('login.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.box}>
        <h1>{t('login.title')}</h1>
        {ended && (
          <p role="status" className={styles.ended}>
            {t('login.ended')}
          </p>
        )}
        <SignInForm onDone={() => navigate(safeNext(parameters.get('next')), { replace: true })} />
        {site?.demo && <p className={styles.demo}>{t('login.demo')}</p>}
      </div>
    </div>
  );
}
