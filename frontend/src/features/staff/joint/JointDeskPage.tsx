import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listJointApplicationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, Empty, Loading, More, Name, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Joint.module.css';

const ROLES = ['all', 'leading', 'joined'] as const;
const EVERY = 30_000;

/** Joint applications the reader's department leads or has joined. */
export function JointDeskPage() {
  const { t } = useTranslation(['joint', 'common']);
  const [parameters, setParameters] = useSearchParams();
  const role = ROLES.find((each) => each === parameters.get('role')) ?? 'all';
  const ended = parameters.get('ended') === 'true';
  usePageTitle(t('desk.title'), t('common:site.name'));
  const list = useInfiniteQuery({
    ...listJointApplicationsInfiniteOptions({
      query: {
        limit: 30,
        open: !ended,
        ...(role === 'leading' && { role: 'lead' as const }),
        ...(role === 'joined' && { role: 'joined' as const }),
      },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    refetchInterval: EVERY,
    staleTime: 0,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const href = (to: string) => `/staff/joint${to === 'all' ? '' : `?role=${to}`}`;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('desk.title')}</h1>
      <p className="lead">{t('desk.lead')}</p>
      <nav aria-label={t('desk.title')} className={styles.roles}>
        {ROLES.map((each) => (
          <Link key={each} href={href(each)} aria-current={each === role ? 'page' : undefined}>
            {t(`desk.${each}`)}
          </Link>
        ))}
        <label className={styles.ended}>
          <input
            type="checkbox"
            checked={ended}
            onChange={({ target }) =>
              setParameters((before) => {
                if (target.checked) before.set('ended', 'true');
                else before.delete('ended');
                return before;
              })
            }
          />
          {t('desk.includeEnded')}
        </label>
      </nav>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <Empty title={t('desk.none')} />}
      <ul role="list" className={styles.list}>
        {items.map((one) => (
          <li key={one.jointNumber}>
            <p className={styles.rowTitle}>
              <Link href={`/staff/joint/${one.jointNumber}`} data-row>
                <Bilingual chinese={one.themeName} english={one.themeNameEn} />
              </Link>{' '}
              {one.lead && <Tag tone="sun">{t('desk.leading')}</Tag>}
            </p>
            <p className="quiet">
              {one.jointNumber} · <span lang="zh-CN">{one.applicantMasked}</span> ·{' '}
              <Name of={one.leadDepartment} />
            </p>
            <p>
              {t('desk.open', { count: one.openCases })} {t('desk.of', { count: one.cases })}
              {one.dueAt && (
                <>
                  {' · '}
                  {t('desk.due')} <DateTime value={one.dueAt} as="date" />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <More of={list} />
    </div>
  );
}
