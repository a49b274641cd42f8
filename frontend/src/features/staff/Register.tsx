import type { ReactNode } from 'react';
import { type Column, Empty, Loading, More, Problem, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Register.module.css';

/** A register one searches: filters that stand in the address, and what they find, the latest first. */
export function Register<Row extends { id: string | number }>({
  texts,
  filters,
  found,
  rows,
  columns,
  ways,
}: {
  texts: { title: string; lead: string; filters: string; none: string; noneText: string };
  filters: ReactNode;
  found: Parameters<typeof More>[0]['of'] & {
    error: unknown;
    isPending: boolean;
    refetch: () => Promise<unknown>;
  };
  /** Nothing until they are there. */
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  /** How many there are, and what can be done; even where nothing was found. */
  ways?: ReactNode;
}) {
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <form
        role="search"
        className={styles.filters}
        aria-label={texts.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        {filters}
      </form>
      {found.isPending && <Loading lines={8} />}
      {found.error !== null && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {rows && ways && <div className={styles.ways}>{ways}</div>}
      {rows?.length === 0 && (
        <Empty title={texts.none}>
          <p>{texts.noneText}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <Table
          caption={texts.title}
          rows={rows}
          rowKey={(row) => String(row.id)}
          columns={columns}
        />
      )}
      <More of={found} />
    </div>
  );
}
