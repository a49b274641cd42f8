import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { PostLoadRow, ReliabilityRow } from '@/api/generated';
import {
  getPostLoadOptions,
  getPredictionReliabilityOptions,
  listDepartmentsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  type Column,
  Empty,
  Loading,
  Name,
  Problem,
  Section,
  SelectField,
  Table,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './PredictionsPage.module.css';

/** Per cent with one place after the point, as it was and not as one would like it. */
function percent({ settled, cameTrue }: ReliabilityRow): string {
  return (((cameTrue ?? 0) / settled) * 100).toFixed(1);
}

function Reliability() {
  const { t } = useTranslation(['statistics', 'common']);
  const language = useLanguage();
  const { data, error, isPending, refetch } = useQuery(getPredictionReliabilityOptions());
  if (isPending) return <Loading lines={5} />;
  if (error) return <Problem problem={toProblem(error)} onRetry={() => void refetch()} />;
  const columns: Column<ReliabilityRow>[] = [
    {
      key: 'category',
      header: t('category'),
      rowHeader: true,
      cell: (row) => t(`common:category.${row.category ?? 'other'}`),
    },
    { key: 'settled', header: t('settled'), align: 'end', cell: (row) => row.settled },
    {
      key: 'cameTrue',
      header: t('cameTrue'),
      align: 'end',
      cell: (row) => row.cameTrue ?? t('few'),
    },
    {
      key: 'share',
      header: t('share'),
      align: 'end',
      cell: (row) => (row.cameTrue === undefined ? '—' : `${percent(row)}%`),
    },
  ];
  return (
    <>
      <p>
        {t('claim', {
          probability: data.probability,
          from: formatDate(data.from, language, 'date'),
          to: formatDate(data.to, language, 'date'),
        })}
      </p>
      <p className={styles.total}>
        {data.total.cameTrue === undefined
          ? t('few')
          : t('total', {
              settled: data.total.settled,
              cameTrue: data.total.cameTrue,
              percent: percent(data.total),
            })}
      </p>
      {data.categories.length > 0 && (
        <Table
          caption={t('caption')}
          columns={columns}
          rows={data.categories}
          rowKey={(row) => row.category ?? ''}
        />
      )}
      <p className="quiet small">{t('how', { probability: data.probability })}</p>
    </>
  );
}

function Load({ department, name }: { department: string; name: string }) {
  const { t } = useTranslation('statistics');
  const nameText = useNameText();
  const { data, error, isPending, refetch } = useQuery(
    getPostLoadOptions({ path: { code: department } }),
  );
  if (isPending) return <Loading lines={4} />;
  if (error) return <Problem problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (data.posts.length === 0) return <Empty title={t('none')} />;
  const columns: Column<PostLoadRow>[] = [
    { key: 'post', header: t('post'), rowHeader: true, cell: (post) => <Name of={post} /> },
    { key: 'open', header: t('open'), align: 'end', cell: (post) => post.open },
    {
      key: 'steps',
      header: t('steps'),
      cell: (post) => (
        <ul role="list" className={styles.steps}>
          {post.steps.map((step) => (
            <li key={step.name}>{t('step', { name: nameText(step), count: step.open })}</li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Table
      caption={t('loadCaption', { department: name })}
      columns={columns}
      rows={data.posts}
      rowKey={(post) => post.code}
    />
  );
}

/** How often predictions came true, and how full posts are now. */
export function PredictionsPage() {
  const { t } = useTranslation(['statistics', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const asked = parameters.get('department');
  const department = departments.data?.find((each) => each.code === asked);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <Section id="reliability" title={t('reliability')}>
        <div className={styles.part}>
          <Reliability />
        </div>
      </Section>
      <Section id="load" title={t('load')}>
        <div className={styles.part}>
          <SelectField
            label={t('department')}
            width="medium"
            value={department?.code ?? ''}
            onChange={({ target }) =>
              setParameters({ department: target.value }, { replace: true })
            }
          >
            <option value="">{t('choose')}</option>
            {departments.data?.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
          {department && (
            <Load key={department.code} department={department.code} name={nameText(department)} />
          )}
        </div>
      </Section>
    </div>
  );
}
