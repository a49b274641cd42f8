import { useTranslation } from 'react-i18next';
import type { OwnSession } from '@/api/generated';
import { Button, DateTime, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { formatAgo } from '@/lib/format';
import styles from './SessionList.module.css';
import { useDeviceText } from './useDeviceText';

/** Where one is signed in: this device first, then the last used. */
export function SessionList({
  sessions,
  now,
  onEnd,
}: {
  sessions: readonly OwnSession[];
  /** When the list was read, in milliseconds. */
  now: number;
  onEnd: (session: OwnSession) => void;
}) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const deviceText = useDeviceText();
  const ordered = [
    ...sessions.filter((each) => each.current),
    ...sessions.filter((each) => !each.current),
  ];
  return (
    <ul role="list" className={styles.list}>
      {ordered.map((session) => {
        const device = deviceText(session.device);
        return (
          <li key={session.id} className={session.current ? styles.current : undefined}>
            <div className={styles.what}>
              <p className={styles.device}>
                <b>{device}</b>
                {session.current && <Tag tone="sun">{t('sessions.current')}</Tag>}
              </p>
              <p className={styles.use}>
                {session.current ? (
                  t('sessions.inUse')
                ) : (
                  <time dateTime={session.lastUsedAt}>
                    {t('sessions.lastUsed', { ago: formatAgo(session.lastUsedAt, now, language) })}
                  </time>
                )}
              </p>
              <dl className={styles.times}>
                <div>
                  <dt>{t('sessions.begun')}</dt>
                  <dd>
                    <DateTime value={session.begunAt} />
                  </dd>
                </div>
                <div>
                  <dt>{t('sessions.expires')}</dt>
                  <dd>
                    <DateTime value={session.expiresAt} />
                  </dd>
                </div>
              </dl>
            </div>
            <Button
              look="secondary"
              aria-label={t('sessions.endOf', { device })}
              onClick={() => onEnd(session)}
            >
              {t('sessions.end')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
