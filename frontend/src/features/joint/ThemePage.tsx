import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getJointThemeOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { JointTheme } from '@/api/generated';
import {
  Bilingual,
  ButtonLink,
  Limit,
  Loading,
  Name,
  Problem,
  Section,
  Tag,
  useNameText,
} from '@/components';
import { ThemeChart } from '@/components/joint';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Joint.module.css';

function Shown({ theme }: { theme: JointTheme }) {
  const { t } = useTranslation(['joint', 'common']);
  const nameText = useNameText();
  usePageTitle(nameText(theme), t('common:site.name'));
  const names = new Map(theme.items.map((item) => [item.itemCode, nameText(item)]));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/themes">{t('themes.title')}</Link>
      </p>
      <h1>
        <Name of={theme} />
      </h1>
      {theme.summary && (
        <p className="lead">
          <Bilingual chinese={theme.summary} english={theme.summaryEn} />
        </p>
      )}
      <p className="no-print">
        <ButtonLink href={`/themes/${theme.code}/apply`}>{t('theme.apply')}</ButtonLink>
      </p>
      <Section id="way" title={t('theme.way')} wide>
        <ThemeChart lead={theme.leadDepartment} items={theme.items} />
        <p className="quiet">{t('theme.notice', { days: theme.statementDays })}</p>
      </Section>
      <Section id="items" title={t('theme.items')}>
        <ul role="list" className={styles.rows}>
          {theme.items.map((item) => (
            <li key={item.itemCode}>
              <p className={styles.rowTitle}>
                <a href={`/services/${encodeURIComponent(item.itemCode)}`}>
                  <Name of={item} />
                </a>{' '}
                {!item.open && <Tag tone="warn">{t('theme.closed')}</Tag>}
              </p>
              <p className="quiet">
                <Name of={item.department} />
                {item.promisedLimit && (
                  <>
                    {' · '}
                    <Limit value={item.promisedLimit} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="materials" title={t('theme.materials')}>
        <p>{t('theme.once')}</p>
        <ul role="list" className={styles.rows}>
          {theme.materials.map((material) => (
            <li key={material.key}>
              <p className={styles.rowTitle}>
                <Name of={material} />
              </p>
              <p className="quiet">
                {t('theme.usedBy', {
                  items: material.usedBy
                    .map((use) => names.get(use.itemCode) ?? use.itemCode)
                    .join(t('list.comma')),
                })}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** One theme: what it bundles, how it goes and what it takes. */
export function ThemePage() {
  const { code = '' } = useParams<{ code: string }>();
  const theme = useQuery({ ...getJointThemeOptions({ path: { code } }), staleTime: 60_000 });
  if (theme.data) return <Shown theme={theme.data} />;
  return (
    <div className={`wrap ${styles.page}`}>
      {theme.error ? (
        <Problem problem={toProblem(theme.error)} onRetry={() => void theme.refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </div>
  );
}
