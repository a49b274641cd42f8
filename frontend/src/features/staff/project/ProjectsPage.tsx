import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listProjectsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { ProjectSummary } from '@/api/generated';
import { Button, DateTime, Empty, Loading, Name, Problem, Tag } from '@/components';
import { PhaseBadge } from '@/components/project';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Project.module.css';

const EVERY = 30_000;

function Row({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('project');
  return (
    <li>
      <p className={styles.rowTitle}>
        <Link href={`/staff/projects/${project.projectCode}`} data-row>
          <span lang="zh-CN">{project.name}</span>
        </Link>{' '}
        {project.trouble && <Tag tone="bad">{t('desk.trouble')}</Tag>}
      </p>
      <p className="quiet">
        {project.projectCode} · <span lang="zh-CN">{project.applicantMasked}</span> ·{' '}
        {t('project.registered')} <DateTime value={project.registeredAt} as="date" />
      </p>
      <ol role="list" className={styles.strip}>
        {project.phases.map((phase) => (
          <li key={phase.code} data-lead={phase.lead}>
            <span>
              <Name of={phase} />
            </span>
            <PhaseBadge state={phase.state} />
            {phase.dueAt && (
              <span className="small">
                {t('phase.due')} <DateTime value={phase.dueAt} as="date" />
              </span>
            )}
          </li>
        ))}
      </ol>
    </li>
  );
}

/** Projects the reader's department leads a phase of or takes part in, with their state by phase. */
export function ProjectDeskPage() {
  const { t } = useTranslation(['project', 'common']);
  const [parameters] = useSearchParams();
  const lead = parameters.get('lead') === 'true';
  usePageTitle(t('desk.title'), t('common:site.name'));
  const list = useInfiniteQuery({
    ...listProjectsInfiniteOptions({ query: { limit: 20, lead } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    refetchInterval: EVERY,
    staleTime: 0,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('desk.title')}</h1>
      <p className="lead">{t('desk.lead')}</p>
      <nav aria-label={t('desk.title')} className={styles.roles}>
        <Link href="/staff/projects" aria-current={lead ? undefined : 'page'}>
          {t('desk.all')}
        </Link>
        <Link href="/staff/projects?lead=true" aria-current={lead ? 'page' : undefined}>
          {t('desk.leading')}
        </Link>
      </nav>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <Empty title={t('desk.none')} />}
      <ul role="list" className={styles.list}>
        {items.map((project) => (
          <Row key={project.projectCode} project={project} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          look="secondary"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:pagination.more')}
        </Button>
      )}
    </div>
  );
}
