import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type Change, type FieldChange } from '@/api/generated';
import { listChangesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, Empty, Loading, LoadMore, Problem, SelectField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '@/features/staff/rights';
import { useAccount } from '@/features/staff/shell/SignedInAs';
import { Changed } from '@/features/staff/people/Changed';
import { useChangeWords } from '@/features/staff/people/useWords';
import { Changes } from '../preview/Changes';
import { useWords } from '../useWords';
import styles from './ChangesPage.module.css';

const KINDS = [
  { kind: 'item', right: 'powerList.edit' },
  { kind: 'flow', right: 'powerList.edit' },
  { kind: 'jointTheme', right: 'powerList.edit' },
  { kind: 'projectPath', right: 'powerList.edit' },
  { kind: 'fee', right: 'powerList.edit' },
  { kind: 'department', right: 'powerList.edit' },
  { kind: 'carrier', right: 'powerList.edit' },
  { kind: 'camera', right: 'powerList.edit' },
  { kind: 'playlist', right: 'powerList.edit' },
  { kind: 'calendar', right: 'calendar.edit' },
  { kind: 'person', right: 'staff.read' },
  { kind: 'post', right: 'staff.read' },
  { kind: 'authorisation', right: 'staff.read' },
] as const;
const STAFF: readonly string[] = ['person', 'post', 'authorisation'];
/** A page of it is one look at the screen. */
const PAGE = 20;

function One({ change, open }: { change: Change; open: boolean }) {
  const { t } = useWords();
  const words = useChangeWords();
  const ofStaff = STAFF.includes(change.kind);
  const action = ofStaff
    ? words.action(change.action)
    : t(`changes.action.${change.action as 'itemPublished'}`, { defaultValue: change.action });
  // Posts and letters have no code that anybody knows.
  const code = ofStaff && change.kind !== 'person' ? undefined : change.subject;
  return (
    <details className={styles.change} open={open}>
      <summary>
        <span className={styles.what}>
          <b>{action}</b> <Bilingual chinese={change.subjectName} english={change.subjectNameEn} />{' '}
          {code && <span className="quiet figures">{code}</span>}
        </span>
        <span className="quiet">
          <DateTime value={change.at} /> · <span lang="zh-CN">{change.actorName}</span> ·{' '}
          {t('changes.from')}{' '}
          {ofStaff ? (
            <DateTime value={change.effectiveAt} />
          ) : (
            <DateTime value={change.effectiveFrom} as="date" />
          )}
        </span>
      </summary>
      {ofStaff ? (
        <Changed changes={change.fields as FieldChange[]} />
      ) : (
        <Changes changes={change.fields} />
      )}
    </details>
  );
}

/** What was changed, by whom, and from when: newest first. What is looked for stands in the address. */
export function ChangesPage() {
  const { t } = useWords();
  const { t: common } = useTranslation('common');
  const account = useAccount();
  const [parameters, setParameters] = useSearchParams();
  usePageTitle(t('changes.title'), common('site.name'));
  const kinds = KINDS.filter(({ right }) => mayAny(account, [right]));
  const kind = kinds.find((one) => one.kind === parameters.get('kind'))?.kind;
  const subject = parameters.get('subject') ?? undefined;
  const found = useInfiniteQuery({
    ...listChangesInfiniteOptions({
      query: { limit: PAGE, ...(kind && { kind }), ...(subject && { subject }) },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const changes = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <header>
        <h1>{t('changes.title')}</h1>
        <p className="quiet">{t('changes.lead')}</p>
      </header>
      {subject ? (
        <p>
          {t('changes.onlyOf', { name: changes[0]?.subjectName ?? subject })}{' '}
          <Link href="/staff/administration/changes">{t('changes.seeAll')}</Link>
        </p>
      ) : (
        kinds.length > 1 && (
          <SelectField
            label={t('changes.kind')}
            width="medium"
            value={kind ?? ''}
            onChange={({ target }) =>
              setParameters(target.value ? { kind: target.value } : {}, { replace: true })
            }
          >
            <option value="">{t('changes.all')}</option>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {t(`changes.kinds.${one.kind}`)}
              </option>
            ))}
          </SelectField>
        )
      )}
      {found.error ? (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading lines={8} />
      ) : changes.length === 0 ? (
        <Empty title={t('changes.none')} />
      ) : (
        <>
          <div className={styles.list}>
            {changes.map((change) => (
              <One key={change.id} change={change} open={subject !== undefined} />
            ))}
          </div>
          <LoadMore
            shown={changes.length}
            total={found.data.pages[0]?.total ?? changes.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
