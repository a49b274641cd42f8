import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Icon } from './Icon';
import { GROUPS, type Place } from './navigation/place';
import { placeAt } from './places';
import styles from './Places.module.css';
import { useBadges } from './useBadges';

function Entry({ place, here }: { place: Place; here: boolean }) {
  const { t } = useTranslation('console');
  const badges = useBadges();
  const count = place.badge ? badges[place.badge] : 0;
  return (
    <li>
      <Link href={place.path} className={styles.entry} aria-current={here ? 'page' : undefined}>
        <Icon name={place.icon} />
        <span className={styles.label}>{t(place.label)}</span>
        {count > 0 && (
          <span className={styles.badge}>
            <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
            <span className="visually-hidden">{t('shell.unread', { count })}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** The entries, in their groups: beside the page, or in the drawer. */
export function PlaceGroups({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('console');
  const [location] = useLocation();
  const here = placeAt(location)?.path;
  return (
    <>
      {GROUPS.map((group) => {
        const members = places.filter((place) => place.group === group);
        if (members.length === 0) return null;
        return (
          <div key={group} className={styles.group}>
            {group !== 'work' && (
              <p className={styles.heading} id={`places-${group}`}>
                {t(`shell.group.${group}`)}
              </p>
            )}
            <ul role="list" aria-labelledby={group === 'work' ? undefined : `places-${group}`}>
              {members.map((place) => (
                <Entry key={place.path} place={place} here={place.path === here} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

/** The first few, along the bottom of a phone. */
export function PlaceBar({ places }: { places: readonly Place[] }) {
  const [location] = useLocation();
  const here = placeAt(location)?.path;
  return (
    <ul role="list" className={styles.bar}>
      {places.map((place) => (
        <Entry key={place.path} place={place} here={place.path === here} />
      ))}
    </ul>
  );
}
