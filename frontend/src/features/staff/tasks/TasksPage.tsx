import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listCasesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { CasePage, ListCasesData } from '@/api/generated';
import { Empty, Loading, LoadMore, Problem, SelectField, TextField } from '@/components';
import { useSettled } from '@/lib/debounce';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useAccount } from '../shell/SignedInAs';
import { TaskRow } from './TaskRow';
import styles from './TasksPage.module.css';

type Query = NonNullable<ListCasesData['query']>;
const SPANS = ['late', 'today', 'soon', 'later', 'none'] as const;
const STATES = ['submitted', 'inCorrection', 'inProgress', 'paused'] as const;
const EVERY = 30_000;

function oneOf<Value extends string>(
  value: string | null,
  known: readonly Value[],
): Value | undefined {
  return known.find((each) => each === value);
}

function Spans({
  counts,
  chosen,
  hrefFor,
}: {
  counts: CasePage['counts'] | undefined;
  chosen: string | undefined;
  hrefFor: (span: string) => string;
}) {
  const { t } = useTranslation('staff');
  const all = counts && SPANS.reduce((sum, span) => sum + counts[span], 0);
  return (
    <nav aria-label={t('tasks.spans')} className={styles.spans}>
      {(['', ...SPANS] as const).map((span) => (
        <Link
          key={span}
          href={hrefFor(span)}
          replace
          aria-current={(chosen ?? '') === span ? 'true' : undefined}
          data-span={span || 'all'}
          data-none={(span && !counts?.[span]) || undefined}
        >
          <b>{span === '' ? (all ?? '–') : (counts?.[span] ?? '–')}</b>
          <span>{t(`tasks.span.${span || 'all'}`)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** My tasks, the most urgent first. What is filtered stands in the address. */
export function TasksPage() {
  const account = useAccount();
  const { t } = useTranslation(['staff', 'common']);
  const [parameters, setParameters] = useSearchParams();
  const supervisor = account.posts.length === 0;
  const scope =
    oneOf(parameters.get('scope'), ['mine', 'department'] as const) ??
    (supervisor ? 'department' : 'mine');
  const due = oneOf(parameters.get('due'), SPANS);
  const state = oneOf(parameters.get('state'), STATES);
  const q = parameters.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed.trim(), 300);
  usePageTitle(t('tasks.title'), t('common:site.name'));

  function withParameter(key: string, value: string): URLSearchParams {
    const next = new URLSearchParams(parameters);
    if (value) next.set(key, value);
    else next.delete(key);
    return next;
  }

  useEffect(() => {
    if (settled === q) return;
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (settled) next.set('q', settled);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
    // Only when somebody has stopped typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  const query: Query = {
    scope,
    ...(due && { due }),
    ...(state && { state }),
    ...(q && { q }),
    limit: 30,
  };
  const list = useInfiniteQuery({
    ...listCasesInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
  const cases = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const filtered = Boolean(due || state || q);

  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.head}>
        <h1>{t(scope === 'mine' ? 'tasks.title' : 'tasks.departmentTitle')}</h1>
        {!supervisor && (
          <Link
            href={`/staff?${withParameter('scope', scope === 'mine' ? 'department' : '')}`}
            className={styles.scope}
          >
            {t(scope === 'mine' ? 'tasks.toDepartment' : 'tasks.toMine')}
          </Link>
        )}
      </div>
      <Spans
        counts={first?.counts}
        chosen={due}
        hrefFor={(span) => {
          const next = withParameter('due', span).toString();
          return next ? `/staff?${next}` : '/staff';
        }}
      />
      <form
        role="search"
        className={styles.filters}
        aria-label={t('tasks.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField
          type="search"
          label={t('tasks.search')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SelectField
          label={t('tasks.state')}
          value={state ?? ''}
          onChange={(event) =>
            setParameters(withParameter('state', event.target.value), { replace: true })
          }
        >
          <option value="">{t('tasks.anyState')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`common:caseState.${each}`)}
            </option>
          ))}
        </SelectField>
      </form>

      {list.isPending && <Loading lines={10} />}
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {first && cases.length === 0 && (
        <Empty title={t(filtered ? 'tasks.noneFound' : 'tasks.none')}>
          <p>{t(filtered ? 'tasks.noneFoundText' : 'tasks.noneText')}</p>
        </Empty>
      )}
      {first && cases.length > 0 && (
        <>
          <ol role="list" className={styles.rows} aria-busy={list.isPlaceholderData}>
            {cases.map((each) => (
              <TaskRow key={each.caseNumber} summary={each} />
            ))}
          </ol>
          <LoadMore
            shown={cases.length}
            total={first.total}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
