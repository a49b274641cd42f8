import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ItemWindow, ItemWindowsAt } from '@/api/generated';
import {
  getPowerItemOptions,
  listItemWindowsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  ButtonLink,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Appointment.module.css';

/** So many places are shown at first: there can be one in every township. */
const FIRST = 5;

function Window({
  of,
  place,
  item,
}: {
  of: ItemWindow;
  place: ItemWindowsAt['place'];
  item: string;
}) {
  const { t } = useTranslation('appointment');
  const nameText = useNameText();
  const search = new URLSearchParams({ item, window: of.id });
  return (
    <li className={styles.window}>
      <div>
        <p>
          <b>
            <Name of={of} />
          </b>{' '}
          <span className="small quiet">
            {of.way === 'onSite'
              ? of.groups.map(nameText).join(t('groupSeparator'))
              : t('way.window')}
          </span>
        </p>
        <p className="small">
          {of.next ? (
            <>
              {t('item.next')} <DateTime value={of.next.day} as="date" /> {of.next.starts} ·{' '}
              {t('item.free', { count: of.free })}
            </>
          ) : (
            t('noDays')
          )}
        </p>
      </div>
      {of.next && (
        <ButtonLink
          href={`/places/${encodeURIComponent(place.code)}/book?${search.toString()}`}
          look="secondary"
        >
          {t('item.choose')}
          <span className="visually-hidden">
            {' '}
            {nameText(place)} {nameText(of)}
          </span>
        </ButtonLink>
      )}
    </li>
  );
}

/** Where one can come with an item, and when there is time for one there: from the item straight to a booking. */
export function ItemBookPage({ code }: { code: string }) {
  const { t } = useTranslation(['appointment', 'common']);
  const [all, setAll] = useState(false);
  const item = useQuery(getPowerItemOptions({ path: { code } }));
  const found = useQuery({ ...listItemWindowsOptions({ path: { code } }), staleTime: 0 });
  usePageTitle(t('item.title'), t('common:site.name'));
  const error = item.error ?? found.error;
  const booked = found.data?.filter((at) => at.windows.length > 0) ?? [];
  const open = found.data?.filter((at) => at.windows.length === 0) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href={`/services/${encodeURIComponent(code)}`}>{t('item.back')}</Link>
      </p>
      <h1>{t('item.title')}</h1>
      {item.data && (
        <p className="lead">
          <Name of={item.data} />
        </p>
      )}
      {error && <Problem problem={toProblem(error)} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading lines={6} />}
      {found.data?.length === 0 && (
        <Empty title={t('item.nowhere')}>
          <p>
            <Link href="/places">{t('toPlaces')}</Link>
          </p>
        </Empty>
      )}
      {booked.length > 0 && <p>{t('lead')}</p>}
      {(all ? booked : booked.slice(0, FIRST)).map((at) => (
        <section
          key={at.place.code}
          className={styles.place}
          aria-labelledby={`at-${at.place.code}`}
        >
          <h2 id={`at-${at.place.code}`}>
            <Name of={at.place} />
          </h2>
          <p className="quiet">
            <Bilingual chinese={at.address} english={at.addressEn} />
          </p>
          <ul role="list" className={styles.windows}>
            {at.windows.map((window) => (
              <Window key={window.id} of={window} place={at.place} item={code} />
            ))}
          </ul>
        </section>
      ))}
      {!all && booked.length > FIRST && (
        <div>
          <Button look="secondary" onClick={() => setAll(true)}>
            {t('item.more', { count: booked.length - FIRST })}
          </Button>
        </div>
      )}
      {open.length > 0 && (
        <section className={styles.place} aria-labelledby="at-any-time">
          <h2 id="at-any-time">{t('item.without')}</h2>
          <ul>
            {open.map(({ place, address, addressEn }) => (
              <li key={place.code}>
                <Link href={`/places/${encodeURIComponent(place.code)}`}>
                  <Name of={place} />
                </Link>{' '}
                <span className="quiet">
                  <Bilingual chinese={address} english={addressEn} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
