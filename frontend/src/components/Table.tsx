import type { ReactNode } from 'react';
import styles from './Table.module.css';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  rowHeader?: boolean;
  /** A row header that says nothing without its own: a number, say. */
  labelled?: boolean;
  align?: 'start' | 'end';
}

/** A table on wide screens, a list of labelled cards on phones, and always a table to a screen reader. */
export function Table<Row>({
  caption,
  captionHidden = true,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
}) {
  return (
    // Roles are said again: some browsers drop them when CSS changes the display of a table.
    <table className={styles.table} role="table">
      <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" data-align={column.align}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} role="row">
            {columns.map((column) =>
              column.rowHeader ? (
                <th key={column.key} scope="row" role="rowheader">
                  {column.labelled && (
                    <span className={styles.label} aria-hidden="true">
                      {column.header}
                    </span>
                  )}
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" data-align={column.align}>
                  <span className={styles.label} aria-hidden="true">
                    {column.header}
                  </span>
                  <span className={styles.cell}>{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
