import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getProfileOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { Profile } from '@/api/generated';
import { Button, DateTime, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../Account.module.css';
import { CloseAccount } from './CloseAccount';
import { DetailsDialog } from './DetailsDialog';
import { NoticeChoice } from './NoticeChoice';
import { PasswordDialog } from './PasswordDialog';
import { PhoneDialog } from './PhoneDialog';

function Facts({ profile }: { profile: Profile }) {
  const { t } = useTranslation('account');
  const person = profile.kind === 'person';
  const lines: [string, React.ReactNode][] = [
    [t('register.kind'), t(`kind.${profile.kind}`)],
    [t(person ? 'field.name' : 'field.organisationName'), profile.name],
    [t(person ? 'field.identityNumber' : 'field.creditCode'), profile.identityNumberMasked],
    ...(person ? [] : [[t('field.contactName'), profile.contactName] as [string, string]]),
    [t('field.phone'), profile.phone],
    [t('field.address'), profile.address],
    [t('field.account'), profile.account],
    [t('profile.since'), <DateTime key="since" value={profile.registeredAt} as="date" />],
  ];
  return (
    <dl className={styles.facts}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="quiet">{t('profile.nothing')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the account has of whose it is, and what can be changed about it. */
export function ProfilePage() {
  const { t } = useTranslation(['account', 'common']);
  const profile = useQuery(getProfileOptions());
  const [open, setOpen] = useState<'phone' | 'details' | 'password' | 'close'>();
  const [said, setSaid] = useState('');
  usePageTitle(t('profile.title'), t('common:site.name'));
  const close = (words?: string) => {
    setOpen(undefined);
    if (words) setSaid(words);
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('profile.title')}</h1>
      <p className="lead">{t('profile.lead')}</p>
      <p role="status" className={said ? styles.said : undefined}>
        {said}
      </p>
      {profile.error && (
        <Problem problem={toProblem(profile.error)} onRetry={() => void profile.refetch()} />
      )}
      {profile.isPending && <Loading lines={8} />}
      {profile.data && (
        <>
          <Facts profile={profile.data} />
          <div className={styles.ways}>
            <Button look="secondary" onClick={() => setOpen('phone')}>
              {t('profile.changePhone')}
            </Button>
            <Button look="secondary" onClick={() => setOpen('details')}>
              {t('profile.changeDetails')}
            </Button>
            <Button look="secondary" onClick={() => setOpen('password')}>
              {t('profile.changePassword')}
            </Button>
          </div>
          <NoticeChoice onSaved={() => setSaid(t('choice.saved'))} />
          <section className={styles.section} aria-labelledby="profile-close">
            <h2 id="profile-close">{t('close.title')}</h2>
            <p>{t('close.text')}</p>
            <Button look="secondary" onClick={() => setOpen('close')}>
              {t('close.open')}
            </Button>
          </section>
          {open === 'phone' && (
            <PhoneDialog onClose={() => close()} onDone={() => close(t('profile.phoneChanged'))} />
          )}
          {open === 'password' && (
            <PasswordDialog
              onClose={() => close()}
              onDone={() => close(t('profile.passwordChanged'))}
            />
          )}
          {open === 'details' && (
            <DetailsDialog
              profile={profile.data}
              onClose={() => close()}
              onDone={() => close(t('profile.detailsChanged'))}
            />
          )}
          {open === 'close' && <CloseAccount onClose={() => close()} />}
        </>
      )}
    </div>
  );
}
