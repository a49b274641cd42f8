import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '@/components/Tag';
import { Bilingual } from '@/components/Values';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './Promise.module.css';
import type { CreditEntryView, CreditRequestView } from './types';

function Asked({ of, words }: { of: CreditRequestView; words: 'contestState' | 'repairState' }) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  if (of.state === 'none') return null;
  return (
    <div>
      <p>
        {t(`credit.${words}.${of.state}`, {
          at: of.dueOn ? formatDate(of.dueOn, language, 'date') : '',
        })}
      </p>
      {[of.reason, of.answer].map(
        (said) =>
          said && (
            <p key={said} className={styles.said} lang="zh-CN">
              {said}
            </p>
          ),
      )}
    </div>
  );
}

/** Broken promises: whether they count, until when, and what was asked of them. */
export function CreditEntries<Entry extends CreditEntryView>({
  entries,
  of,
  ways,
}: {
  entries: readonly Entry[];
  /** How a case is named and reached; nothing where one is on its page. */
  of?: (entry: Entry) => ReactNode;
  ways?: (entry: Entry) => ReactNode;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  const day = (at: string) => formatDate(at, language, 'date');
  return (
    <ul role="list" className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <div className={styles.line}>
            <span className={styles.name}>{t(`credit.${entry.kind}`)}</span>
            <Tag tone={entry.removed ? 'plain' : entry.counts ? 'bad' : 'good'}>
              {t(
                entry.removed
                  ? 'credit.removed'
                  : entry.counts
                    ? 'credit.counts'
                    : 'credit.countsNot',
              )}
            </Tag>
          </div>
          <p>
            {entry.kind === 'falsePromise' ? (
              t('conditionsName')
            ) : (
              <Bilingual chinese={entry.piece ?? ''} english={entry.pieceEn} />
            )}
          </p>
          {of?.(entry)}
          <p className="quiet">
            {t('credit.entered', { at: day(entry.enteredAt) })}
            {entry.counts && <> · {t('credit.until', { at: day(entry.periodEnds) })}</>}
            {entry.madeGoodAt && <> · {t('credit.madeGood', { at: day(entry.madeGoodAt) })}</>}
          </p>
          <Asked of={entry.contest} words="contestState" />
          <Asked of={entry.repair} words="repairState" />
          {ways?.(entry)}
        </li>
      ))}
    </ul>
  );
}
