import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime } from '@/components/Values';
import styles from './Notices.module.css';
import type { DeliveryView, NoticeView } from './types';

/** How far it got by one way, in words. */
function Progress({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation('casework');
  const { channel, status, attempts = 0, failure, nextAttemptAt, sentAt, settledAt } = delivery;
  if (channel === 'inApp') return <>{t('notices.shown')}</>;
  const at = status === 'waiting' ? nextAttemptAt : (settledAt ?? sentAt);
  const words =
    status === 'failed' && failure
      ? t(`notices.failure.${failure}`)
      : status === 'waiting' && attempts > 0
        ? t('notices.again', { count: attempts })
        : t(`notices.status.${status}`);
  return (
    <>
      <span data-status={status} className={styles.status}>
        {words}
      </span>
      {at && (
        <>
          {' '}
          {status === 'waiting' && t('notices.next')} <DateTime value={at} />
        </>
      )}
    </>
  );
}

/** What the applicant has been told, by which ways, and whether it got there. */
export function Notices({ notices }: { notices: readonly NoticeView[] }) {
  const { t } = useTranslation('casework');
  return (
    <ul role="list" className={styles.notices}>
      {notices.map((notice) => {
        const ways: readonly DeliveryView[] = notice.deliveries ?? [notice];
        return (
          <li key={notice.createdAt + notice.text}>
            <p className={styles.meta}>
              <DateTime value={notice.createdAt} />
            </p>
            <p>
              <Bilingual chinese={notice.text} english={notice.textEn} />
            </p>
            <ul role="list" className={styles.ways}>
              {ways.map((delivery) => {
                const recipient =
                  delivery.channel === 'inApp'
                    ? undefined
                    : (notice.recipients?.[delivery.channel] ??
                      (delivery.channel === notice.channel ? notice.recipient : undefined));
                return (
                  <li key={delivery.channel}>
                    <span className={styles.way}>
                      {t(`notices.channel.${delivery.channel}`)} {recipient}
                    </span>
                    <span>
                      <Progress delivery={delivery} />
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
