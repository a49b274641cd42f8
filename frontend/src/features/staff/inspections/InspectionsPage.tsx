import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InspectionRectification, ListInspectionsData } from '@/api/generated';
import { listInspectionsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, DateTime, Name, SelectField, Tag, TextField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import cards from '../supervision/Cards.module.css';
import { useDepartments } from '../supervision/words';
import { InspectionStateTag, KINDS, STATES } from './words';

type Query = NonNullable<ListInspectionsData['query']>;
const RECTIFICATIONS: readonly InspectionRectification[] = ['open', 'late', 'done'];

/** Inspections: all for supervisors, for leaders what was released to their department. */
export function InspectionsPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const { text, day, put } = useFilters();
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
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const choose = (key: string) => ({
    value: text(key),
    onChange: ({ target }: { target: { value: string } }) => put(key, target.value),
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
          <SelectField label={t('list.kind')} {...choose('kind')}>
            <option value="">{t('list.any')}</option>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('list.state')} {...choose('state')}>
            <option value="">{t('list.any')}</option>
            {STATES.filter((each) => everything || each !== 'recorded').map((each) => (
              <option key={each} value={each}>
                {t(`state.${each}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('list.rectification')} {...choose('rectification')}>
            <option value="">{t('list.any')}</option>
            {RECTIFICATIONS.map((each) => (
              <option key={each} value={each}>
                {t(`rectification.${each}`)}
              </option>
            ))}
          </SelectField>
          {everything && (
            <SelectField label={t('list.department')} {...choose('department')}>
              <option value="">{t('list.any')}</option>
              {departments.all?.map((each) => (
                <option key={each.code} value={each.code}>
                  {departments.text(each.code)}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField label={t('list.onlyFindings')} {...choose('findings')}>
            <option value="">{t('list.any')}</option>
            <option value="yes">{t('list.onlyFindingsYes')}</option>
          </SelectField>
          <TextField type="date" label={t('list.from')} {...choose('from')} />
          <TextField type="date" label={t('list.to')} {...choose('to')} />
        </>
      }
      found={found}
      rows={found.data?.pages.flatMap((page) => page.items)}
      ways={
        <div className={cards.line}>
          <p role="status" className="quiet">
            {t('list.count', { count: found.data?.pages[0]?.total ?? 0 })}
          </p>
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
            <span className={cards.line}>
              <Link href={`/staff/inspections/${row.id}`} lang="zh-CN">
                {row.number}
              </Link>
            </span>
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
