import type { FlowMove } from '@/api/generated';
import { DateTime, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { useWords } from '../useWords';
import styles from './Moves.module.css';

const TONES = { waiting: 'sun', running: 'blue', done: 'good' } as const;

/** Moves of an item's cases with how far they have come, and the cases that stay. */
export function MoveList({ moves }: { moves: readonly FlowMove[] }) {
  const { t } = useWords();
  const english = useLanguage() === 'en';
  if (moves.length === 0) return <p>{t('move.pastNone')}</p>;
  return (
    <ul role="list" className={styles.moves}>
      {moves.map((move) => {
        const second = english ? (move.confirmedByEn ?? move.confirmedBy) : move.confirmedBy;
        return (
          <li key={move.id}>
            <h3>
              {t('move.versions', { from: move.fromVersion, to: move.toVersion })}{' '}
              <Tag tone={TONES[move.state]}>{t(`move.state.${move.state}`)}</Tag>
            </h3>
            <p className="quiet">
              <DateTime value={move.askedAt} />
              {' · '}
              {t('move.by', { by: english ? (move.askedByEn ?? move.askedBy) : move.askedBy })}
              {second && <> · {t('move.second', { by: second })}</>}
            </p>
            <p lang="zh-CN">{move.reason}</p>
            {move.state !== 'waiting' && (
              <p>
                <progress
                  max={Math.max(1, move.total)}
                  value={
                    move.state === 'done' ? Math.max(1, move.total) : move.moved + move.kept.length
                  }
                  aria-label={t(`move.state.${move.state}`)}
                />{' '}
                {t('move.progress', {
                  done: move.moved + move.kept.length,
                  total: move.total,
                  moved: move.moved,
                })}
              </p>
            )}
            {move.kept.length > 0 && (
              <details>
                <summary>{t('move.kept')}</summary>
                <ul>
                  {move.kept.map((one) => (
                    <li key={one.caseNumber}>
                      {one.caseNumber}: {t(`move.obstacle.${one.obstacle}`)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
