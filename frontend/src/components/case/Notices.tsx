import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime } from '@/components/Values';
import styles from './Notices.module.css';
import type { NoticeView } from './types';

/** What the applicant has been told, and whether it got there. */
export function Notices({ notices }: { notices: readonly NoticeView[] }) {
  const { t } = useTranslation('casework');
  return (
    <ul role="list" className={styles.notices}>
      {notices.map((notice) => (
        <li key={notice.createdAt + notice.text}>
          <p className={styles.meta}>
            <DateTime value={notice.createdAt} /> · {t(`notices.channel.${notice.channel}`)}
            {notice.recipient && <> {notice.recipient}</>} · {t(`notices.status.${notice.status}`)}
          </p>
          <p>
            <Bilingual chinese={notice.text} english={notice.textEn} />
          </p>
        </li>
      ))}
    </ul>
  );
}
