import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Derivation } from '@/components/case';
import { Tag, type Tone } from '@/components/Tag';
import { Bilingual } from '@/components/Values';
import { useLanguage } from '@/i18n';
import { formatDate, formatLimit } from '@/lib/format';
import styles from './Promise.module.css';
import type { PieceView } from './types';

const TONES: Record<PieceView['state'], Tone> = {
  promised: 'plain',
  awaited: 'sun',
  handedIn: 'blue',
  kept: 'good',
  broken: 'bad',
  madeGood: 'warn',
  lapsed: 'plain',
};

/** What was promised: each thing, where it stands, and how its last day comes about. */
export function Pieces<Piece extends PieceView>({
  pieces,
  now,
  ways,
}: {
  pieces: readonly Piece[];
  now: number;
  /** What can be done about one of them. */
  ways?: (piece: Piece) => ReactNode;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  return (
    <ul role="list" className={styles.list}>
      {pieces.map((piece) => {
        const conditions = piece.kind === 'conditions';
        const due = piece.state === 'awaited' ? piece.deadline?.dueDate : undefined;
        const limit = formatLimit(piece.limit, language);
        return (
          <li key={piece.code} className={styles.entry}>
            <div className={styles.line}>
              <span className={styles.name}>
                {conditions ? (
                  t('conditionsName')
                ) : (
                  <Bilingual chinese={piece.name} english={piece.nameEn} />
                )}
              </span>
              <Tag tone={TONES[piece.state]}>
                {t(conditions ? `conditionState.${piece.state}` : `state.${piece.state}`)}
              </Tag>
            </div>
            <p>
              {due
                ? t(conditions ? 'checkDue' : 'due', {
                    at: formatDate(due, language, 'dateWeekday'),
                  })
                : t(conditions ? 'checkLimit' : 'limit', { limit })}
              {due && piece.deadline?.provisional && t('provisional')}
            </p>
            {piece.said && (
              <p className={styles.said}>
                <span className="quiet small">{t('said')}</span>
                <br />
                <span lang="zh-CN">{piece.said}</span>
              </p>
            )}
            {piece.deadline && piece.state === 'awaited' && (
              <details className={styles.days}>
                <summary>{t('derivation')}</summary>
                <Derivation deadline={piece.deadline} now={now} />
              </details>
            )}
            {ways?.(piece)}
          </li>
        );
      })}
    </ul>
  );
}
