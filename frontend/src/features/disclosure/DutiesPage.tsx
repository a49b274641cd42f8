import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { DutyOccasion } from '@/api/generated';
import {
  listDepartmentsOptions,
  listDisclosureDutiesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  DateTime,
  Empty,
  Loading,
  LoadMore,
  Problem,
  SelectField,
  useNameText,
} from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutyCounts, DutyTable } from './DutyList';
import { DUTY_STATES, useCategories } from './words';
import styles from './Disclosure.module.css';

const AT_ONCE = 20;

/** The first of them, and more when asked for: the whole city's fill many pages of a phone. */
function Some({ items }: { items: readonly DutyOccasion[] }) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <DutyTable items={items.slice(0, shown)} />
      <LoadMore
        shown={Math.min(shown, items.length)}
        total={items.length}
        hasMore={shown < items.length}
        loading={false}
        onMore={() => setShown(shown + AT_ONCE)}
      />
    </>
  );
}

/** What the city has to publish until when: what is late, what is due, what was done and when. */
export function DutiesPage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const [parameters] = useSearchParams();
  const { text, put } = useFilters();
  usePageTitle(t('duties.title'), t('common:site.name'));
  const state = DUTY_STATES.find((each) => each === text('state'));
  const department = text('department');
  const category = text('category');
  const categories = useCategories();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const found = useQuery({
    ...listDisclosureDutiesOptions({
      query: {
        ...(state && { state }),
        ...(department && { department }),
        ...(category && { category }),
      },
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const address = (wanted: string) => {
    const next = new URLSearchParams(parameters);
    if (wanted === state) next.delete('state');
    else next.set('state', wanted);
    const query = next.toString();
    return query ? `/disclosures/duties?${query}` : '/disclosures/duties';
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/disclosures">{t('title')}</Link>
      </p>
      <h1>{t('duties.title')}</h1>
      <p className="lead">{t('duties.lead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('department')}
          width="medium"
          value={department}
          onChange={({ target }) => put('department', target.value)}
        >
          <option value="">{t('any')}</option>
          {departments.data?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('category')}
          width="medium"
          value={category}
          onChange={({ target }) => put('category', target.value)}
        >
          <option value="">{t('any')}</option>
          {categories.all?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <>
          <DutyCounts counts={found.data.counts} chosen={state} href={address} />
          <p className="quiet small">
            {t('duties.asOf')} <DateTime value={found.data.asOf} />
          </p>
          {found.data.items.length === 0 ? (
            <Empty title={t('duties.none')} />
          ) : (
            <Some key={`${state}/${department}/${category}`} items={found.data.items} />
          )}
        </>
      )}
    </div>
  );
}
