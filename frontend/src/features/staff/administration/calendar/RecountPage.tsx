import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import { getRecountedCasesCsv, type Recount, type RecountedCase } from '@/api/generated';
import {
  getRecountOptions,
  listRecountedCasesInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  type Column,
  DateTime,
  Empty,
  Loading,
  LoadMore,
  Problem,
  SelectField,
  Table,
  Tag,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import { usePageTitle } from '@/lib/title';
import frame from '../Editor.module.css';
import { RecountProgress, RecountState, useRecountTitle } from './RecountProgress';
import styles from './Recounts.module.css';

const FILTERS = ['later', 'earlier', 'nowLate'] as const;

function useColumns(): Column<RecountedCase>[] {
  const { t } = useTranslation('administration');
  return [
    {
      key: 'case',
      header: t('calendar.recount.case'),
      rowHeader: true,
      cell: (one) => <span className="figures">{one.caseNumber}</span>,
    },
    {
      key: 'item',
      header: t('calendar.recount.item'),
      cell: (one) => <Bilingual chinese={one.itemName} english={one.itemNameEn} />,
    },
    {
      key: 'department',
      header: t('calendar.recount.department'),
      cell: (one) => <Bilingual chinese={one.departmentName} english={one.departmentNameEn} />,
    },
    {
      key: 'before',
      header: t('calendar.recount.before'),
      cell: (one) => <DateTime value={one.before} as="date" />,
    },
    {
      key: 'after',
      header: t('calendar.recount.after'),
      cell: (one) => (
        <>
          <DateTime value={one.after} as="date" />{' '}
          {one.nowLate && <Tag tone="bad">{t('calendar.recount.late')}</Tag>}
        </>
      ),
    },
    {
      key: 'because',
      header: t('calendar.recount.because'),
      cell: (one) => (one.because ? <DateTime value={one.because} as="dateWeekday" /> : '—'),
    },
  ];
}

function Moved({ recount }: { recount: Recount }) {
  const { t } = useTranslation('administration');
  const columns = useColumns();
  const [parameters, setParameters] = useSearchParams();
  const filter = FILTERS.find((one) => one === parameters.get('filter'));
  const query = filter ? { filter } : {};
  const list = useInfiniteQuery({
    ...listRecountedCasesInfiniteOptions({
      path: { recountId: recount.id },
      query: { ...query, limit: 50 },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  const download = useMutation({
    mutationFn: async () => {
      const { data } = await getRecountedCasesCsv({
        path: { recountId: recount.id },
        query,
        parseAs: 'blob',
        throwOnError: true,
      });
      save(
        new Blob([data as unknown as Blob], { type: 'text/csv' }),
        `${t('calendar.recount.fileName')}-${recount.id.slice(0, 8)}.csv`,
      );
    },
  });
  const problem = list.error ?? download.error;
  const cases = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.ways}>
        <SelectField
          label={t('calendar.recount.filter')}
          width="medium"
          value={filter ?? ''}
          onChange={({ target }) =>
            setParameters(target.value ? { filter: target.value } : {}, { replace: true })
          }
        >
          <option value="">{t('calendar.recount.all')}</option>
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {t(`calendar.recount.${one}`)}
            </option>
          ))}
        </SelectField>
        <Button look="secondary" busy={download.isPending} onClick={() => download.mutate()}>
          {t('calendar.recount.csv')}
        </Button>
      </div>
      {problem && <Problem problem={toProblem(problem)} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && cases.length === 0 && <Empty title={t('calendar.recount.nothing')} />}
      {cases.length > 0 && (
        <>
          <Table
            caption={t('calendar.recount.caption')}
            columns={columns}
            rows={cases}
            rowKey={(one) => one.caseNumber}
          />
          <LoadMore
            shown={cases.length}
            total={list.data?.pages[0]?.total ?? cases.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}

function Body({ recount }: { recount: Recount }) {
  const { t } = useTranslation(['administration', 'common']);
  const title = useRecountTitle()(recount);
  usePageTitle(title, t('common:site.name'));
  return (
    <>
      <h1>{title}</h1>
      <p className={styles.name}>
        <RecountState recount={recount} />
      </p>
      <div role="status">
        <RecountProgress recount={recount} />
      </div>
      {recount.source && (
        <p>
          {t('calendar.recount.source')} <span lang="zh-CN">{recount.source}</span>
        </p>
      )}
      {recount.days.length > 0 && (
        <p>
          {t('calendar.recount.days')}{' '}
          {recount.days.map((day, index) => (
            <span key={day}>
              {index > 0 && ' · '}
              <DateTime value={day} as="date" />
            </span>
          ))}
        </p>
      )}
      <Moved key={`${recount.state} ${recount.moved}`} recount={recount} />
    </>
  );
}

/** One recount: how far it has come, and before and after of every case it moved. */
export function RecountPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { t } = useTranslation('administration');
  const recount = useQuery({
    ...getRecountOptions({ path: { recountId: id } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'done' ? 1_000 : false),
  });
  return (
    <div className={`wrap ${frame.page}`}>
      <p className={frame.crumbs}>
        <Link className={styles.link} href="/staff/administration/calendar">
          {t('calendar.recount.back')}
        </Link>
      </p>
      {recount.error ? (
        <>
          <h1>{t('calendar.recount.title')}</h1>
          <Problem problem={toProblem(recount.error)} onRetry={() => void recount.refetch()} />
        </>
      ) : recount.data ? (
        <Body recount={recount.data} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  );
}
