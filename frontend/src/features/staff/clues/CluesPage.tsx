import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Clue } from '@/api/generated';
import { listCluesOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  ButtonLink,
  ChoiceFilter,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
} from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../matters/Matters.module.css';
import { CHANNELS, ClueStateTag, cluePath, STATES, useOutcome } from './words';

const SHOWN = ['open', 'overdue', 'mine', 'all'] as const;

function Rows({ rows }: { rows: readonly Clue[] }) {
  const { t } = useTranslation(['clues', 'clue']);
  const outcome = useOutcome();
  return (
    <Table
      caption={t('list.title')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'number',
          header: t('list.number'),
          rowHeader: true,
          cell: (row) => (
            <Link href={cluePath(row.number)} data-row="">
              {row.number}
            </Link>
          ),
        },
        {
          key: 'title',
          header: t('list.what'),
          cell: (row) => <span lang="zh-CN">{row.title}</span>,
        },
        {
          key: 'channel',
          header: t('list.channel'),
          cell: (row) => (
            <>
              {t(`clue:channel.${row.channel}`)}
              {row.named && <span className="quiet"> · {t('list.named')}</span>}
            </>
          ),
        },
        { key: 'state', header: t('list.state'), cell: (row) => <ClueStateTag of={row} /> },
        {
          key: 'due',
          header: t('list.due'),
          cell: (row) => row.dueAt && <DateTime value={row.dueAt} as="date" />,
        },
        {
          key: 'investigator',
          header: t('list.investigator'),
          cell: (row) => row.investigator && <Name of={row.investigator} />,
        },
        { key: 'outcome', header: t('list.outcome'), cell: (row) => outcome(row) },
      ]}
    />
  );
}

/** The pool of clues, what is due first. */
export function CluesPage() {
  const { t } = useTranslation(['clues', 'clue', 'common']);
  const { text, put, choose } = useFilters();
  const shown = SHOWN.find((each) => each === text('shown')) ?? 'open';
  const channel = CHANNELS.find((each) => each === text('channel'));
  const state = STATES.find((each) => each === text('state'));
  const found = useQuery({
    ...listCluesOptions({
      query: {
        ...(shown !== 'all' && { [shown]: true }),
        ...(channel && { channel }),
        ...(state && { state }),
      },
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('list.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('list.title')}</h1>
      <p className="lead">{t('list.lead')}</p>
      <div className={styles.ways}>
        <ButtonLink href="/staff/hand-in">{t('enter.title')}</ButtonLink>
      </div>
      <div className={styles.filters}>
        <SelectField
          label={t('list.shown')}
          value={shown}
          onChange={({ target }) => put('shown', target.value)}
        >
          {SHOWN.map((each) => (
            <option key={each} value={each}>
              {t(`shown.${each}`)}
            </option>
          ))}
        </SelectField>
        <ChoiceFilter
          label={t('list.channel')}
          any={t('list.any')}
          choices={CHANNELS.map((value) => ({ value, label: t(`clue:channel.${value}`) }))}
          {...choose('channel')}
        />
        <ChoiceFilter
          label={t('list.state')}
          any={t('list.any')}
          choices={STATES.map((value) => ({ value, label: t(`clue:state.${value}`) }))}
          {...choose('state')}
        />
      </div>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <p role="status" className="quiet">
          {t('list.count', { count: found.data.total })}
        </p>
      )}
      {found.data?.items.length === 0 && <Empty title={t('list.none')} />}
      {found.data && found.data.items.length > 0 && <Rows rows={found.data.items} />}
    </div>
  );
}
