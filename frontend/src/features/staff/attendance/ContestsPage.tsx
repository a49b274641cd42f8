import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FileContest } from '@/api/generated';
import { listContestsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, More, Problem, SelectField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import list from '../List.module.css';
import register from '../Register.module.css';
import { AnswerDialog } from './AnswerDialog';
import { ContestList } from './ContestList';
import styles from './Attendance.module.css';

/** 档案异议: lines that people contest, for whoever answers. */
export function ContestsPage() {
  const { t } = useTranslation(['attendance', 'common']);
  usePageTitle(t('contest.list'), t('common:site.name'));
  const queries = useQueryClient();
  const { text, put } = useFilters();
  const [answering, setAnswering] = useState<FileContest>();
  const all = text('which') === 'all';
  const found = useInfiniteQuery({
    ...listContestsInfiniteOptions({ query: { limit: 20, ...(!all && { open: true }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const contests = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/attendance/day">{t('day.title')}</Link>
      </p>
      <h1>{t('contest.list')}</h1>
      <p className="lead">{t('contest.lead')}</p>
      <form
        role="search"
        aria-label={t('contest.which')}
        className={register.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <SelectField
          label={t('contest.which')}
          value={all ? 'all' : 'open'}
          onChange={({ target }) => put('which', target.value === 'all' ? 'all' : '')}
        >
          <option value="open">{t('contest.waiting')}</option>
          <option value="all">{t('contest.all')}</option>
        </SelectField>
      </form>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && contests.length === 0 && <Empty title={t('contest.none')} />}
      {contests.length > 0 && <ContestList contests={contests} named onAnswer={setAnswering} />}
      <More of={found} />
      {answering && (
        <AnswerDialog
          contest={answering}
          onDone={() => {
            setAnswering(undefined);
            void queries.invalidateQueries();
          }}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </div>
  );
}
