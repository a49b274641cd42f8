import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listRecountsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, More, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { RecountProgress, RecountState, useRecountTitle } from './RecountProgress';
import styles from './Recounts.module.css';

/** How often the list is read again: while something runs, and to notice that something begins. */
const RUNNING = 1_000;
const RESTING = 15_000;

/** Every recount with how far it has come, live. */
export function Recounts() {
  const { t } = useTranslation(['administration', 'common']);
  const titleOf = useRecountTitle();
  const list = useInfiniteQuery({
    ...listRecountsInfiniteOptions({ query: { limit: 5 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => one.state !== 'done'))
        ? RUNNING
        : RESTING,
  });
  const recounts = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.history} aria-labelledby="recounts">
      <h2 id="recounts">{t('calendar.recount.title')}</h2>
      <p className="quiet">{t('calendar.recount.lead')}</p>
      {list.isPending && <Loading lines={4} />}
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.data && recounts.length === 0 && <Empty title={t('calendar.recount.none')} />}
      <ul role="list" className={styles.list}>
        {recounts.map((recount) => (
          <li key={recount.id} className={styles.one} data-state={recount.state}>
            <p className={styles.name}>
              {titleOf(recount)} <RecountState recount={recount} />
            </p>
            <RecountProgress recount={recount} />
            <p>
              <Link
                className={styles.link}
                href={`/staff/administration/calendar/recounts/${recount.id}`}
              >
                {t('calendar.recount.open')}
                <span className="visually-hidden"> {titleOf(recount)}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <More of={list} />
    </section>
  );
}
