import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime, Name } from '../Values';
import styles from './Conversation.module.css';

/** A message that was opened; without words where it couldn't be. */
export interface SaidMessage {
  number: number;
  day: string;
  /** Absent for the reporter. */
  by?: { name: string; nameEn?: string | undefined };
  words?: { text: string; about?: string };
  files?: ReactNode;
}

/** A sealed conversation, as one of its sides reads it. */
export function Conversation({
  said,
  mine,
}: {
  said: readonly SaidMessage[];
  mine: 'reporter' | 'office';
}) {
  const { t } = useTranslation('report');
  return (
    <ol role="list" className={styles.conversation} aria-label={t('conversation.label')}>
      {said.map(({ number, day, by, words, files }) => (
        <li key={number} data-side={(by ? 'office' : 'reporter') === mine ? 'mine' : 'theirs'}>
          <p className={styles.head}>
            <strong>
              {by ? (
                <Name of={by} />
              ) : (
                t(mine === 'reporter' ? 'conversation.you' : 'conversation.reporter')
              )}
            </strong>{' '}
            <DateTime value={day} as="date" />
          </p>
          {words?.about && (
            <p className={styles.about}>
              {t('form.about')}: {words.about}
            </p>
          )}
          <p className={styles.text}>{words ? words.text : t('conversation.unreadable')}</p>
          {files}
        </li>
      ))}
    </ol>
  );
}
