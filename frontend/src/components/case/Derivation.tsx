import { useTranslation } from 'react-i18next';
import { Bilingual } from '@/components/Values';
import { cityDay, type DeadlineView, tally } from '@/lib/deadline';
import { formatDate, formatLimit } from '@/lib/format';
import { DayCalendar } from './DayCalendar';
import styles from './Derivation.module.css';

/** Why a case is due when it is due (C7): in a sentence, day by day, with the law. */
export function Derivation({ deadline, now }: { deadline: DeadlineView; now: number }) {
  const { t, i18n } = useTranslation('casework');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { resting, paused } = tally(deadline.entries);
  const day = (iso: string) => formatDate(iso, language, 'dateWeekday');
  const sentence = [
    t(deadline.limit.unit === 'hours' ? 'derivation.beginsAt' : 'derivation.begins', {
      limit: formatLimit(deadline.limit, language),
      from:
        deadline.limit.unit === 'hours'
          ? formatDate(deadline.startedAt, language)
          : day(deadline.startedAt),
    }),
    resting > 0 && t('derivation.resting', { count: resting }),
    paused > 0 && t('derivation.paused', { count: paused }),
    deadline.dueDate && t('derivation.ends', { to: day(deadline.dueDate) }),
  ]
    .filter(Boolean)
    .join(t('derivation.then'))
    .concat(t('derivation.stop'));
  return (
    <div className={styles.derivation}>
      <p>{sentence}</p>
      {deadline.provisional && <p className={styles.provisional}>{t('derivation.provisional')}</p>}
      {deadline.entries.length > 0 && (
        <details className={styles.days}>
          <summary>{t('derivation.open')}</summary>
          <DayCalendar deadline={deadline} today={cityDay(now)} />
        </details>
      )}
      {deadline.basis.length > 0 && (
        <details className={styles.days}>
          <summary>{t('derivation.law', { count: deadline.basis.length })}</summary>
          <ul role="list" className={styles.articles}>
            {deadline.basis.map((article) => (
              <li key={article.law + article.article}>
                <p className={styles.article}>
                  <Bilingual
                    chinese={`《${article.law}》${article.article}`}
                    english={
                      article.lawEn ? `${article.lawEn}, ${article.articleEn ?? ''}` : undefined
                    }
                  />
                </p>
                <blockquote>
                  <Bilingual chinese={article.text} english={article.textEn} />
                </blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
