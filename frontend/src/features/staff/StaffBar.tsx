import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Account } from '@/api/generated';
import { Button } from '@/components';
import { useLanguage } from '@/i18n';
import { editsCatalogue, handlesCases } from './roles';
import { signOut } from '@/api/signin/session';
import styles from './StaffBar.module.css';

/** Who is signed in, where they can go, and the way out. */
export function StaffBar({ account }: { account: Account }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [location] = useLocation();
  const leave = useMutation({ mutationFn: signOut });
  const name = language === 'en' ? (account.nameEn ?? account.name) : account.name;
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={`wrap ${styles.inside}`}>
        <nav aria-label={t('bar.label')} className={styles.nav}>
          {handlesCases(account) && (
            <Link
              href="/staff"
              aria-current={
                location === '/staff' || location.startsWith('/staff/cases') ? 'page' : undefined
              }
            >
              {t('bar.tasks')}
            </Link>
          )}
          {editsCatalogue(account) && (
            <Link
              href="/staff/imports"
              aria-current={location === '/staff/imports' ? 'page' : undefined}
            >
              {t('bar.imports')}
            </Link>
          )}
          <Link
            href="/staff/sessions"
            aria-current={location === '/staff/sessions' ? 'page' : undefined}
          >
            {t('bar.sessions')}
          </Link>
        </nav>
        <p className={styles.who}>
          <b>{name}</b>
          {account.title && <span lang="zh-CN">{account.title}</span>}
        </p>
        <Button
          look="quiet"
          className={styles.leave}
          busy={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t('bar.leave')}
        </Button>
      </div>
    </div>
  );
}
