import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useForgetting } from '@/api/forgetting';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useSession } from '@/api/signin/useSession';
import { useLanguage } from '@/i18n';
import { Footer } from './Footer';
import { Header } from './Header';
import styles from './Layout.module.css';

function subscribeToNetwork(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

function OfflineNotice() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  return (
    <div role="status" className="no-print">
      {!online && (
        <p className={styles.offline}>
          <span className="wrap">{t('offline')}</span>
        </p>
      )}
    </div>
  );
}

function DemoRibbon() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  if (!site?.demo) return null;
  const city = language === 'en' ? site.cityNameEn : site.cityName;
  return (
    <aside className={styles.demo}>
      <p className="wrap">{t('demo.ribbon', { city })}</p>
    </aside>
  );
}

/** What every page needs. The staff's pages and devices in halls have their own furniture, or none. */
export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const staffs = location === '/staff' || location.startsWith('/staff/');
  const device = location.startsWith('/rate/terminal/') || location === '/videos/tv';
  return (
    <>
      <a className={`${styles.skip} no-print`} href="#main">
        {t('skip')}
      </a>
      {staffs ? (
        children
      ) : device ? (
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      ) : (
        <PublicLayout>{children}</PublicLayout>
      )}
    </>
  );
}

/** Header and footer; a new page begins at its top with the focus on it. */
function PublicLayout({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const previous = useRef(location);
  const session = useSession();
  useForgetting(session.status === 'in' ? session.account.account : undefined);
  useEffect(() => {
    if (previous.current === location) return;
    previous.current = location;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location]);
  return (
    <>
      <DemoRibbon />
      <Header />
      <OfflineNotice />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
    </>
  );
}
