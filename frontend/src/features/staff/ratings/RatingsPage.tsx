import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { ListRatingsData, RatingSummary } from '@/api/generated';
import {
  listDepartmentsOptions,
  listRatingsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  Checks,
  DateTime,
  Empty,
  LoadMore,
  Loading,
  Name,
  Problem,
  SelectField,
  Tag,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { RatingDialog } from './RatingDialog';
import styles from './Ratings.module.css';
import { GRADE_TONES, GRADES, lastMonths, STATE_TONES } from './tones';

function Entry({ of, onOpen }: { of: RatingSummary; onOpen: () => void }) {
  const { t } = useTranslation(['ratings', 'rating']);
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <Tag tone={GRADE_TONES[of.overall]}>{t(`rating:grade.${of.overall}`)}</Tag>
        <b>
          <Name of={of.department} />
        </b>
        {of.rectification && (
          <Tag tone={STATE_TONES[of.rectification]}>{t(`mending.states.${of.rectification}`)}</Tag>
        )}
        {!of.counted && <Tag>{t('list.aside')}</Tag>}
        <Button look="secondary" onClick={onOpen}>
          {t('list.open')}
          <span className="visually-hidden">
            {' '}
            {of.department.name} {of.ratedAt}
          </span>
        </Button>
      </div>
      <p className={list.meta}>
        <DateTime value={of.ratedAt} />
        <span>{t(`list.channel.${of.channel}`)}</span>
        {of.place && <Bilingual chinese={of.place} english={of.placeEn} />}
        {of.signs.map((sign) => (
          <Tag key={sign.kind} tone="warn">
            {t(`sign.${sign.kind}`)}
          </Tag>
        ))}
      </p>
    </li>
  );
}

/** What applicants say of how they were served, for supervisors alone. */
export function RatingsPage() {
  const { t } = useTranslation(['ratings', 'rating', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const [open, setOpen] = useState<string>();
  const [months] = useState(() => lastMonths(new Date(), 12));
  usePageTitle(t('list.title'), t('common:site.name'));
  const put = (key: string, value: string) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  const month = months.find((each) => each === parameters.get('month'));
  const overall = GRADES.find((each) => each === parameters.get('overall'));
  const department = parameters.get('department') ?? '';
  const suspect = parameters.get('suspect') === 'true';
  const query: NonNullable<ListRatingsData['query']> = {
    ...(month && { month }),
    ...(overall && { overall }),
    ...(department && { department }),
    ...(suspect && { suspect }),
    limit: 30,
  };
  const ratings = useInfiniteQuery({
    ...listRatingsInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const items = ratings.data?.pages.flatMap((page) => page.items) ?? [];
  const total = ratings.data?.pages[0]?.total ?? 0;
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('list.title')}</h1>
      <p className="lead">{t('list.lead')}</p>
      <p className={styles.ways}>
        <Link href="/staff/ratings/figures">{t('figures.title')}</Link>
        <Link href="/staff/rectifications">{t('mending.title')}</Link>
        <Link href="/staff/ratings/terminals">{t('terminals.title')}</Link>
      </p>
      <form
        role="search"
        aria-label={t('list.filters')}
        className={styles.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <SelectField
          label={t('list.month')}
          value={month ?? ''}
          onChange={({ target }) => put('month', target.value)}
        >
          <option value="">{t('list.allMonths')}</option>
          {months.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
        <SelectField
          label={t('list.department')}
          value={department}
          onChange={({ target }) => put('department', target.value)}
        >
          <option value="">{t('list.all')}</option>
          {departments.data?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('list.overall')}
          value={overall ?? ''}
          onChange={({ target }) => put('overall', target.value)}
        >
          <option value="">{t('list.all')}</option>
          {GRADES.map((each) => (
            <option key={each} value={each}>
              {t(`rating:grade.${each}`)}
            </option>
          ))}
        </SelectField>
        <Checks
          legend={<span className="visually-hidden">{t('list.suspectTag')}</span>}
          choices={[{ value: 'true', label: t('list.suspect') }]}
          values={suspect ? ['true'] : []}
          onChange={(values) => put('suspect', values[0] ?? '')}
        />
      </form>
      {ratings.error && (
        <Problem problem={toProblem(ratings.error)} onRetry={() => void ratings.refetch()} />
      )}
      {ratings.isPending && <Loading lines={8} />}
      {ratings.data && (
        <p role="status" className="quiet">
          {t('list.count', { count: total })}
        </p>
      )}
      {ratings.data && total === 0 && <Empty title={t('list.none')} />}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((one) => (
            <Entry key={one.id} of={one} onOpen={() => setOpen(one.id)} />
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <LoadMore
          shown={items.length}
          total={total}
          hasMore={ratings.hasNextPage}
          loading={ratings.isFetchingNextPage}
          onMore={() => void ratings.fetchNextPage()}
        />
      )}
      {open && (
        <RatingDialog
          id={open}
          onChanged={() => void ratings.refetch()}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
