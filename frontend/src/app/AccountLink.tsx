import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession } from '@/api/signin/useSession';
import styles from './Header.module.css';

/** The way to one's own pages, or to signing in. Staff are led to theirs. */
export function AccountLink() {
  const { t } = useTranslation();
  const session = useSession();
  const [location] = useLocation();
  const here = location === '/account' || location.startsWith('/account/');
  const own = session.status !== 'in' || session.account.permissions.includes('ownCases.read');
  return (
    <Link
      href={own ? '/account' : '/staff'}
      className={styles.account}
      aria-current={here ? 'page' : undefined}
    >
      {session.status !== 'in' ? t('nav.signIn') : own ? t('nav.own') : t('nav.staff')}
    </Link>
  );
}
