import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listAgentRatingsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, Empty, Loading, Problem, Table, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { GRADE_TONES } from '../ratings/tones';

/** How agents served, in the words of those they served: for supervisors, and without their names. */
export function AgentRatingsPage() {
  const { t } = useTranslation(['agency', 'rating', 'common']);
  usePageTitle(t('ratings.title'), t('common:site.name'));
  const found = useQuery(listAgentRatingsOptions());
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('ratings.title')}</h1>
      <p className="lead">{t('ratings.lead')}</p>
      {found.isPending && <Loading lines={4} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data?.length === 0 && <Empty title={t('ratings.none')} />}
      {found.data && found.data.length > 0 && (
        <Table
          caption={t('ratings.title')}
          rows={found.data}
          rowKey={(row) => `${row.agent.name}/${row.rating.at}`}
          columns={[
            {
              key: 'agent',
              header: t('agent'),
              rowHeader: true,
              cell: (row) => <Bilingual chinese={row.agent.name} english={row.agent.nameEn} />,
            },
            {
              key: 'grade',
              header: t('rate.grade'),
              cell: (row) => (
                <Tag tone={GRADE_TONES[row.rating.grade]}>
                  {t(`rating:grade.${row.rating.grade}`)}
                </Tag>
              ),
            },
            {
              key: 'words',
              header: t('rate.words'),
              cell: (row) => <span lang="zh-CN">{row.rating.words ?? '—'}</span>,
            },
            {
              key: 'at',
              header: t('ratings.at'),
              cell: (row) => <DateTime value={row.rating.at} />,
            },
          ]}
        />
      )}
    </div>
  );
}
