import { useTranslation } from 'react-i18next';
import history from '@/components/case/History.module.css';
import { Bilingual, DateTime } from '@/components/Values';
import { happenings } from './happenings';
import styles from './Promise.module.css';
import type { CreditEntryView, PieceView, PromiseEventView } from './types';

/** What has happened to a promise and came of it, the latest first. */
export function PromiseHistory({
  events,
  pieces,
  credit,
}: {
  events: readonly PromiseEventView[];
  pieces: readonly PieceView[];
  credit: readonly CreditEntryView[];
}) {
  const { t } = useTranslation('promise');
  const all = happenings(events, credit);
  const named = (code: string) => pieces.find((piece) => piece.code === code);
  return (
    <details className={styles.days}>
      <summary>{t('happened.title', { count: all.length })}</summary>
      <ol role="list" className={styles.happened}>
        {all.map((one, index) => (
          <li key={all.length - index} className={history.entry}>
            <span className={history.at}>
              <DateTime value={one.at} />
            </span>
            <div>
              <p>
                <b>{t(`happened.${one.what}`, { days: one.days ?? 0 })}</b>
              </p>
              {one.pieces.map((code) => {
                const piece = named(code);
                return (
                  <p key={code} className={history.by}>
                    {!piece || piece.kind === 'conditions' ? (
                      piece ? (
                        t('conditionsName')
                      ) : (
                        code
                      )
                    ) : (
                      <Bilingual chinese={piece.name} english={piece.nameEn} />
                    )}
                  </p>
                );
              })}
              {one.said && (
                <p className={history.reason} lang="zh-CN">
                  {one.said}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
