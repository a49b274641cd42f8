import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { DepartmentRatings, RatingCount } from '@/api/generated';
import {
  getRatingBulletinOptions,
  listRatingBulletinsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, SelectField, Table } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { percent } from './percent';
import styles from './BulletinPage.module.css';

/** A month's ratings by department, as they were published. */
export function BulletinPage() {
  const { t } = useTranslation(['rating', 'common']);
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const months = useQuery({ ...listRatingBulletinsOptions() });
  const asked = parameters.get('month');
  const month = months.data?.find((each) => each === asked) ?? months.data?.[0];
  const bulletin = useQuery({
    ...getRatingBulletinOptions({ path: { month: month ?? '' } }),
    enabled: month !== undefined,
  });
  usePageTitle(t('bulletin.title'), t('common:site.name'));
  const problem = months.error ?? bulletin.error;
  const satisfied = (count: RatingCount | undefined) =>
    count
      ? t('bulletin.share', {
          percent: percent(count.satisfied + count.basicallySatisfied, count.ratings),
          part: count.satisfied + count.basicallySatisfied,
          whole: count.ratings,
        })
      : t('bulletin.few');
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('bulletin.title')}</h1>
      <p className="lead">{t('bulletin.lead', { minimum: bulletin.data?.minimum ?? 5 })}</p>
      {problem && <Problem problem={toProblem(problem)} onRetry={() => void months.refetch()} />}
      {months.isPending && <Loading lines={6} />}
      {months.data?.length === 0 && (
        <Empty title={t('bulletin.none')}>{t('bulletin.noneText')}</Empty>
      )}
      {month && (
        <div className={styles.ways}>
          <SelectField
            label={t('bulletin.month')}
            width="short"
            value={month}
            onChange={({ target }) => setParameters({ month: target.value }, { replace: true })}
          >
            {months.data?.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
          <a href={`/api/v1/rating-bulletins/${month}/csv`} download={`ratings-${month}.csv`}>
            {t('bulletin.csv')}
          </a>
        </div>
      )}
      {bulletin.data && (
        <>
          {bulletin.data.departments.length === 0 ? (
            <p>{t('bulletin.empty')}</p>
          ) : (
            <Table<DepartmentRatings>
              caption={t('bulletin.caption', { month })}
              rows={bulletin.data.departments}
              rowKey={(row) => row.department.code}
              columns={[
                {
                  key: 'department',
                  header: t('bulletin.department'),
                  rowHeader: true,
                  cell: (row) => <Name of={row.department} />,
                },
                {
                  key: 'cases',
                  header: t('bulletin.cases'),
                  align: 'end',
                  cell: (row) => row.casesEnded,
                },
                {
                  key: 'response',
                  header: t('bulletin.response'),
                  align: 'end',
                  cell: (row) =>
                    t('bulletin.share', {
                      percent: percent(row.overall.ratings, row.casesEnded),
                      part: row.overall.ratings,
                      whole: row.casesEnded,
                    }),
                },
                {
                  key: 'overall',
                  header: t('bulletin.satisfaction'),
                  align: 'end',
                  cell: (row) => satisfied(row.overall),
                },
                {
                  key: 'efficiency',
                  header: t('efficiency'),
                  align: 'end',
                  cell: (row) => satisfied(row.efficiency),
                },
                {
                  key: 'attitude',
                  header: t('attitude'),
                  align: 'end',
                  cell: (row) => satisfied(row.attitude),
                },
                {
                  key: 'quality',
                  header: t('quality'),
                  align: 'end',
                  cell: (row) => satisfied(row.quality),
                },
              ]}
            />
          )}
          <p>{t('bulletin.withheld', { count: bulletin.data.withheld })}</p>
          <p className="quiet small">{t('bulletin.meaning')}</p>
          <p className="quiet small">
            {t('bulletin.published', { at: formatDate(bulletin.data.publishedAt, language) })}
          </p>
        </>
      )}
    </div>
  );
}
