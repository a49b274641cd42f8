import { useTranslation } from 'react-i18next';
import styles from './Standard.module.css';

export const ROOM_ITEMS = ['premises', 'sign', 'duty', 'telephone', 'register', 'guides'] as const;
export type RoomItem = (typeof ROOM_ITEMS)[number];

/** What a village room must have, and whether it was there (有场所、牌子、值班、电话、登记簿、流程和指南). */
export function Standard({ met }: { met: readonly RoomItem[] }) {
  const { t } = useTranslation('place');
  return (
    <ul role="list" className={styles.items}>
      {ROOM_ITEMS.map((item) => (
        <li key={item} data-met={met.includes(item)}>
          <span aria-hidden="true">{met.includes(item) ? '✓' : '✗'}</span> {t(`room.${item}`)}
          <span className="visually-hidden">
            {t(met.includes(item) ? 'room.there' : 'room.missing')}
          </span>
        </li>
      ))}
    </ul>
  );
}
