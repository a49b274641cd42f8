import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  listDisclosureDutiesOptions,
  listDisclosuresOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutiesAndNewest } from './DutiesAndNewest';
import { useCategories } from './words';
import styles from './Disclosure.module.css';

/** A category (K8): what has to be published of it until when, what was, and what was published last. */
export function CategoryPage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const { code: written = '' } = useParams<{ code: string }>();
  const code = decodeURIComponent(written);
  const categories = useCategories();
  const category = categories.all?.find((each) => each.code === code);
  const duties = useQuery({
    ...listDisclosureDutiesOptions({ query: { category: code } }),
    staleTime: 0,
  });
  const newest = useQuery({
    ...listDisclosuresOptions({ query: { category: code, limit: 10 } }),
    staleTime: 0,
  });
  usePageTitle(category ? nameText(category) : t('title'), t('common:site.name'));
  const problem = duties.error ?? newest.error;
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/disclosures">{t('title')}</Link>
      </p>
      <h1>{category ? <Name of={category} /> : t('title')}</h1>
      {problem && (
        <Problem
          problem={toProblem(problem)}
          onRetry={() => void Promise.all([duties.refetch(), newest.refetch()])}
        />
      )}
      {duties.isPending && <Loading lines={8} />}
      {categories.all && !category && <Empty title={t('noCategory')} />}
      {category && duties.data && (
        <>
          <p className="lead">{t('categoryLead')}</p>
          <p>
            {t('ground')} <span lang="zh-CN">{category.ground}</span>
          </p>
          <DutiesAndNewest
            duties={duties.data}
            newest={newest.data}
            of={`category=${encodeURIComponent(code)}`}
          />
        </>
      )}
    </div>
  );
}
