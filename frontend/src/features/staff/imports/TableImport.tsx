import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ImportError } from '@/api/generated';
import { Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from '../people/people.module.css';
import { FileForm, RowErrors, type Wish } from './FileForm';

interface Report {
  applied: boolean;
  errorCount: number;
  errors: ImportError[];
}

/** A page to bring a table in: tried dry first, then taken whole or not at all. */
export function TableImport<R extends Report>({
  id,
  register,
  texts,
  send,
  sum,
  children,
}: {
  id: string;
  /** The list that the table goes into. */
  register: { href: string; title: string };
  texts: Record<'title' | 'lead' | 'columns', string>;
  send: (wish: Wish) => Promise<R>;
  /** What it came to, in a sentence. */
  sum: (report: R) => string;
  children?: (report: R) => ReactNode;
}) {
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: send,
    onSuccess: ({ applied }) => {
      if (applied) void queries.invalidateQueries();
    },
  });
  const report = run.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href={register.href}>{register.title}</Link>
      </p>
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <p className="quiet">{texts.columns}</p>
      <FileForm
        id={id}
        busy={run.isPending}
        clean={report !== undefined && report.errorCount === 0 && !report.applied}
        onChoose={run.reset}
        onRun={run.mutate}
      />
      {run.error && <Problem problem={toProblem(run.error)} />}
      <p role="status">{report && <b>{sum(report)}</b>}</p>
      {report && report.errors.length > 0 && <RowErrors errors={report.errors} />}
      {report && children?.(report)}
    </div>
  );
}
