import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listPublicationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Name, SelectField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { OpenDuties } from './OpenDuties';
import { PUBLICATION_STATES, publicationPath, PublicationStateTag } from './words';

/** What one's department drafts, reviews and publishes; for supervisors the city's. */
export function PublicationsPage() {
  const { t } = useTranslation(['disclosures', 'common']);
  const { text, put } = useFilters();
  const account = useAccount();
  usePageTitle(t('list.title'), t('common:site.name'));
  const drafts = mayAny(account, ['disclosures.draft']);
  const state = PUBLICATION_STATES.find((each) => each === text('state'));
  const found = useInfiniteQuery({
    ...listPublicationsInfiniteOptions({ query: { ...(state && { state }), limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <Register
        texts={{
          title: t('list.title'),
          lead: t(drafts ? 'list.lead' : 'list.leadAll'),
          filters: t('list.filters'),
          none: t('list.none'),
          noneText: t('list.noneText'),
        }}
        filters={
          <>
            <SelectField
              label={t('list.state')}
              value={text('state')}
              onChange={({ target }) => put('state', target.value)}
            >
              <option value="">{t('list.any')}</option>
              {PUBLICATION_STATES.map((each) => (
                <option key={each} value={each}>
                  {t(`state.${each}`)}
                </option>
              ))}
            </SelectField>
            {drafts && <Link href="/staff/disclosures/new">{t('list.new')}</Link>}
          </>
        }
        found={found}
        rows={found.data?.pages
          .flatMap((page) => page.items)
          .map((row) => ({ ...row, id: row.number }))}
        ways={
          <p role="status" className="quiet">
            {t('list.count', { count: found.data?.pages[0]?.total ?? 0 })}
          </p>
        }
        columns={[
          {
            key: 'title',
            header: t('list.title2'),
            rowHeader: true,
            cell: (row) => (
              <Link href={publicationPath(row.number)} lang="zh-CN">
                {row.title}
              </Link>
            ),
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => <PublicationStateTag state={row.state} />,
          },
          { key: 'number', header: t('list.number'), cell: (row) => row.number },
          {
            key: 'department',
            header: t('list.department'),
            cell: (row) => <Name of={row.department} />,
          },
          {
            key: 'drafter',
            header: t('list.drafter'),
            cell: (row) => <span lang="zh-CN">{row.draftedBy}</span>,
          },
          {
            key: 'changed',
            header: t('list.changed'),
            cell: (row) => <DateTime value={row.changedAt} />,
          },
        ]}
      />
      {drafts && account.departmentCode && <OpenDuties department={account.departmentCode} />}
    </>
  );
}
