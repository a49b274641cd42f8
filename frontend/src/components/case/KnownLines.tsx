import { useTranslation } from 'react-i18next';
import styles from './KnownLines.module.css';

/** What an account says of who applies. */
export interface ProfileView {
  kind: 'person' | 'organisation';
  name: string;
  identityNumberMasked?: string | undefined;
  contactName?: string | undefined;
  phone: string;
  address?: string | undefined;
}

/** What the account has is shown and not asked again. */
export function KnownLines({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation('casework');
  const organisation = profile.kind === 'organisation';
  const lines: [string, string | undefined][] = [
    [t(organisation ? 'apply.organisationName' : 'apply.name'), profile.name],
    [t(organisation ? 'apply.creditCode' : 'apply.identityNumber'), profile.identityNumberMasked],
    ...(organisation
      ? [[t('apply.contactName'), profile.contactName] as [string, string | undefined]]
      : []),
    [t('apply.phone'), profile.phone],
    [t('apply.address'), profile.address],
  ];
  return (
    <dl className={styles.lines}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="quiet">{t('review.nothing')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
