import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Place, PlaceKind } from '@/api/generated';
import { listPlacesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  ChoiceFilter,
  Empty,
  Loading,
  LoadMore,
  Name,
  Problem,
  SearchForm,
  Tag,
} from '@/components';
import { Hours } from '@/components/place';
import { PAGED, useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Place.module.css';

const KINDS: readonly PlaceKind[] = ['cityHall', 'townshipCentre', 'villageRoom'];

function Row({ place }: { place: Place }) {
  const { t } = useTranslation('place');
  return (
    <li className={styles.row}>
      <h2>
        <Link href={`/places/${encodeURIComponent(place.code)}`}>
          <Name of={place} />
        </Link>
      </h2>
      <p className={styles.meta}>
        <span>{t(`kind.${place.kind}`)}</span>
        <span>
          <Bilingual chinese={place.address} english={place.addressEn} />
        </span>
      </p>
      <p className={styles.meta}>
        <span className={styles.number}>
          <a href={`tel:${place.telephone}`}>{place.telephone}</a>
        </span>
        <Hours hours={place.hours} />
      </p>
      <p className={styles.meta}>
        <span>
          {place.kind === 'cityHall' ? t('everything') : t('offers', { count: place.offers })}
        </span>
        {place.standard && (
          <Tag tone={place.standard.complete ? 'good' : 'sun'}>
            {t(place.standard.complete ? 'room.complete' : 'room.incomplete')}
          </Tag>
        )}
      </p>
    </li>
  );
}

/** Where one can go: city hall, township centres, village rooms. */
export function PlacesPage() {
  const { t } = useTranslation(['place', 'common']);
  const { text, put, choose } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const q = text('q');
  const kind = KINDS.find((each) => each === text('kind'));
  const item = text('item');
  const found = useInfiniteQuery({
    ...listPlacesInfiniteOptions({
      query: { ...(q && { q }), ...(kind && { kind }), ...(item && { item }), limit: 20 },
    }),
    ...PAGED,
  });
  const places = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <SearchForm
        q={q}
        onFind={(typed) => put('q', typed)}
        label={t('search')}
        find={t('find')}
        maxLength={100}
      >
        <ChoiceFilter
          label={t('kindLabel')}
          any={t('kind.any')}
          choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...choose('kind')}
        />
      </SearchForm>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && places.length === 0 && <Empty title={t('none')} />}
      {places.length > 0 && (
        <>
          <ul className={styles.list} role="list">
            {places.map((place) => (
              <Row key={place.code} place={place} />
            ))}
          </ul>
          <LoadMore
            shown={places.length}
            total={found.data?.pages[0]?.total ?? places.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
