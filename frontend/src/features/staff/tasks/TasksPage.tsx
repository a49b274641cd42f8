import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listCasesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { CasePage } from '@/api/generated';
import { Button, Empty, Loading, LoadMore, Problem, SelectField, TextField } from '@/components';
import { useSettled } from '@/lib/debounce';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { moveThroughRows, useShortcuts } from '../shell/shortcuts';
import { useAccount } from '../shell/SignedInAs';
import { useNow } from '../useNow';
import { Filters } from './Filters';
import { addressOf, isFiltered, type Look, lookOf, type Query, SPANS, STATES } from './query';
import { grouped } from './steady';
import { TaskRow } from './TaskRow';
import styles from './TasksPage.module.css';
import { useSteady } from './useSteady';
import { keepWay } from './way';

const EVERY = 15_000;
const PAGE = 40;

function Spans({
  counts,
  look,
  usual,
}: {
  counts: CasePage['counts'] | undefined;
  look: Look;
  usual: Look['scope'];
}) {
  const { t } = useTranslation('staff');
  const all = counts && SPANS.reduce((sum, span) => sum + counts[span], 0);
  return (
    <nav aria-label={t('tasks.spans')} className={styles.spans}>
      {([undefined, ...SPANS] as const).map((span) => (
        <Link
          key={span ?? 'all'}
          href={addressOf({ ...look, due: span }, usual)}
          replace
          aria-current={look.due === span ? 'true' : undefined}
          data-span={span ?? 'all'}
          data-none={(span && !counts?.[span]) || undefined}
        >
          <b>{span === undefined ? (all ?? '–') : (counts?.[span] ?? '–')}</b>
          <span>{t(`tasks.span.${span ?? 'all'}`)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** What is held still: the pointer is over the list, or the focus in it. */
function useHeld() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  return {
    held: pointer || focus,
    hold: {
      onPointerEnter: (event: React.PointerEvent) => {
        if (event.pointerType === 'mouse') setPointer(true);
      },
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      },
    },
  };
}

/** My tasks, the most urgent first. What is filtered stands in the address. */
export function TasksPage() {
  const { t } = useTranslation(['staff', 'console', 'common']);
  const account = useAccount();
  const usual = account.posts.length === 0 ? 'department' : 'mine';
  const [parameters, setParameters] = useSearchParams();
  const look = lookOf(parameters, usual);
  const address = addressOf(look, usual);
  const [typed, setTyped] = useState(look.q);
  const [typedAt, setTypedAt] = useState(look.q);
  const settled = useSettled(typed.trim(), 300);
  const now = useNow();
  const { held, hold } = useHeld();
  usePageTitle(t('tasks.title'), t('common:site.name'));
  useShortcuts([
    { keys: 'j', label: t('console:keys.next'), run: () => moveThroughRows(1) },
    { keys: 'k', label: t('console:keys.previous'), run: () => moveThroughRows(-1) },
  ]);

  // A filter that is chosen fills the field; what is typed goes into the address when it has settled.
  if (look.q !== typedAt) {
    setTypedAt(look.q);
    if (look.q !== typed.trim()) setTyped(look.q);
  }
  useEffect(() => {
    if (settled === look.q || settled !== typed.trim()) return;
    setParameters(new URL(addressOf({ ...look, q: settled }, usual), location.href).searchParams, {
      replace: true,
    });
    // Only when somebody has stopped typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  const query: Query = {
    scope: look.scope,
    ...(look.due && { due: look.due }),
    ...(look.state && { state: look.state }),
    ...(look.q && { q: look.q }),
    limit: PAGE,
  };
  const cases = useInfiniteQuery({
    ...listCasesInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
    refetchOnMount: 'always',
  });
  const live = useMemo(() => cases.data?.pages.flatMap((page) => page.items) ?? [], [cases.data]);
  const { rows, waiting, take } = useSteady(live, held, (row) => row.caseNumber, address);
  const first = cases.data?.pages[0];
  const filtered = isFiltered(look, usual);

  useEffect(() => {
    keepWay(account.account, { from: address, numbers: rows.map((row) => row.caseNumber) });
  }, [account.account, address, rows]);

  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t(look.scope === 'mine' ? 'tasks.title' : 'tasks.departmentTitle')}</h1>
        {usual === 'mine' && (
          <Link
            href={addressOf(
              { ...look, scope: look.scope === 'mine' ? 'department' : 'mine' },
              usual,
            )}
            className={styles.scope}
          >
            {t(look.scope === 'mine' ? 'tasks.toDepartment' : 'tasks.toMine')}
          </Link>
        )}
      </div>
      <Spans counts={first?.counts} look={look} usual={usual} />
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
          value={look.state ?? ''}
          onChange={(event) =>
            setParameters(
              new URL(
                addressOf(
                  { ...look, state: STATES.find((state) => state === event.target.value) },
                  usual,
                ),
                location.href,
              ).searchParams,
              { replace: true },
            )
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
      <Filters look={look} usual={usual} />

      {cases.isPending && <Loading lines={10} />}
      {cases.error && (
        <Problem problem={toProblem(cases.error)} onRetry={() => void cases.refetch()} />
      )}
      {first && rows.length === 0 && (
        <Empty title={t(filtered ? 'tasks.noneFound' : 'tasks.none')}>
          <p>{t(filtered ? 'tasks.noneFoundText' : 'tasks.noneText')}</p>
        </Empty>
      )}
      <div role="status" className={styles.news}>
        {waiting > 0 && (
          <p>
            {t('console:tasks.waiting', { count: waiting })}{' '}
            <Button look="quiet" onClick={take}>
              {t('console:tasks.take')}
            </Button>
          </p>
        )}
      </div>
      {first && rows.length > 0 && (
        <>
          <div {...hold} aria-busy={cases.isPlaceholderData} className={styles.groups}>
            {grouped(rows, (row) => (row.green ? 'green' : row.dueSpan)).map((group) => (
              <section key={group.key} aria-labelledby={`span-${group.key}`}>
                <h2 id={`span-${group.key}`} className={list.part} data-span={group.key}>
                  {t(`tasks.span.${group.key}`)}{' '}
                  <span>
                    {look.state || look.q || group.key === 'green'
                      ? group.rows.length
                      : first.counts[group.key]}
                  </span>
                </h2>
                <ol role="list">
                  {group.rows.map((each) => (
                    <TaskRow
                      key={each.caseNumber}
                      summary={each}
                      mine={look.scope === 'mine'}
                      now={now}
                    />
                  ))}
                </ol>
              </section>
            ))}
          </div>
          <LoadMore
            shown={rows.length}
            total={first.total}
            hasMore={cases.hasNextPage}
            loading={cases.isFetchingNextPage}
            onMore={() => void cases.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
