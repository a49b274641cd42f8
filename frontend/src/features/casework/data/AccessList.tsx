import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Access } from '@/api/generated';
import { Bilingual, DateTime, Empty } from '@/components';
import styles from './OwnData.module.css';

/** Who looked, when, at what and why: departments and posts, as the law has it, not names. */
export function AccessList({
  accesses,
  byCase = false,
}: {
  accesses: readonly Access[];
  /** They are about several cases: each says which. */
  byCase?: boolean;
}) {
  const { t } = useTranslation('privacy');
  if (accesses.length === 0) return <Empty title={t('own.nobody')} />;
  return (
    <ol role="list" className={styles.accesses}>
      {accesses.map((access, index) => (
        <li key={`${access.at}-${index}`}>
          <p className={styles.what}>{t(`look.${access.action}`)}</p>
          <p>
            {access.department && (
              <Bilingual chinese={access.department.name} english={access.department.nameEn} />
            )}{' '}
            {access.post && (
              <span>
                {t(`post.${access.post}` as 'post.window', { defaultValue: access.post })}
              </span>
            )}
          </p>
          {(access.fields || access.reasonKind) && (
            <p>
              {[
                access.fields?.map((field) => t(`field.${field}`)).join(t('and')),
                access.reasonKind && t(`reason.${access.reasonKind}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
          <p className={`quiet small ${styles.where}`}>
            <DateTime value={access.at} />
            {byCase && access.caseNumber && (
              <Link href={`/account/cases/${access.caseNumber}`}>{access.caseNumber}</Link>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
