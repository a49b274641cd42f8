import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/components/Tag';
import { Bilingual, DateTime, Name } from '@/components/Values';
import { PhaseBadge } from './PhaseBadge';
import styles from './Phases.module.css';
import type { PhaseItemView, PhaseView, WaitView } from './types';

function Wait({ wait }: { wait: WaitView }) {
  const { t } = useTranslation('project');
  return (
    <li>
      <Bilingual chinese={wait.phaseName} english={wait.phaseNameEn} />
      {wait.itemName ? (
        <>
          {t('waits.of')}
          <Bilingual chinese={wait.itemName} english={wait.itemNameEn} />{' '}
          {wait.state && <StateBadge state={wait.state} />}
        </>
      ) : (
        <> {t('waits.nothing')}</>
      )}
    </li>
  );
}

/** What keeps a phase from beginning, or what a phase that has begun has lost. */
function Waits({ phase }: { phase: PhaseView }) {
  const { t } = useTranslation('project');
  if (phase.waits.length === 0) return null;
  const lost = phase.items.length > 0;
  return (
    <div className={lost ? styles.lost : styles.waits}>
      <p>{t(lost ? 'waits.lost' : 'waits.needs')}</p>
      <ul>
        {phase.waits.map((wait) => (
          <Wait key={wait.phase + (wait.itemCode ?? '')} wait={wait} />
        ))}
      </ul>
    </div>
  );
}

function Item({ item, href }: { item: PhaseItemView; href: string | undefined }) {
  const { t } = useTranslation('project');
  return (
    <li className={styles.item}>
      <div className={styles.itemName}>
        {href ? (
          <a href={href}>
            <Bilingual chinese={item.itemName} english={item.itemNameEn} />
          </a>
        ) : (
          <Bilingual chinese={item.itemName} english={item.itemNameEn} />
        )}
        <span className="quiet small">
          <Name of={item.department} />
        </span>
      </div>
      <p className={styles.where}>
        <StateBadge state={item.state} />
        {item.stepName && <Bilingual chinese={item.stepName} english={item.stepNameEn} />}
        {item.dueAt && (
          <span>
            {t('phase.due')} <DateTime value={item.dueAt} as="date" />
          </span>
        )}
        {item.endedAt && <DateTime value={item.endedAt} as="date" />}
      </p>
    </li>
  );
}

/** All phases of a project, one below the other, in their order. */
export function Phases({
  phases,
  hrefOf,
  beneath,
}: {
  phases: readonly PhaseView[];
  /** Where a case's own page is; none where the reader has none. */
  hrefOf?: (item: PhaseItemView) => string | undefined;
  /** What one can do with a phase. */
  beneath?: (phase: PhaseView) => ReactNode;
}) {
  const { t } = useTranslation('project');
  return (
    <ol role="list" className={styles.phases}>
      {phases.map((phase) => (
        <li key={phase.code} className={styles.phase} data-state={phase.state}>
          <div className={styles.head}>
            <h3>
              <Name of={phase} />
            </h3>
            <PhaseBadge state={phase.state} />
          </div>
          <p className="quiet">
            {phase.leadDepartment && (
              <>
                {t('phase.lead')} <Name of={phase.leadDepartment} />
              </>
            )}
            {phase.dueAt && (
              <>
                {' · '}
                {t('phase.allDue')} <DateTime value={phase.dueAt} as="date" />
              </>
            )}
          </p>
          <Waits phase={phase} />
          {phase.items.length > 0 && (
            <ul role="list" className={styles.items}>
              {phase.items.map((item) => (
                <Item key={item.itemCode} item={item} href={hrefOf?.(item)} />
              ))}
            </ul>
          )}
          {beneath?.(phase)}
        </li>
      ))}
    </ol>
  );
}
