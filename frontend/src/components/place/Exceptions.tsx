import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime } from '../Values';
import styles from './Exceptions.module.css';

/** Days on which a place is closed or open otherwise than usual, and why. */
export function Exceptions({
  exceptions,
}: {
  exceptions: readonly {
    from: string;
    until: string;
    hours: readonly { from: string; until: string }[];
    why: string;
    whyEn?: string | undefined;
  }[];
}) {
  const { t } = useTranslation('place');
  return (
    <ul role="list" className={styles.list}>
      {exceptions.map(({ from, until, hours, why, whyEn }) => (
        <li key={from}>
          <b>
            <DateTime value={from} as="date" />
            {until !== from && (
              <>
                {' – '}
                <DateTime value={until} as="date" />
              </>
            )}
          </b>{' '}
          <span>
            {hours.length === 0
              ? t('closed')
              : t('openThen', {
                  spans: hours.map((span) => `${span.from}–${span.until}`).join(t('listSeparator')),
                })}
          </span>{' '}
          <span className="quiet">
            <Bilingual chinese={why} english={whyEn} />
          </span>
        </li>
      ))}
    </ul>
  );
}
