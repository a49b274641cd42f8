import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { DutyState } from '@/api/generated';
import {
  listDisclosureDutiesOptions,
  listDisclosuresOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, Section, Tag, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutyTable } from './DutyList';
import { DisclosureList } from './List';
import { DUTY_STATES, useCategories } from './words';
import styles from './Disclosure.module.css';

/** A category (K8): what has to be published of it until when, what was, and what was published last. */
export function CategoryPage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const { code: written = '' } = useParams<{ code: string }>();
  const code = decodeURIComponent(written);
  const categories = useCategories();
  const category = categories.all?.find((each) => each.code === code);
  const duties = useQuery({ ...listDisclosureDutiesOptions(), staleTime: 0 });
  const newest = useQuery({
    ...listDisclosuresOptions({ query: { category: code, limit: 10 } }),
    staleTime: 0,
  });
  usePageTitle(category ? nameText(category) : t('title'), t('common:site.name'));
  const problem = duties.error ?? newest.error;
  const own = duties.data?.items.filter((each) => each.category === code) ?? [];
  const count = (state: DutyState) => own.filter((each) => each.state === state).length;
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
          <p className={styles.tags}>
            {DUTY_STATES.map((state) => (
              <Tag key={state} tone={state === 'late' && count(state) > 0 ? 'bad' : 'plain'}>
                {t(`dutyState.${state}`)} {count(state)}
              </Tag>
            ))}
          </p>
          <Section id="duties" title={t('duties.title')} wide>
            {own.length === 0 ? <p>{t('duties.none')}</p> : <DutyTable items={own} />}
          </Section>
          <Section id="newest" title={t('newest')} wide>
            {newest.data?.items.length === 0 && <p>{t('none')}</p>}
            {newest.data && newest.data.items.length > 0 && (
              <>
                <DisclosureList items={newest.data.items} />
                <p className={styles.ways}>
                  <Link href={`/disclosures?category=${encodeURIComponent(code)}`}>
                    {t('allOf', { count: newest.data.total })}
                  </Link>
                </p>
              </>
            )}
          </Section>
        </>
      )}
    </div>
  );
}
