import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Kiosk.module.css';

/** What was asked for, while it comes, when it doesn't, and when it is there. */
export function Asked<Data, Refusal>({
  of,
  children,
}: {
  of: UseQueryResult<Data, Refusal>;
  children: (data: Data) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Problem problem={toProblem(of.error)} onRetry={() => void of.refetch()} />;
  return <Loading lines={6} />;
}

/** Large things to touch, one below the other or side by side. */
export function Choice({ rows, children }: { rows?: boolean; children: ReactNode }) {
  return (
    <ul role="list" className={rows ? styles.rows : styles.tiles}>
      {children}
    </ul>
  );
}

export function Tile({ onTouch, children }: { onTouch: () => void; children: ReactNode }) {
  return (
    <li>
      <button type="button" className={styles.tile} onClick={onTouch}>
        {children}
      </button>
    </li>
  );
}
