import { useTranslation } from 'react-i18next';
import type { ReportKey } from '@/api/generated';
import { Name } from '@/components';
import styles from './Report.module.css';

const DOES = ['content', 'office', 'person', 'time', 'length', 'destroyed'] as const;
const DOESNT = ['device', 'network', 'writing', 'papers', 'site'] as const;
const ADVICE = ['own', 'elsewhere', 'private', 'tell', 'receipt'] as const;

/** What this protects against, what it doesn't, and what one can do oneself, in plain words. */
export function Protection({ unread, closed }: { unread: number; closed: number }) {
  const { t } = useTranslation('report');
  return (
    <>
      <section aria-labelledby="report-does" className={styles.part}>
        <h2 id="report-does">{t('does.title')}</h2>
        <ul className={styles.points}>
          {DOES.map((each) => (
            <li key={each}>{t(`does.${each}`, { unread, closed })}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report-doesnt" className={`${styles.part} ${styles.warning}`}>
        <h2 id="report-doesnt">{t('doesnt.title')}</h2>
        <ul className={styles.points}>
          {DOESNT.map((each) => (
            <li key={each}>{t(`doesnt.${each}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report-advice" className={styles.part}>
        <h2 id="report-advice">{t('advice.title')}</h2>
        <ul className={styles.points}>
          {ADVICE.map((each) => (
            <li key={each}>{t(`advice.${each}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Who can read what is sealed, by name and by the fingerprint of their key. */
export function Readers({ readers }: { readers: readonly ReportKey[] }) {
  const { t } = useTranslation('report');
  return (
    <section aria-labelledby="report-readers" className={styles.part}>
      <h2 id="report-readers">{t('readers.title')}</h2>
      <p>{t('readers.text')}</p>
      <ul role="list" className={styles.readers}>
        {readers.map((reader) => (
          <li key={reader.id}>
            <span>
              <Name of={reader} />
              {reader.title && (
                <span className="quiet" lang="zh-CN">
                  {` ${reader.title}`}
                </span>
              )}
            </span>
            <code className={styles.fingerprint}>{reader.fingerprint}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
