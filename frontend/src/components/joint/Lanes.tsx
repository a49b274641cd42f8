import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Derivation } from '@/components/case';
import { StateBadge, Tag } from '@/components/Tag';
import { Bilingual, DateTime, useNameText } from '@/components/Values';
import styles from './Lanes.module.css';
import type { LaneView } from './types';

/** Why one wasn't granted, and what one can do about it (行政复议法第二十条, 行政诉讼法第四十六条). */
function Refused({ lane }: { lane: LaneView }) {
  const { t } = useTranslation('joint');
  if (lane.state !== 'refused' && lane.state !== 'notAccepted') return null;
  return (
    <div className={styles.refused}>
      {lane.reason && (
        <p>
          <strong>{t('lane.ground')}</strong> <span lang="zh-CN">{lane.reason}</span>
        </p>
      )}
      <p>{t('lane.remedy')}</p>
    </div>
  );
}

function Lane({
  lane,
  names,
  now,
  href,
  children,
}: {
  lane: LaneView;
  names: ReadonlyMap<string, string>;
  now: number;
  href: string | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation(['joint', 'common']);
  const named = (codes: readonly string[]) =>
    codes.map((code) => names.get(code) ?? code).join(t('list.comma'));
  const open = !lane.endedAt;
  return (
    <li className={styles.lane} data-state={lane.state}>
      <div className={styles.who}>
        <p className={styles.department}>
          <Bilingual chinese={lane.department.name} english={lane.department.nameEn} />
        </p>
        {lane.level && <Tag>{t(`level.${lane.level}`)}</Tag>}
      </div>
      <div className={styles.what}>
        <h3 className={styles.item}>
          <Bilingual chinese={lane.itemName} english={lane.itemNameEn} />
        </h3>
        <p className={styles.state}>
          <StateBadge state={lane.state} />
          {open && <Bilingual chinese={lane.stepName} english={lane.stepNameEn} />}
          {open && lane.dueAt && (
            <span>
              {t('lane.due')} <DateTime value={lane.dueAt} as="date" />
            </span>
          )}
          {lane.endedAt && <DateTime value={lane.endedAt} as="date" />}
        </p>
        {lane.state === 'granted' && lane.result && (
          <p>
            {t('lane.result')} <Bilingual chinese={lane.result} english={lane.resultEn} />
          </p>
        )}
        {open && lane.requires.length > 0 && lane.blockedBy.length === 0 && (
          <p className="quiet">{t('lane.requires', { items: named(lane.requires) })}</p>
        )}
        {open && lane.blockedBy.length > 0 && (
          <p className={styles.blocked}>{t('lane.blocked', { items: named(lane.blockedBy) })}</p>
        )}
        <Refused lane={lane} />
        {lane.lacks && lane.lacks.length > 0 && (
          <ul className={styles.lacks} lang="zh-CN">
            {lane.lacks.map((lack) => (
              <li key={lack.what}>{lack.what}</li>
            ))}
          </ul>
        )}
        {open && lane.deadline && (
          <details className={styles.why}>
            <summary>{t('lane.why')}</summary>
            <Derivation deadline={lane.deadline} now={now} />
          </details>
        )}
        <p className={styles.number}>
          {href ? <a href={href}>{lane.caseNumber}</a> : lane.caseNumber}
        </p>
        {children}
      </div>
    </li>
  );
}

/** Every department's case in a lane of its own. */
export function Lanes({
  lanes,
  now,
  hrefOf,
  beneath,
}: {
  lanes: readonly LaneView[];
  now: number;
  /** Where a case's own page is; none where the reader has none. */
  hrefOf: (lane: LaneView) => string | undefined;
  beneath?: (lane: LaneView) => ReactNode;
}) {
  const nameText = useNameText();
  const names = new Map(
    lanes.map((lane) => [
      lane.itemCode,
      nameText({ name: lane.itemName, nameEn: lane.itemNameEn }),
    ]),
  );
  return (
    <ol role="list" className={styles.lanes}>
      {lanes.map((lane) => (
        <Lane key={lane.caseNumber} lane={lane} names={names} now={now} href={hrefOf(lane)}>
          {beneath?.(lane)}
        </Lane>
      ))}
    </ol>
  );
}
