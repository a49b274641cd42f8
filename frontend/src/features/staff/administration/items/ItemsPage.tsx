import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type ItemStatus, type PowerItemSummary, searchPowerItems } from '@/api/generated';
import { listItemDraftsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  ButtonLink,
  type Column,
  DateTime,
  Empty,
  Limit,
  Loading,
  LoadMore,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
  TextField,
} from '@/components';
import { useSettled } from '@/lib/debounce';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useAccount } from '@/features/staff/shell/SignedInAs';
import { useWords } from '../useWords';
import styles from './ItemsPage.module.css';

const TONES = { inForce: 'good', suspended: 'warn', cancelled: 'plain' } as const;

function Drafts() {
  const { t } = useWords();
  const drafts = useQuery(listItemDraftsOptions()).data ?? [];
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" className={styles.drafts}>
      <h2 id="drafts">{t('items.drafts')}</h2>
      <ul role="list">
        {drafts.map((draft) => (
          <li key={draft.code + draft.part}>
            <Link
              href={`/staff/administration/${draft.part === 'flow' ? 'flows' : 'items'}/${encodeURIComponent(draft.code)}`}
            >
              <Bilingual chinese={draft.name ?? draft.code} english={draft.nameEn} />
              {' · '}
              {draft.part === 'flow' ? t('items.flow') : t('items.fields')}
            </Link>{' '}
            <span className="quiet">
              <DateTime value={draft.keptAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The items one keeps: found, and opened for their fields or their flow. */
export function ItemsPage() {
  const words = useWords();
  const { t } = words;
  const account = useAccount();
  const [q, setQ] = useState('');
  const [department, setDepartment] = useState(account.departmentCode ?? '');
  const [status, setStatus] = useState<ItemStatus>('inForce');
  usePageTitle(t('items.title'), t('common:site.name'));
  const settled = useSettled(q, 250);
  const query = {
    ...(settled.trim() && { q: settled.trim() }),
    ...(department && { department }),
    status,
    limit: 20,
  };
  const found = useInfiniteQuery({
    queryKey: ['kept items', query],
    queryFn: async ({ pageParam, signal }) =>
      (
        await searchPowerItems({
          query: { ...query, ...(pageParam && { cursor: pageParam }) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const columns: Column<PowerItemSummary>[] = [
    {
      key: 'name',
      header: t('field.name'),
      rowHeader: true,
      cell: (item) => (
        <>
          <Name of={item} />
          <span className={styles.code}>{item.code}</span>
        </>
      ),
    },
    {
      key: 'department',
      header: t('field.department'),
      cell: (item) => <Name of={item.department} />,
    },
    {
      key: 'promise',
      header: t('field.promisedLimit'),
      cell: (item) => (item.promisedLimit ? <Limit value={item.promisedLimit} /> : '—'),
    },
    {
      key: 'status',
      header: t('field.status'),
      cell: (item) => <Tag tone={TONES[item.status]}>{t(`status.${item.status}`)}</Tag>,
    },
    {
      key: 'edit',
      header: t('items.edit'),
      cell: (item) => (
        <span className={styles.edit}>
          <Link href={`/staff/administration/items/${encodeURIComponent(item.code)}`}>
            {t('items.toFields')}
            <span className="visually-hidden"> {item.code}</span>
          </Link>
          <Link href={`/staff/administration/flows/${encodeURIComponent(item.code)}`}>
            {t('items.toFlow')}
            <span className="visually-hidden"> {item.code}</span>
          </Link>
        </span>
      ),
    },
  ];
  return (
    <div className={`wrap ${styles.page}`}>
      <header className={styles.head}>
        <div>
          <h1>{t('items.title')}</h1>
          <p className="quiet">{t('items.lead')}</p>
        </div>
        <ButtonLink href="/staff/administration/new-item">{t('items.new')}</ButtonLink>
      </header>
      <Drafts />
      <search className={styles.filters}>
        <TextField
          type="search"
          label={t('items.search')}
          width="medium"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {!account.departmentCode && (
          <SelectField
            label={t('field.department')}
            width="medium"
            value={department}
            onChange={(event) => setDepartment(event.target.value)}
          >
            <option value="">{t('items.allDepartments')}</option>
            {words.departments.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={t('field.status')}
          width="short"
          value={status}
          onChange={(event) => setStatus(event.target.value as ItemStatus)}
        >
          {words.statuses.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </SelectField>
      </search>
      {found.error ? (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading lines={8} />
      ) : items.length === 0 ? (
        <Empty title={t('items.noneFound')} />
      ) : (
        <>
          <Table
            caption={t('items.title')}
            columns={columns}
            rows={items}
            rowKey={(item) => item.code}
          />
          <LoadMore
            shown={items.length}
            total={total}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
