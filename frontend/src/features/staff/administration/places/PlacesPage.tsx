import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listPlacesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, ButtonLink, Empty, Loading, More, Name, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../edition/Edition.module.css';

/** The places people can go to, to keep what is said of them. */
export function PlacesPage() {
  const { t } = useTranslation(['administration', 'common']);
  const [q, setQ] = useState('');
  usePageTitle(t('place.title'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listPlacesInfiniteOptions({ query: { ...(q && { q }), limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const places = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('place.title')}</h1>
      <p className="lead">{t('place.lead')}</p>
      <p>
        <ButtonLink href="/staff/administration/places/new">{t('place.add')}</ButtonLink>
      </p>
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          setQ(String(new FormData(event.currentTarget).get('q') ?? '').trim());
        }}
      >
        <TextField name="q" type="search" label={t('place.search')} maxLength={100} />
        <Button type="submit" look="secondary">
          {t('place.find')}
        </Button>
      </form>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && places.length === 0 && <Empty title={t('place.none')} />}
      <ul role="list" className={styles.list}>
        {places.map((place) => (
          <li key={place.code}>
            <h2>
              <Link href={`/staff/administration/places/${encodeURIComponent(place.code)}`}>
                <Name of={place} />
              </Link>
            </h2>
            <p className="quiet">
              {t(`place.kinds.${place.kind}`)} ·{' '}
              {place.hours.map(({ from, until }) => `${from}–${until}`).join(', ')}
            </p>
          </li>
        ))}
      </ul>
      <More of={found} />
    </div>
  );
}
