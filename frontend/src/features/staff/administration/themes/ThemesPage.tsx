import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listJointThemeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, Loading, Name, Problem } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Themes.module.css';

/** All themes with their versions, also those to come. */
export function ThemesPage() {
  const { t } = useTranslation(['joint', 'common']);
  const language = useLanguage();
  usePageTitle(t('edit.title'), t('common:site.name'));
  const themes = useQuery({ ...listJointThemeEditionsOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('edit.title')}</h1>
      <p className="lead">{t('edit.lead')}</p>
      <p>
        <ButtonLink href="/staff/administration/themes/new">{t('edit.add')}</ButtonLink>
      </p>
      {themes.isPending && <Loading lines={6} />}
      {themes.error && (
        <Problem problem={toProblem(themes.error)} onRetry={() => void themes.refetch()} />
      )}
      <ul role="list" className={styles.list}>
        {themes.data?.map(({ code, versions }) => (
          <li key={code}>
            <h2>
              <Link href={`/staff/administration/themes/${code}`}>
                {versions[0] && <Name of={versions[0].theme} />}
              </Link>
            </h2>
            <ul>
              {versions.map((one) => (
                <li key={one.version}>
                  {t('edit.version', {
                    version: one.version,
                    from: formatDate(one.effectiveFrom, language, 'date'),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
