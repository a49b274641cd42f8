import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listJointThemesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Empty, Loading, Name, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Joint.module.css';

/** Everything that takes several permits and one application (一件事). */
export function ThemesPage() {
  const { t } = useTranslation(['joint', 'common']);
  usePageTitle(t('themes.title'), t('common:site.name'));
  const themes = useQuery({ ...listJointThemesOptions(), staleTime: 60_000 });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('themes.title')}</h1>
      <p className={`lead ${styles.lead}`}>{t('themes.lead')}</p>
      {themes.isPending && <Loading lines={6} />}
      {themes.error && (
        <Problem problem={toProblem(themes.error)} onRetry={() => void themes.refetch()} />
      )}
      {themes.data?.length === 0 && <Empty title={t('themes.none')} />}
      <ul role="list" className={styles.themes}>
        {themes.data?.map((theme) => (
          <li key={theme.code}>
            <h2>
              <Link href={`/themes/${theme.code}`}>
                <Name of={theme} />
              </Link>
            </h2>
            {theme.summary && (
              <p>
                <Bilingual chinese={theme.summary} english={theme.summaryEn} />
              </p>
            )}
            <p className="quiet">
              {t('themes.items', { count: theme.items })} · <Name of={theme.leadDepartment} />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/joint/track">{t('themes.track')}</Link>
      </p>
      <p>
        <Link href="/projects">{t('themes.projects')}</Link>
      </p>
    </div>
  );
}
