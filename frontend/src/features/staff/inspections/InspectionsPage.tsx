import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InspectionRectification, ListInspectionsData } from '@/api/generated';
import { listInspectionsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, ChoiceFilter, DateTime, Name, Tag, TextField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { PAGED, useFilters } from '@/lib/filters';
import { Register } from '../Register';
import styles from '../Register.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import record from '../Record.module.css';
import { useDepartments } from '../supervision/words';
import { InspectionStateTag, KINDS, STATES } from './words';

type Query = NonNullable<ListInspectionsData['query']>;
const RECTIFICATIONS: readonly InspectionRectification[] = ['open', 'late', 'done'];

/** Inspections: all for supervisors, for leaders what was released to their department. */
export function InspectionsPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const { text, day, choose } = useFilters();
  const departments = useDepartments();
  const everything = mayAny(useAccount(), ['inspections.keep']);
  usePageTitle(t('list.title'), t('common:site.name'));
  const kind = KINDS.find((each) => each === text('kind'));
  const state = STATES.find((each) => each === text('state'));
  const rectification = RECTIFICATIONS.find((each) => each === text('rectification'));
  const query: Query = {
    ...(kind && { kind }),
    ...(state && { state }),
    ...(rectification && { rectification }),
    ...(text('department') && { department: text('department') }),
    ...(text('region') && { region: text('region') }),
    ...(text('post') && { post: text('post') }),
    ...(text('findings') && { findings: true }),
    ...(day('from') && { from: day('from') }),
    ...(day('to') && { to: day('to') }),
    limit: 30,
  };
  const found = useInfiniteQuery({
    ...listInspectionsInfiniteOptions({ query }),
    ...PAGED,
  });
  return (
    <Register
      texts={{
        title: t('list.title'),
        lead: t(everything ? 'list.lead' : 'list.leadDepartment'),
        filters: t('list.filters'),
        none: t('list.none'),
        noneText: t('list.noneText'),
      }}
      filters={
        <>
          <ChoiceFilter
            label={t('list.kind')}
            any={t('list.any')}
            choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...choose('kind')}
          />
          <ChoiceFilter
            label={t('list.state')}
            any={t('list.any')}
            choices={STATES.filter((each) => everything || each !== 'recorded').map((value) => ({
              value,
              label: t(`state.${value}`),
            }))}
            {...choose('state')}
          />
          <ChoiceFilter
            label={t('list.rectification')}
            any={t('list.any')}
            choices={RECTIFICATIONS.map((value) => ({ value, label: t(`rectification.${value}`) }))}
            {...choose('rectification')}
          />
          {everything && (
            <ChoiceFilter
              label={t('list.department')}
              any={t('list.any')}
              choices={departments.choices}
              {...choose('department')}
            />
          )}
          <ChoiceFilter
            label={t('list.onlyFindings')}
            any={t('list.any')}
            choices={[{ value: 'yes', label: t('list.onlyFindingsYes') }]}
            {...choose('findings')}
          />
          <TextField type="date" label={t('list.from')} {...choose('from')} />
          <TextField type="date" label={t('list.to')} {...choose('to')} />
        </>
      }
      found={found}
      rows={found.data?.pages.flatMap((page) => page.items)}
      ways={
        <div className={record.line}>
          <p role="status" className="quiet">
            {t('list.count', { count: found.data?.pages[0]?.total ?? 0 })}
          </p>
          {(text('region') || text('post')) && (
            <Link href="/staff/inspections">{t('page.all')}</Link>
          )}
          {everything && (
            <>
              <ButtonLink href="/staff/inspections/new">{t('list.new')}</ButtonLink>
              <Link href="/staff/inspections/regions">{t('list.regions')}</Link>
            </>
          )}
        </div>
      }
      columns={[
        {
          key: 'number',
          header: t('list.number'),
          rowHeader: true,
          cell: (row) => (
            <Link href={`/staff/inspections/${row.id}`} lang="zh-CN" className={styles.number}>
              {row.number}
            </Link>
          ),
        },
        { key: 'kind', header: t('list.kind'), cell: (row) => t(`kind.${row.kind}`) },
        {
          key: 'department',
          header: t('list.department'),
          cell: (row) => (
            <>
              <Name of={row.department} />{' '}
              <span className="quiet">
                <Name of={row.place ?? row.region} />
              </span>
            </>
          ),
        },
        {
          key: 'state',
          header: t('list.state'),
          cell: (row) => (
            <>
              <InspectionStateTag state={row.state} />{' '}
              {row.late && <Tag tone="bad">{t('list.late')}</Tag>}
            </>
          ),
        },
        {
          key: 'at',
          header: t('list.at'),
          cell: (row) => <DateTime value={row.inspectedAt} as="date" />,
        },
        {
          key: 'due',
          header: t('list.due'),
          cell: (row) => (row.dueOn ? <DateTime value={row.dueOn} as="date" /> : '—'),
        },
        { key: 'findings', header: t('list.findings'), align: 'end', cell: (row) => row.findings },
      ]}
    />
  );
}
