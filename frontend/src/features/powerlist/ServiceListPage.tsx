import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import {
  listDepartmentsOptions,
  searchPowerItemsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItemSummary, SearchPowerItemsData } from '@/api/generated';
import {
  Empty,
  Limit,
  Loading,
  LoadMore,
  Name,
  Problem,
  SelectField,
  Tag,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { CATEGORIES, isAppliedFor } from './categories';
import { itemPath, SearchBox } from './SearchBox';
import styles from './ServiceListPage.module.css';

type Query = NonNullable<SearchPowerItemsData['query']>;
const FILTERS = ['category', 'department', 'handling', 'serviceFor'] as const;

function Row({ item }: { item: PowerItemSummary }) {
  const { t } = useTranslation(['powerlist', 'common']);
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <h2 className={styles.name}>
          <Link href={itemPath(item.code)}>
            <Name of={item} />
          </Link>
        </h2>
        <p className={styles.meta}>
          <span>
            <Name of={item.department} />
          </span>
          <span>{t(`common:category.${item.category}`)}</span>
          {item.onlineDepth === 4 && <span>{t('item.onlineDepth.4')}</span>}
          {item.free && isAppliedFor(item.category) && <span>{t('item.free')}</span>}
        </p>
      </div>
      <p className={styles.limit}>
        {item.status === 'cancelled' ? (
          <Tag tone="bad">{t('item.feeStatuses.cancelled')}</Tag>
        ) : item.handling === 'instant' ? (
          <Tag tone="sun">{t('common:handling.instant')}</Tag>
        ) : (
          item.promisedLimit && (
            <>
              <span className="visually-hidden">{t('list.limit')} </span>
              <Limit value={item.promisedLimit} />
            </>
          )
        )}
      </p>
    </li>
  );
}

/** Everything on the power list, narrowed by what stands in the address. */
export function ServiceListPage() {
  const { t } = useTranslation(['powerlist', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const cancelled = parameters.get('status') === 'cancelled';
  const chosen = Object.fromEntries(
    FILTERS.flatMap((filter) => {
      const value = parameters.get(filter);
      return value ? [[filter, value]] : [];
    }),
  );
  const filtered = Object.keys(chosen).length > 0;
  const query: Query = {
    ...(q && { q }),
    ...chosen,
    ...(cancelled && { status: 'cancelled' }),
    limit: 20,
  };

  const { data: departments } = useQuery({ ...listDepartmentsOptions(), staleTime: 300_000 });
  const search = useInfiniteQuery({
    ...searchPowerItemsInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  const items = search.data?.pages.flatMap((page) => page.items) ?? [];
  const total = search.data?.pages[0]?.total ?? 0;

  const title = q
    ? t('list.titleFor', { q })
    : cancelled
      ? t('list.cancelledTitle')
      : t('list.title');
  usePageTitle(title, t('common:site.name'));

  function set(key: string, value: string) {
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: key !== 'q' },
    );
  }

  const select = (filter: (typeof FILTERS)[number], options: [string, string][]) => (
    <SelectField
      label={t(`list.${filter}`)}
      value={parameters.get(filter) ?? ''}
      onChange={(event) => set(filter, event.target.value)}
    >
      <option value="">{t('list.any')}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );

  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className={styles.title}>{title}</h1>
      <SearchBox key={q} initial={q} onSearch={(text) => set('q', text)} />
      <form
        className={styles.filters}
        aria-label={t('list.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        {select(
          'category',
          CATEGORIES.map((category) => [category, t(`common:category.${category}`)]),
        )}
        {select(
          'department',
          (departments ?? []).map((department) => [department.code, nameText(department)]),
        )}
        {select('handling', [
          ['instant', t('common:handling.instant')],
          ['promised', t('common:handling.promised')],
        ])}
        {select('serviceFor', [
          ['person', t('common:serviceFor.person')],
          ['organisation', t('common:serviceFor.organisation')],
        ])}
      </form>

      <div className={styles.summary}>
        <p role="status" className={styles.total}>
          {search.data ? t('list.total', { count: total }) : ''}
        </p>
        {(filtered || q) && (
          <Link href="/services" className={styles.clear}>
            {t('list.clear')}
          </Link>
        )}
      </div>

      {search.isPending && <Loading lines={10} />}
      {search.error && (
        <Problem problem={toProblem(search.error)} onRetry={() => void search.refetch()} />
      )}
      {search.data && items.length === 0 && (
        <Empty title={t('list.emptyTitle')}>
          <p>{t('list.emptyText')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ol role="list" className={styles.results} aria-busy={search.isPlaceholderData}>
            {items.map((item) => (
              <Row key={item.code} item={item} />
            ))}
          </ol>
          <LoadMore
            shown={items.length}
            total={total}
            hasMore={search.hasNextPage}
            loading={search.isFetchingNextPage}
            onMore={() => void search.fetchNextPage()}
          />
        </>
      )}
      <p className="small not-elder">
        <Link
          href={cancelled ? '/services' : '/services?status=cancelled'}
          className={styles.clear}
        >
          {cancelled ? t('list.inForce') : t('list.cancelled')}
        </Link>
      </p>
    </div>
  );
}
