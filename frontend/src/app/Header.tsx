import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { LanguageSwitch, Logo, ModeSwitch } from '@/components';
import { AccountLink } from './AccountLink';
import styles from './Header.module.css';

function HeaderSearch() {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  // The home page and the list have a search box of their own.
  if (location === '/' || location === '/services') return <div className={styles.search} />;
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
        navigate(q ? `/services?q=${encodeURIComponent(q)}` : '/services');
      }}
    >
      <input
        type="search"
        name="q"
        aria-label={t('nav.search')}
        placeholder={t('nav.search')}
        enterKeyHint="search"
      />
    </form>
  );
}

export function Header() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const here = (path: string) =>
    location === path || location.startsWith(`${path}/`) ? ('page' as const) : undefined;
  return (
    <header className={`${styles.header} no-print`}>
      <div className={`wrap ${styles.bar}`}>
        <Link href="/" className={styles.home} aria-label={t('nav.home')}>
          <Logo />
          <span className={styles.name}>{t('site.name')}</span>
        </Link>
        <nav aria-label={t('nav.label')} className={styles.nav}>
          <Link href="/services" aria-current={here('/services')}>
            {t('nav.services')}
          </Link>
          <Link href="/themes" aria-current={here('/themes')}>
            {t('nav.themes')}
          </Link>
          <Link href="/track" aria-current={here('/track')}>
            {t('nav.track')}
          </Link>
          <Link href="/complaints" aria-current={here('/complaints')}>
            {t('nav.complaints')}
          </Link>
          <Link href="/disclosures" aria-current={here('/disclosures')}>
            {t('nav.disclosures')}
          </Link>
          {/* The board is a page of its own, not a part of this application. */}
          <a href="/board">{t('nav.board')}</a>
        </nav>
        <HeaderSearch />
        <div className={styles.tools}>
          <AccountLink />
          <ModeSwitch />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
