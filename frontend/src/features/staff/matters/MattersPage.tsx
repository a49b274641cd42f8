import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Column, Empty, Loading, Problem, SelectField, Table } from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import list from '../List.module.css';
import styles from './Matters.module.css';

/** Which part of the list the address asks for; the first one where it asks for none. */
export function useShown<Part extends string>(parts: readonly [Part, ...Part[]]): Part {
  const { text } = useFilters();
  return parts.find((each) => each === text('shown')) ?? parts[0];
}

/** What somebody asked of the authority and follows to its end, what is due first. */
export function MattersPage<Row extends { number: string }, Part extends string>({
  texts,
  ways,
  parts,
  shown,
  found,
  columns,
}: {
  texts: {
    title: string;
    lead: string;
    shown: string;
    part: (part: Part) => string;
    count: (count: number) => string;
    none: string;
  };
  /** What else can be done from here. */
  ways?: ReactNode;
  parts: readonly Part[];
  shown: Part;
  found: UseQueryResult<{ total: number; items: readonly Row[] }, unknown>;
  columns: readonly Column<Row>[];
}) {
  const { put } = useFilters();
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      {ways && <div className={styles.ways}>{ways}</div>}
      <div className={styles.filters}>
        <SelectField
          label={texts.shown}
          value={shown}
          onChange={({ target }) => put('shown', target.value)}
        >
          {parts.map((each) => (
            <option key={each} value={each}>
              {texts.part(each)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={8} />}
      {found.isError && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <p role="status" className="quiet">
          {texts.count(found.data.total)}
        </p>
      )}
      {found.data?.items.length === 0 && <Empty title={texts.none} />}
      {found.data && found.data.items.length > 0 && (
        <Table
          caption={texts.title}
          rows={found.data.items}
          rowKey={(row) => row.number}
          columns={columns}
        />
      )}
    </div>
  );
}
