import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PowerItem } from '@/api/generated';
import {
  listCrossRegionItemsOptions,
  listItemPlacesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Name, Section, Tag } from '@/components';
import { isAppliedFor } from '../categories';
import styles from './NearbySection.module.css';

/** At which townships one can hand it in and collect the result (延伸式, 就近办). */
export function NearbySection({ item }: { item: PowerItem }) {
  const { t } = useTranslation('powerlist');
  const enabled = item.status === 'inForce' && isAppliedFor(item.category);
  const { data } = useQuery({
    ...listItemPlacesOptions({ path: { code: item.code } }),
    enabled,
    staleTime: 300_000,
  });
  const { data: marked } = useQuery({
    ...listCrossRegionItemsOptions({ query: { item: item.code } }),
    enabled,
    staleTime: 300_000,
  });
  const anywhere = marked?.[0];
  const centres = (data ?? []).filter((each) => each.place.kind === 'townshipCentre');
  if (centres.length === 0 && !anywhere) return null;
  const rooms = (data ?? []).filter((each) => each.place.kind === 'villageRoom');
  return (
    <Section id="nearby" title={t('item.nearby')}>
      {anywhere && (
        <p>
          <Tag tone="good">{t('item.anywhere')}</Tag>{' '}
          {t(anywhere.collect ? 'item.anywhereCollect' : 'item.anywhereText')}{' '}
          <span className="small quiet">{anywhere.basis}</span>
        </p>
      )}
      {centres.length > 0 && <p>{t('item.nearbyText')}</p>}
      <ul role="list" className={styles.places}>
        {centres.map((each) => (
          <li key={each.place.code}>
            <Link href={`/places/${encodeURIComponent(each.place.code)}`}>
              <Name of={each.place} />
            </Link>{' '}
            {each.handIn && <Tag>{t('item.handIn')}</Tag>}{' '}
            {each.collect && <Tag tone="good">{t('item.collect')}</Tag>}
          </li>
        ))}
      </ul>
      {rooms.length > 0 && (
        <p className="small">
          {t('item.villages', { count: rooms.length })}{' '}
          <Link href={`/places?item=${encodeURIComponent(item.code)}&kind=villageRoom`}>
            {t('item.allPlaces')}
          </Link>
        </p>
      )}
    </Section>
  );
}
