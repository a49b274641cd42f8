import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LookKind, ReadAccessTrailData, TrailEntry } from '@/api/generated';
import {
  listDepartmentsOptions,
  readAccessTrailInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  DateTime,
  Empty,
  Loading,
  Problem,
  SelectField,
  SettledField,
  Table,
  TextField,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useLanguage } from '@/i18n';
import { useFilters } from '../filters';
import styles from './TrailPage.module.css';

type Query = NonNullable<ReadAccessTrailData['query']>;
const ACTIONS: readonly LookKind[] = [
  'caseOpened',
  'materialOpened',
  'plainValuesSeen',
  'unmaskingAsked',
  'unmaskingDecided',
  'personSearched',
  'exported',
  'deletionAsked',
  'deletionDecided',
  'trailRead',
];

/** Who looked at what, for supervisors. What is filtered stands in the address. */
export function TrailPage() {
  const { t } = useTranslation(['privacy', 'common']);
  const language = useLanguage();
  const nameText = useNameText();
  const { text, day, put } = useFilters();
  usePageTitle(t('trail.title'), t('common:site.name'));

  const account = text('account');
  const caseNumber = text('case');
  const action = ACTIONS.find((each) => each === text('action'));
  const query: Query = {
    ...(account && { account }),
    ...(caseNumber && { caseNumber }),
    ...(action && { action }),
    ...(day('from') && { from: day('from') }),
    ...(day('to') && { to: day('to') }),
    limit: 50,
  };
  const trail = useInfiniteQuery({
    ...readAccessTrailInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    // Reading it is kept in it: only when somebody asks.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const entries = trail.data?.pages.flatMap((page) => page.items) ?? [];

  const departmentText = (code: string) => {
    const found = departments.data?.find((each) => each.code === code);
    return found ? nameText(found) : code;
  };
  const capacity = (post: string) => t(`post.${post}` as 'post.window', { defaultValue: post });
  const who = (entry: TrailEntry) =>
    entry.account ? (
      <>
        <span lang={language === 'en' && entry.accountNameEn ? 'en' : 'zh-CN'}>
          {language === 'en' ? (entry.accountNameEn ?? entry.accountName) : entry.accountName}
        </span>{' '}
        <span className="quiet">{entry.account}</span>
      </>
    ) : (
      t('trail.thePerson')
    );

  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('trail.title')}</h1>
      <p className="lead">{t('trail.lead')}</p>
      <form
        role="search"
        className={styles.filters}
        aria-label={t('trail.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        <SettledField
          label={t('trail.account')}
          value={account}
          onChange={(typed) => put('account', typed)}
        />
        <SettledField
          label={t('trail.caseNumber')}
          value={caseNumber}
          onChange={(typed) => put('case', typed)}
        />
        <SelectField
          label={t('trail.action')}
          value={action ?? ''}
          onChange={(event) => put('action', event.target.value)}
        >
          <option value="">{t('trail.any')}</option>
          {ACTIONS.map((each) => (
            <option key={each} value={each}>
              {t(`look.${each}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="date"
          label={t('trail.from')}
          value={day('from')}
          onChange={(event) => put('from', event.target.value)}
        />
        <TextField
          type="date"
          label={t('trail.to')}
          value={day('to')}
          onChange={(event) => put('to', event.target.value)}
        />
      </form>
      {trail.isPending && <Loading lines={8} />}
      {trail.error && (
        <Problem problem={toProblem(trail.error)} onRetry={() => void trail.refetch()} />
      )}
      {trail.data && entries.length === 0 && (
        <Empty title={t('trail.none')}>
          <p>{t('trail.noneText')}</p>
        </Empty>
      )}
      {entries.length > 0 && (
        <Table
          caption={t('trail.title')}
          rows={entries}
          rowKey={(entry) => String(entry.id)}
          columns={[
            {
              key: 'at',
              header: t('trail.at'),
              rowHeader: true,
              cell: (entry) => <DateTime value={entry.at} />,
            },
            { key: 'who', header: t('trail.who'), cell: who },
            {
              key: 'where',
              header: t('trail.where'),
              cell: (entry) =>
                [
                  entry.departmentCode && departmentText(entry.departmentCode),
                  entry.post && capacity(entry.post),
                ]
                  .filter(Boolean)
                  .join(' ') || '–',
            },
            {
              key: 'what',
              header: t('trail.what'),
              cell: (entry) => (
                <>
                  {t(`look.${entry.action}`)}
                  {entry.fields && (
                    <span className={styles.more}>
                      {entry.fields.map((field) => t(`field.${field}`)).join(t('and'))}
                    </span>
                  )}
                  {entry.reasonKind && (
                    <span className={styles.more}>{t(`reason.${entry.reasonKind}`)}</span>
                  )}
                </>
              ),
            },
            {
              key: 'case',
              header: t('trail.caseNumber'),
              cell: (entry) =>
                entry.caseNumber ? (
                  <Link href={`/staff/cases/${entry.caseNumber}`} className={styles.number}>
                    {entry.caseNumber}
                  </Link>
                ) : (
                  '–'
                ),
            },
            {
              key: 'session',
              header: t('trail.session'),
              cell: (entry) => (
                <span className={styles.number}>{entry.session?.slice(0, 8) ?? '–'}</span>
              ),
            },
          ]}
        />
      )}
      {trail.hasNextPage && (
        <p className={styles.rest}>
          <Button
            look="secondary"
            busy={trail.isFetchingNextPage}
            onClick={() => void trail.fetchNextPage()}
          >
            {t('trail.more')}
          </Button>
        </p>
      )}
    </div>
  );
}
