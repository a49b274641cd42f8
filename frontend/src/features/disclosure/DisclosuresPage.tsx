import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  listDepartmentsOptions,
  listDisclosureDutiesOptions,
  listDisclosuresInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  ChoiceFilter,
  Empty,
  Loading,
  LoadMore,
  Problem,
  SearchForm,
  useNameText,
} from '@/components';
import { PAGED, useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutyCounts } from './DutyList';
import { DisclosureList } from './List';
import { useCategories } from './words';
import styles from './Disclosure.module.css';

/** What the city publishes: searched, by category, by department; and whether it does so in time. */
export function DisclosuresPage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const categories = useCategories();
  const { text, put, choose } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const q = text('q');
  const category = text('category');
  const department = text('department');
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const duties = useQuery({ ...listDisclosureDutiesOptions(), staleTime: 0 });
  const found = useInfiniteQuery({
    ...listDisclosuresInfiniteOptions({
      query: {
        ...(q && { q }),
        ...(category && { category }),
        ...(department && { department }),
        limit: 20,
      },
    }),
    ...PAGED,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <Link href="/information-requests">{t('askForMore')}</Link>
      </p>
      <p>
        <Link href="/videos">{t('videos')}</Link>
      </p>
      {duties.data && (
        <section aria-labelledby="in-time">
          <h2 id="in-time" className="visually-hidden">
            {t('duties.title')}
          </h2>
          <DutyCounts
            counts={duties.data.counts}
            href={(state) => `/disclosures/duties?state=${state}`}
          />
          <p className={styles.ways}>
            <Link href="/disclosures/duties">{t('duties.all')}</Link>
          </p>
        </section>
      )}
      <SearchForm
        q={q}
        onFind={(typed) => put('q', typed)}
        label={t('search')}
        find={t('find')}
        maxLength={200}
      >
        <ChoiceFilter
          label={t('category')}
          any={t('any')}
          choices={(categories.all ?? []).map((each) => ({
            value: each.code,
            label: t('counted', { name: nameText(each), count: each.publications }),
          }))}
          {...choose('category')}
        />
        <ChoiceFilter
          label={t('department')}
          any={t('any')}
          choices={(departments.data ?? []).map((each) => ({
            value: each.code,
            label: nameText(each),
          }))}
          {...choose('department')}
        />
      </SearchForm>
      {category && (
        <p>
          <Link href={`/disclosures/categories/${encodeURIComponent(category)}`}>
            {t('of', { name: categories.text(category) })}
          </Link>
        </p>
      )}
      <h2>{q ? t('found', { q }) : t('newest')}</h2>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && items.length === 0 && <Empty title={t('none')}>{t('noneText')}</Empty>}
      {items.length > 0 && (
        <>
          <DisclosureList items={items} />
          <LoadMore
            shown={items.length}
            total={found.data?.pages[0]?.total ?? items.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
          <p className={styles.ways}>
            <Link href="/subscriptions">{t('byMail')}</Link>
            <a href="/feeds/disclosures.atom">{t('atom')}</a>
            <a href="/feeds/disclosures.json">{t('jsonFeed')}</a>
          </p>
        </>
      )}
    </div>
  );
}
