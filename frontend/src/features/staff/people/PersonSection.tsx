import type { ReactNode } from 'react';
import { type Column, Table } from '@/components';
import styles from './people.module.css';

/** One part of what there is about somebody: its rows, or that there are none, and how one is added. */
export function PersonSection<Row>({
  id,
  title,
  none,
  add,
  rows,
  rowKey,
  columns,
}: {
  id: string;
  title: string;
  none: string;
  add?: ReactNode;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {add}
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <Table caption={title} rows={rows} rowKey={rowKey} columns={columns} />
      )}
    </section>
  );
}
