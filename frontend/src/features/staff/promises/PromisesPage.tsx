import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listPromises, type PromiseShow } from '@/api/generated';
import { Bilingual, Button, Empty, Loading, Problem, SelectField, Tag } from '@/components';
import styles from '@/components/promise/Promise.module.css';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';

const SHOWS = ['open', 'soon', 'late', 'toReview', 'extensions', 'toCheck', 'broken'] as const;

/** What was promised to one's own unit, by the day it is due, with how many there are of each. */
export function PromisesPage() {
  const { t } = useTranslation(['promise', 'common']);
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const show: PromiseShow = SHOWS.find((each) => each === parameters.get('show')) ?? 'open';
  usePageTitle(t('staff.page'), t('common:site.name'));
  const found = useInfiniteQuery({
    queryKey: ['promises', show],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listPromises({
          query: { show, limit: 30, ...(pageParam && { cursor: pageParam }) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = found.data?.pages[0]?.counts;
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('staff.page')}</h1>
      <p className={`lead ${styles.over}`}>{t('staff.pageLead')}</p>
      <SelectField
        label={t('staff.shows')}
        width="medium"
        value={show}
        onChange={({ target }) => setParameters({ show: target.value }, { replace: true })}
      >
        {SHOWS.map((each) => (
          <option key={each} value={each}>
            {t(`staff.show.${each}`)}
            {counts ? ` (${counts[each]})` : ''}
          </option>
        ))}
      </SelectField>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && items.length === 0 && (
        <Empty title={t('staff.none')}>{t('staff.noneText')}</Empty>
      )}
      {items.length > 0 && (
        <ul role="list" className={styles.list}>
          {items.map((one) => (
            <li key={one.caseNumber + one.code} className={styles.entry}>
              <div className={styles.line}>
                <Link href={`/staff/cases/${one.caseNumber}`} className={styles.name}>
                  {one.kind === 'conditions' ? (
                    t('conditionsName')
                  ) : (
                    <Bilingual chinese={one.name} english={one.nameEn} />
                  )}
                </Link>
                <Tag tone={one.toReview ? 'blue' : one.state === 'broken' ? 'bad' : 'plain'}>
                  {t(
                    one.kind === 'conditions'
                      ? `conditionState.${one.state}`
                      : `state.${one.state}`,
                  )}
                </Tag>
                {one.extensionAsked && <Tag tone="sun">{t('event.extensionAsked')}</Tag>}
              </div>
              <p className={list.meta}>
                <span>
                  <Bilingual chinese={one.itemName} english={one.itemNameEn} />
                </span>
                <span>{one.caseNumber}</span>
                <span lang="zh-CN">{one.applicantMasked}</span>
                {one.dueOn && (
                  <span>
                    {t(one.kind === 'conditions' ? 'checkDue' : 'due', {
                      at: formatDate(one.dueOn, language, 'date'),
                    })}
                    {one.dueProvisional && t('provisional')}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button
          look="quiet"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('staff.more')}
        </Button>
      )}
    </div>
  );
}
