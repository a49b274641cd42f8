import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookableSchedule, Kiosk, Place, PlaceKind } from '@/api/generated';
import {
  getPlaceOptions,
  listPlacesOptions,
  listSlotsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Name, Section, Tag } from '@/components';
import { Exceptions, Hours } from '@/components/place';
import { cityDay } from '@/lib/deadline';
import { useTick } from '@/lib/tick';
import styles from './Kiosk.module.css';
import { Asked } from './parts';

const MOST_PLACES = 50;
const KINDS: readonly PlaceKind[] = ['cityHall', 'townshipCentre', 'villageRoom'];

function Windows({ schedules }: { schedules: readonly BookableSchedule[] }) {
  const { t } = useTranslation('kiosk');
  const today = cityDay(useTick(60_000));
  return (
    <ul role="list" className={styles.lines}>
      {schedules.map((window) => {
        const free = window.slots.filter(({ day, left }) => day === today && left > 0);
        const next = window.slots.find(({ left }) => left > 0);
        return (
          <li key={window.id}>
            <b>
              <Name of={window} />
            </b>{' '}
            {free[0] ? (
              <Tag tone="good">
                {t('windows.free', {
                  count: free.reduce((sum, { left }) => sum + left, 0),
                  at: free[0].starts,
                })}
              </Tag>
            ) : (
              <Tag>
                {next ? t('windows.later', { day: next.day, at: next.starts }) : t('windows.full')}
              </Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Today({ hall }: { hall: Place }) {
  const { t } = useTranslation('kiosk');
  const detail = useQuery(getPlaceOptions({ path: { code: hall.code } }));
  const slots = useQuery(listSlotsOptions({ path: { code: hall.code } }));
  const exceptions = detail.data?.exceptions ?? [];
  return (
    <>
      <p className="lead">
        <b>
          <Name of={hall} />
        </b>{' '}
        <Hours hours={hall.hours} />
      </p>
      {exceptions.length > 0 && <Exceptions exceptions={exceptions} />}
      <Section id="windows" title={t('windows.open')} wide>
        <Asked of={slots}>
          {(schedules) =>
            schedules.length === 0 ? <p>{t('windows.none')}</p> : <Windows schedules={schedules} />
          }
        </Asked>
      </Section>
    </>
  );
}

/** What the windows of this hall do today. */
export function HallToday({ kiosk }: { kiosk: Kiosk }) {
  const { t } = useTranslation('kiosk');
  const halls = useQuery(
    listPlacesOptions({ query: { region: kiosk.regionCode, limit: MOST_PLACES } }),
  );
  return (
    <>
      <h1>{t('windows.title')}</h1>
      <Asked of={halls}>
        {({ items }) => {
          const hall = items.find((place) => place.regionCode === kiosk.regionCode) ?? items[0];
          return hall ? <Today hall={hall} /> : <p>{t('windows.none')}</p>;
        }}
      </Asked>
    </>
  );
}

/** Where else one can go: in this region and below it, and the halls of the whole city. */
export function Places({ kiosk }: { kiosk: Kiosk }) {
  const { t } = useTranslation(['kiosk', 'place']);
  const [kind, setKind] = useState<PlaceKind>();
  const places = useQuery(
    listPlacesOptions({
      query: {
        limit: MOST_PLACES,
        ...(kind && { kind }),
        ...(kind !== 'cityHall' && { region: kiosk.regionCode }),
      },
    }),
  );
  return (
    <>
      <h1>{t('places.title')}</h1>
      <p className="lead">
        {t('places.here')} <Bilingual chinese={kiosk.place} english={kiosk.placeEn} />
      </p>
      <div className={styles.ways} role="group" aria-label={t('places.kind')}>
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => setKind(kind === each ? undefined : each)}
          >
            {t(`place:kind.${each}`)}
          </button>
        ))}
      </div>
      <Asked of={places}>
        {({ items }) => (
          <ul role="list" className={styles.lines}>
            {items.map((place) => (
              <li key={place.code}>
                <b>
                  <Name of={place} />
                </b>{' '}
                <Bilingual chinese={place.address} english={place.addressEn} /> · {place.telephone}{' '}
                <Hours hours={place.hours} />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}
