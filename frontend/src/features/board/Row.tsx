import { memo } from 'react';
import type { BoardEntry } from '@/api/generated';
import { cityDay } from '@/lib/deadline';
import { formatDate } from '@/lib/format';
import type { Language } from '@/lib/language';
import styles from './Row.module.css';
import type { Words } from './words';

/** How long a name is for a wall's one line; a Chinese character takes the room of two letters. */
function lengthOf(name: string): 'long' | 'longest' | undefined {
  let letters = 0;
  for (const character of name) letters += character > '\u2e7f' ? 2.15 : 1;
  if (letters > 41) return 'longest';
  return letters > 37 ? 'long' : undefined;
}

/** A name in the reader's language, marked as Chinese where the city has no other. */
function Either({
  chinese,
  english,
  language,
}: {
  chinese: string;
  english: string | undefined;
  language: Language;
}) {
  if (language === 'en') return english ? <>{english}</> : <span lang="zh-CN">{chinese}</span>;
  return <>{chinese}</>;
}

export const Row = memo(function Row({
  entry,
  index,
  fresh,
  today,
  words,
  language,
}: {
  entry: BoardEntry;
  index: number;
  fresh: boolean;
  today: string;
  words: Words;
  language: Language;
}) {
  const day = cityDay(Date.parse(entry.at));
  const when =
    day === today
      ? formatDate(entry.at, language, 'time')
      : language === 'en'
        ? formatDate(entry.at, language, 'monthDay')
        : day.slice(5);
  const shownName = (language === 'en' && entry.itemNameEn) || entry.itemName;
  return (
    <li
      className={styles.row}
      data-fresh={fresh || undefined}
      // Rows lie one below the other by their place, so that a row that moves up glides there.
      style={{ '--index': index } as React.CSSProperties}
    >
      <time className={styles.time} dateTime={entry.at}>
        {when}
      </time>
      <span className={styles.number}>{entry.caseNumber}</span>
      <span className={styles.item} data-length={lengthOf(shownName)}>
        <b>
          <Either chinese={entry.itemName} english={entry.itemNameEn} language={language} />
        </b>
        <span className={styles.department}>
          <Either
            chinese={entry.departmentName}
            english={entry.departmentNameEn}
            language={language}
          />
          {entry.takenInAt && (
            <>
              {` · ${words.takenIn} `}
              <Either chinese={entry.takenInAt} english={entry.takenInAtEn} language={language} />
            </>
          )}
          {entry.jointNumber && ` · ${words.joint} ${entry.jointNumber}`}
        </span>
      </span>
      <span className={styles.step}>
        <Either chinese={entry.stepName} english={entry.stepNameEn} language={language} />
      </span>
      <span className={styles.state} data-state={entry.state}>
        {words.states[entry.state]}
      </span>
    </li>
  );
});
