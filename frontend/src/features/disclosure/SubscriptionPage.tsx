import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePageTitle } from '@/lib/title';
import { KeptSubscription } from './KeptSubscription';
import { NewSubscription } from './NewSubscription';
import styles from './Disclosure.module.css';

/** As messages write it: `#token=…`, which browsers send to nobody. */
const tokenInFragment = () =>
  new URLSearchParams(window.location.hash.replace(/^#/, '')).get('token');

/** Subscribing by e-mail; with the link of a message confirming, changing and ending it. */
export function SubscriptionPage() {
  const { t } = useTranslation(['subscription', 'disclosure', 'common']);
  const [token] = useState(tokenInFragment);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/disclosures">{t('disclosure:title')}</Link>
      </p>
      <h1>{t('title')}</h1>
      {token ? <KeptSubscription token={token} /> : <NewSubscription />}
    </div>
  );
}
