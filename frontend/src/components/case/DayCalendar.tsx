import { useTranslation } from 'react-i18next';
import { type DeadlineDay, type DeadlineView, weekdayOf } from '@/lib/deadline';
import { formatDate } from '@/lib/format';
import styles from './DayCalendar.module.css';

/** A limit day by day: a calendar where there is room for one, a list where there isn't. */
export function DayCalendar({ deadline, today }: { deadline: DeadlineView; today: string }) {
  const { t, i18n } = useTranslation('casework');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const hours = deadline.limit.unit === 'hours';
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    formatDate(`2024-01-0${index + 1}`, language, 'weekday'),
  );

  const what = (day: DeadlineDay) => {
    const note = language === 'en' ? (day.noteEn ?? day.note) : day.note;
    if (day.counted && day.number !== undefined) {
      const number = t(hours ? 'days.hour' : 'days.number', { number: day.number });
      return day.reason === 'makeUpDay' || day.reason === 'movedToWorkingDay'
        ? `${number} · ${t(`days.reason.${day.reason}`)}`
        : number;
    }
    return day.reason === 'holiday' || day.reason === 'paused'
      ? (note ?? t(`days.reason.${day.reason}`))
      : t(`days.reason.${day.reason}`);
  };
  const full = (day: DeadlineDay) => {
    const note = language === 'en' ? (day.noteEn ?? day.note) : day.note;
    return note && day.reason !== 'holiday' && note !== what(day) ? note : undefined;
  };

  return (
    <div className={styles.frame}>
      <div className={styles.weekdays} aria-hidden="true">
        {weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <ol role="list" className={styles.days}>
        {deadline.entries.map((day, index) => {
          const newMonth =
            index === 0 || day.date.slice(5, 7) !== deadline.entries[index - 1]?.date.slice(5, 7);
          const due = day.date === deadline.dueDate;
          return (
            <li
              key={day.date}
              className={styles.day}
              data-counted={day.counted || undefined}
              data-reason={day.reason}
              data-due={due || undefined}
              data-today={day.date === today || undefined}
              style={index === 0 ? { gridColumnStart: weekdayOf(day.date) } : undefined}
            >
              <time dateTime={day.date} className={styles.date}>
                <span className={styles.listDate}>
                  {formatDate(day.date, language, 'monthDay')}
                </span>
                <span className={styles.listWeekday}>
                  {formatDate(day.date, language, 'weekday')}
                </span>
                <span className={styles.gridDate} aria-hidden="true">
                  {newMonth
                    ? formatDate(day.date, language, 'monthDay')
                    : Number(day.date.slice(8))}
                </span>
              </time>
              <span className={styles.what}>
                <span className="visually-hidden">
                  {t(day.counted ? 'days.counts' : 'days.countsNot')}{' '}
                </span>
                {what(day)}
                {full(day) && <span className={styles.note}>{full(day)}</span>}
                {day.provisional && <span className={styles.note}>{t('days.provisional')}</span>}
              </span>
              {(due || day.date === today) && (
                <span className={styles.flag}>{t(due ? 'days.due' : 'days.today')}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
