import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importComplaintCategories } from '@/api/generated';
import { listComplaintCategoriesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty } from '@/components';
import { usePageTitle } from '@/lib/title';
import { TableImport } from '../imports/TableImport';
import styles from '../matters/Matters.module.css';

function Tree() {
  const { t } = useTranslation('earlier');
  const all = useQuery({ ...listComplaintCategoriesOptions(), staleTime: 0 });
  const beneath = (code: string, level: number) =>
    all.data?.filter((each) => each.path.length === level && each.code.startsWith(code)) ?? [];
  return (
    <section className={styles.page}>
      <h2>{t('categories.now')}</h2>
      {all.data?.length === 0 && <Empty title={t('categories.none')} />}
      {beneath('', 1).map((group) => (
        <details key={group.code} lang="zh-CN">
          <summary>{group.name}</summary>
          <ul>
            {beneath(group.code, 2).map((second) => (
              <li key={second.code}>
                {[second, ...beneath(second.code, 3)].map((each) => each.name).join('：')}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** What complaints can be about, and bringing in a new list of it. */
export function CategoriesPage() {
  const { t } = useTranslation(['earlier', 'complaints', 'common']);
  usePageTitle(t('categories.title'), t('common:site.name'));
  return (
    <>
      <TableImport
        id="categories-file"
        register={{ href: '/staff/complaints', title: t('complaints:list.title') }}
        texts={{
          title: t('categories.title'),
          lead: t('categories.lead'),
          columns: t('categories.columns'),
        }}
        send={async (wish) =>
          (await importComplaintCategories({ body: wish, throwOnError: true })).data
        }
        sum={({ errorCount, applied, created, unchanged, retired }) =>
          errorCount > 0
            ? t('categories.wrong', { count: errorCount })
            : t(applied ? 'categories.done' : 'categories.clean', { created, unchanged, retired })
        }
      />
      <div className="wrap">
        <Tree />
      </div>
    </>
  );
}
