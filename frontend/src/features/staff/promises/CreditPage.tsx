import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CreditEntry, decideOnCredit } from '@/api/generated';
import { listCreditEntriesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty, useNameText } from '@/components';
import { CreditEntries } from '@/components/promise';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { Decide } from './Decide';
import { Lookup } from './Lookup';
import { useShow } from './show';
import { ShowPage } from './ShowPage';

const SHOWS = ['all', 'counting', 'contests', 'repairs'] as const;

/** The credit record of one's own unit's cases, what is to be answered, and looking somebody up. */
export function CreditPage() {
  const { t } = useTranslation(['promise', 'common']);
  const nameText = useNameText();
  const account = useAccount();
  const { show, put } = useShow(SHOWS);
  usePageTitle(t('staff.creditPage'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listCreditEntriesInfiniteOptions({ query: { show, limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
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
      <ShowPage
        title={t('staff.creditPage')}
        lead={t('staff.creditPageLead')}
        parts={SHOWS.map((value) => ({ value, label: t(`staff.creditShow.${value}`) }))}
        show={show}
        counts={found.data?.pages[0]?.counts}
        onShow={put}
        found={found}
      >
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
      </ShowPage>
      {mayAny(account, ['credit.lookUp']) && <Lookup />}
    </div>
  );
}
