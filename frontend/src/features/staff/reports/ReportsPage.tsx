import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listReportsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, SelectField, Tag } from '@/components';
import { REPORT_STATES, ReportStateTag } from '@/components/report';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';

/** Sealed reports, as anybody without a key sees them 举报办理. */
export function ReportsPage() {
  const { t } = useTranslation(['reports', 'report', 'common']);
  const { text, put } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const state = REPORT_STATES.find((each) => each === text('state'));
  const found = useInfiniteQuery({
    ...listReportsInfiniteOptions({ query: { ...(state && { state }), limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <Register
      texts={{
        title: t('title'),
        lead: t('lead'),
        filters: t('filters'),
        none: t('none'),
        noneText: t('noneText'),
      }}
      filters={
        <SelectField
          label={t('state')}
          value={text('state')}
          onChange={({ target }) => put('state', target.value)}
        >
          <option value="">{t('any')}</option>
          {REPORT_STATES.map((each) => (
            <option key={each} value={each}>
              {t(`report:state.${each}`)}
            </option>
          ))}
        </SelectField>
      }
      found={found}
      rows={found.data?.pages.flatMap((page) => page.items)}
      ways={
        <>
          <p role="status" className="quiet">
            {t('count', { count: found.data?.pages[0]?.total ?? 0 })}
          </p>
          <Link href="/staff/reports/recipients">{t('recipients.title')}</Link>
        </>
      }
      columns={[
        {
          key: 'number',
          header: t('report'),
          rowHeader: true,
          cell: (report) => (
            <Link href={`/staff/reports/${report.id}`} data-row>
              {report.id.slice(0, 8).toUpperCase()}
            </Link>
          ),
        },
        {
          key: 'state',
          header: t('state'),
          cell: (report) => <ReportStateTag state={report.state} />,
        },
        {
          key: 'filed',
          header: t('filedOn'),
          cell: (report) => <DateTime value={report.filedOn} as="date" />,
        },
        {
          key: 'changed',
          header: t('changedOn'),
          cell: (report) => <DateTime value={report.changedOn} as="date" />,
        },
        {
          key: 'messages',
          header: t('messages'),
          cell: (report) => (
            <>
              {report.messages} {report.waiting && <Tag tone="sun">{t('waiting')}</Tag>}
              {!report.readable && <Tag tone="warn">{t('unreadable')}</Tag>}
            </>
          ),
        },
        {
          key: 'destroyed',
          header: t('destroyedOn'),
          cell: (report) =>
            report.destroyedOn ? <DateTime value={report.destroyedOn} as="date" /> : t('atWork'),
        },
      ]}
    />
  );
}
