import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LookKind, ReadAccessTrailData, TrailEntry } from '@/api/generated';
import {
  listDepartmentsOptions,
  readAccessTrailInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, SelectField, SettledField, TextField, useNameText } from '@/components';
import { usePageTitle } from '@/lib/title';
import { useLanguage } from '@/i18n';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import styles from '../Register.module.css';

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
  'reuseOffered',
  'reused',
  'clueOpened',
  'cluesListed',
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
  const entries = trail.data?.pages.flatMap((page) => page.items);

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
    <Register
      texts={{
        title: t('trail.title'),
        lead: t('trail.lead'),
        filters: t('trail.filters'),
        none: t('trail.none'),
        noneText: t('trail.noneText'),
      }}
      filters={
        <>
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
        </>
      }
      found={trail}
      rows={entries}
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
            entry.action === 'clueOpened' ? (
              // Whoever reads the trail sees no more of a clue than its number.
              entry.caseNumber
            ) : entry.caseNumber ? (
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
  );
}
