import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { LanguageSwitch, Logo, ModeSwitch } from '@/components';
import { Demo } from './Demo';
import { SearchDialog } from '../search/SearchDialog';
import { Drawer } from './Drawer';
import { Icon } from './Icon';
import { OfflineBar } from './OfflineBar';
import { PlaceBar, PlaceGroups } from './Places';
import { IN_THE_BAR, placesOf } from './places';
import styles from './Shell.module.css';
import { useShortcutKeys, useShortcuts } from './shortcuts';
import { Shortcuts } from './Shortcuts';
import { useAccount } from './SignedInAs';
import { Who } from './Who';

/** A new page begins at its top with the focus on it. */
function usePageStart() {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const previous = useRef(location);
  useEffect(() => {
    if (previous.current === location) return;
    previous.current = location;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location]);
  return main;
}

function Brand() {
  const { t } = useTranslation(['console', 'common']);
  return (
    <Link href="/staff" className={styles.brand}>
      <Logo size={34} />
      <span>
        <b>{t('common:site.name')}</b> <span className={styles.desk}>{t('shell.desk')}</span>
      </span>
    </Link>
  );
}

function SearchButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('console');
  return (
    <button
      type="button"
      className={styles.search}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onPress}
    >
      <Icon name="search" />
      <span>{t('search.open')}</span>
      <kbd aria-hidden="true">/</kbd>
    </button>
  );
}

/** Around every page of the staff's: where they can go, who they are, and whether the network is there. */
export function Shell({
  veiled = false,
  children,
}: {
  /** Nothing is to be read while nobody is signed in. */
  veiled?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('console');
  const account = useAccount();
  const [location] = useLocation();
  // Open until one goes elsewhere.
  const [drawerAt, setDrawerAt] = useState<string>();
  const [asking, setAsking] = useState<'search' | 'keys'>();
  const main = usePageStart();
  const places = placesOf(account);
  useShortcutKeys();
  const search = { label: t('search.title'), run: () => setAsking('search') };
  useShortcuts([
    { keys: 'mod+k', ...search },
    { keys: '/', ...search },
    { keys: '?', label: t('keys.title'), run: () => setAsking('keys') },
  ]);
  return (
    <div className={styles.console} data-veiled={veiled || undefined}>
      <div className={styles.frame}>
        <header className={`${styles.side} no-print`}>
          <Brand />
          <SearchButton onPress={() => setAsking('search')} />
          <nav aria-label={t('shell.label')} className={styles.places}>
            <PlaceGroups places={places} />
          </nav>
          <Who onKeys={() => setAsking('keys')} />
        </header>
        <header className={`${styles.top} no-print`}>
          <Brand />
          <SearchButton onPress={() => setAsking('search')} />
        </header>
        <div className={styles.page}>
          <Demo />
          <OfflineBar />
          <main id="main" ref={main} tabIndex={-1} className={styles.main}>
            {children}
          </main>
        </div>
        <nav aria-label={t('shell.label')} className={`${styles.bottom} no-print`}>
          <PlaceBar places={places.slice(0, IN_THE_BAR)} />
          <button type="button" className={styles.more} onClick={() => setDrawerAt(location)}>
            <Icon name="menu" />
            <span>{t('shell.more')}</span>
          </button>
        </nav>
      </div>
      {drawerAt === location && <Drawer places={places} onClose={() => setDrawerAt(undefined)} />}
      {asking === 'search' && <SearchDialog onClose={() => setAsking(undefined)} />}
      {asking === 'keys' && <Shortcuts onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** Before somebody is known: the name of the house and the page. */
export function Outside({ children }: { children: ReactNode }) {
  const main = usePageStart();
  return (
    <div className={styles.outside}>
      <Demo />
      <header className={`${styles.bar} no-print`}>
        <Brand />
        <div className={styles.tools}>
          <ModeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
