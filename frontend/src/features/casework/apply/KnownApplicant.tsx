import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PowerItem, Profile } from '@/api/generated';
import { KnownLines } from '@/components/case';
import { fieldId } from './checks';
import styles from './KnownApplicant.module.css';

/** Whether an item is for people like this. */
export function isFor(item: PowerItem, profile: Profile): boolean {
  return (item.serviceFor ?? 'both') === 'both' || item.serviceFor === profile.kind;
}

/** What the account has is shown and not asked again. */
export function KnownApplicant({ item, profile }: { item: PowerItem; profile: Profile }) {
  const { t } = useTranslation('casework');
  return (
    <div id={fieldId('applicant.kind')} tabIndex={-1} className={styles.known}>
      <p>{t('known.text')}</p>
      {!isFor(item, profile) && (
        <p role="alert" className={styles.wrong}>
          {t(item.serviceFor === 'person' ? 'apply.personOnly' : 'apply.organisationOnly')}{' '}
          {t('known.wrongKind')}
        </p>
      )}
      <KnownLines profile={profile} />
      <p>
        {t('known.notices')} <Link href="/account/profile">{t('known.change')}</Link>
      </p>
    </div>
  );
}

/** Guests are never made to register; whoever has an account is told that it saves typing. */
export function GuestOrAccount({ itemCode }: { itemCode: string }) {
  const { t } = useTranslation('casework');
  const next = encodeURIComponent(`/apply/${itemCode}`);
  return (
    <p className={styles.choice}>
      {t('known.guest')} <Link href={`/account/login?next=${next}`}>{t('known.signIn')}</Link>
      {t('known.or')}
      <Link href={`/account/register?next=${next}`}>{t('known.register')}</Link>
      {t('known.benefit')}
    </p>
  );
}
