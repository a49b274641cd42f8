import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import {
  type CreditEntry,
  type CreditShow,
  decideOnCredit,
  listCreditEntries,
} from '@/api/generated';
import { Button, Empty, Loading, Problem, SelectField, useNameText } from '@/components';
import { CreditEntries } from '@/components/promise';
import styles from '@/components/promise/Promise.module.css';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { Decide } from './Decide';
import { Lookup } from './Lookup';

const SHOWS = ['all', 'counting', 'contests', 'repairs'] as const;

/** The credit record of one's own unit's cases, what is to be answered, and looking somebody up. */
export function CreditPage() {
  const { t } = useTranslation(['promise', 'common']);
  const nameText = useNameText();
  const account = useAccount();
  const [parameters, setParameters] = useSearchParams();
  const show: CreditShow = SHOWS.find((each) => each === parameters.get('show')) ?? 'all';
  usePageTitle(t('staff.creditPage'), t('common:site.name'));
  const found = useInfiniteQuery({
    queryKey: ['creditEntries', show],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listCreditEntries({
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
  const answer = (entry: CreditEntry, request: 'contest' | 'repair') => (
    <Decide
      key={request}
      id={`answer-${request}-${entry.id}`}
      legend={t(request === 'contest' ? 'credit.answerContest' : 'credit.answerRepair')}
      yes={t('credit.grant')}
      no={t('credit.decline')}
      reasonAlways
      onSend={(granted, reason) =>
        decideOnCredit({
          path: { entryId: entry.id },
          headers: { 'If-Match': `"${entry.version}"` },
          body: { request, granted, reason },
          throwOnError: true,
        })
      }
      onDone={() => void found.refetch()}
    />
  );
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('staff.creditPage')}</h1>
      <p className={`lead ${styles.over}`}>{t('staff.creditPageLead')}</p>
      <SelectField
        label={t('staff.shows')}
        width="medium"
        value={show}
        onChange={({ target }) => setParameters({ show: target.value }, { replace: true })}
      >
        {SHOWS.map((each) => (
          <option key={each} value={each}>
            {t(`staff.creditShow.${each}`)}
            {counts ? ` (${counts[each]})` : ''}
          </option>
        ))}
      </SelectField>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={6} />}
      {found.data && items.length === 0 && <Empty title={t('staff.creditNone')} />}
      {items.length > 0 && (
        <CreditEntries
          entries={items}
          of={(entry) => (
            <p className={list.meta}>
              <Link href={`/staff/cases/${entry.caseNumber}`}>{entry.caseNumber}</Link>
              <span>{nameText({ name: entry.itemName, nameEn: entry.itemNameEn })}</span>
              <span>{nameText(entry.department)}</span>
              <span lang="zh-CN">{entry.applicantMasked}</span>
            </p>
          )}
          ways={(entry) =>
            mayAny(account, ['credit.decide']) && (
              <>
                {entry.possible.includes('answerContest') && answer(entry, 'contest')}
                {entry.possible.includes('answerRepair') && answer(entry, 'repair')}
              </>
            )
          }
        />
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
      {mayAny(account, ['credit.lookUp']) && <Lookup />}
    </div>
  );
}
