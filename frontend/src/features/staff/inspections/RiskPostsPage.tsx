import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RiskPost } from '@/api/generated';
import { listRiskPostsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  ChoiceFilter,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  Table,
  Tag,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../Register.module.css';
import { useFilters } from '@/lib/filters';
import record from '../Record.module.css';
import { useDepartments } from '../supervision/words';
import { MarkDialog } from './MarkDialog';

export function postPath(post: RiskPost): string {
  return `/staff/risk-posts/${encodeURIComponent(post.department.code)}/${encodeURIComponent(post.post)}`;
}

/** When the next inspection is due; at once where there was none. */
export function Due({ post }: { post: RiskPost }) {
  const { t } = useTranslation('inspection');
  return (
    <>
      {post.dueOn ? <DateTime value={post.dueOn} as="date" /> : t('posts.now')}{' '}
      {post.overdue && <Tag tone="warn">{t('posts.overdue')}</Tag>}
    </>
  );
}

/** The register of posts with a grave integrity risk A级岗位. */
export function RiskPostsPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const queries = useQueryClient();
  const [marking, setMarking] = useState(false);
  const { text, choose } = useFilters();
  const departments = useDepartments();
  usePageTitle(t('posts.title'), t('common:site.name'));
  const found = useQuery({ ...listRiskPostsOptions(), staleTime: 0 });
  const department = text('department');
  const rows = found.data?.items.filter(
    (post) => !department || post.department.code === department,
  );
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('posts.title')}</h1>
      <p className="lead">{t('posts.lead', { count: found.data?.everyMonths ?? 6 })}</p>
      <form
        role="search"
        className={styles.filters}
        aria-label={t('posts.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        <ChoiceFilter
          label={t('posts.department')}
          any={t('list.any')}
          choices={departments.choices}
          {...choose('department')}
        />
      </form>
      <div className={record.ways}>
        <Button look="secondary" onClick={() => setMarking(true)}>
          {t('posts.add')}
        </Button>
      </div>
      {marking && (
        <MarkDialog
          onDone={() => {
            setMarking(false);
            void queries.invalidateQueries();
          }}
          onClose={() => setMarking(false)}
        />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {rows?.length === 0 && (
        <Empty title={t('posts.none')}>
          <p>{t(department ? 'list.noneText' : 'posts.noneText')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <Table
          caption={t('posts.title')}
          rows={rows}
          rowKey={(post) => `${post.department.code}/${post.post}`}
          columns={[
            {
              key: 'post',
              header: t('posts.post'),
              rowHeader: true,
              cell: (post) => (
                <Link href={postPath(post)}>
                  <Bilingual chinese={post.postName} english={post.postNameEn} />
                </Link>
              ),
            },
            {
              key: 'department',
              header: t('posts.department'),
              cell: (post) => <Name of={post.department} />,
            },
            {
              key: 'why',
              header: t('posts.why'),
              cell: (post) => (
                <>
                  {post.byFlows && <Tag>{t('posts.byFlows')}</Tag>}{' '}
                  {post.marked && <Tag tone="sun">{t('posts.marked')}</Tag>}
                </>
              ),
            },
            {
              key: 'inspected',
              header: t('posts.inspected'),
              cell: (post) =>
                post.inspectedOn ? (
                  <DateTime value={post.inspectedOn} as="date" />
                ) : (
                  t('posts.never')
                ),
            },
            { key: 'due', header: t('posts.due'), cell: (post) => <Due post={post} /> },
            {
              key: 'evaluation',
              header: t('posts.evaluation'),
              cell: (post) =>
                post.grade && post.year ? `${post.year} ${t(`posts.grades.${post.grade}`)}` : '—',
            },
          ]}
        />
      )}
    </div>
  );
}
