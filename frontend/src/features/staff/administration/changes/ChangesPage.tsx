import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Change, listChanges } from '@/api/generated';
import { Bilingual, Button, DateTime, Empty, Loading, Problem, SelectField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '@/features/staff/rights';
import { useAccount } from '@/features/staff/shell/SignedInAs';
import { Changes } from '../preview/Changes';
import { useWords } from '../useWords';
import styles from './ChangesPage.module.css';

const KINDS = [
  { kind: 'item', right: 'powerList.edit' },
  { kind: 'flow', right: 'powerList.edit' },
  { kind: 'jointTheme', right: 'powerList.edit' },
  { kind: 'department', right: 'powerList.edit' },
  { kind: 'calendar', right: 'calendar.edit' },
] as const;

function One({ change }: { change: Change }) {
  const { t } = useWords();
  const action = t(`changes.action.${change.action as 'itemPublished'}`, {
    defaultValue: change.action,
  });
  return (
    <details className={styles.change}>
      <summary>
        <span className={styles.what}>
          <b>{action}</b> <Bilingual chinese={change.subjectName} english={change.subjectNameEn} />{' '}
          <span className="quiet figures">{change.subject}</span>
        </span>
        <span className="quiet">
          <DateTime value={change.at} /> · <span lang="zh-CN">{change.actorName}</span> ·{' '}
          {t('changes.from')} <DateTime value={change.effectiveFrom} as="date" />
        </span>
      </summary>
      <Changes changes={change.fields} />
    </details>
  );
}

/** What was changed, by whom, and from when: newest first. */
export function ChangesPage() {
  const { t } = useWords();
  const account = useAccount();
  const [kind, setKind] = useState('');
  usePageTitle(t('changes.title'), t('common:site.name'));
  const kinds = KINDS.filter(({ right }) => mayAny(account, [right]));
  const found = useInfiniteQuery({
    queryKey: ['changes', kind],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listChanges({
          query: { limit: 20, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const changes = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <header>
        <h1>{t('changes.title')}</h1>
        <p className="quiet">{t('changes.lead')}</p>
      </header>
      {kinds.length > 1 && (
        <SelectField
          label={t('changes.kind')}
          width="medium"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          <option value="">{t('changes.all')}</option>
          {kinds.map((one) => (
            <option key={one.kind} value={one.kind}>
              {t(`changes.kinds.${one.kind}`)}
            </option>
          ))}
        </SelectField>
      )}
      {found.error ? (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading lines={8} />
      ) : changes.length === 0 ? (
        <Empty title={t('changes.none')} />
      ) : (
        <div className={styles.list}>
          {changes.map((change) => (
            <One key={change.id} change={change} />
          ))}
        </div>
      )}
      {found.hasNextPage && (
        <Button
          look="secondary"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('common:pagination.more')}
        </Button>
      )}
    </div>
  );
}
