import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importCarriers } from '@/api/generated';
import { Button, Problem, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../people/people.module.css';

/** Bringing carriers in: tried dry first, then taken whole or not at all. */
export function ImportPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  usePageTitle(t('import.title'), t('common:site.name'));
  const run = useMutation({
    mutationFn: async (wish: { file: File; dryRun: boolean }) =>
      (await importCarriers({ body: wish, throwOnError: true })).data,
    onSuccess: (report) => {
      if (report.applied) void queries.invalidateQueries();
    },
  });
  const report = run.data;
  const clean = report && report.errorCount === 0 && !report.applied;
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/carriers">{t('title')}</Link>
      </p>
      <h1>{t('import.title')}</h1>
      <p className="lead">{t('import.lead')}</p>
      <p className="quiet">{t('import.columns')}</p>
      <form
        className={styles.preview}
        onSubmit={(event) => {
          event.preventDefault();
          if (file) run.mutate({ file, dryRun: true });
        }}
      >
        <label htmlFor="carriers-file">
          <b>{t('import.file')}</b>
        </label>
        <input
          id="carriers-file"
          type="file"
          accept=".csv,.xlsx"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            run.reset();
          }}
        />
        <div className={styles.ways}>
          <Button type="submit" busy={run.isPending} look={clean ? 'secondary' : 'primary'}>
            {t('import.try')}
          </Button>
          {clean && file && (
            <Button busy={run.isPending} onClick={() => run.mutate({ file, dryRun: false })}>
              {t('import.take')}
            </Button>
          )}
        </div>
      </form>
      {run.error && <Problem problem={toProblem(run.error)} />}
      <p role="status">
        {report &&
          (report.errorCount > 0
            ? t('import.wrong', { count: report.errorCount })
            : t(report.applied ? 'import.done' : 'import.clean', {
                created: report.created,
                changed: report.changed,
                unchanged: report.unchanged,
              }))}
      </p>
      {report && report.errors.length > 0 && (
        <Table
          caption={t('import.errors')}
          rows={report.errors}
          rowKey={(_, index) => String(index)}
          columns={[
            {
              key: 'row',
              header: t('import.row'),
              rowHeader: true,
              labelled: true,
              cell: (error) => error.row ?? '–',
            },
            { key: 'column', header: t('import.column'), cell: (error) => error.column ?? '–' },
            { key: 'value', header: t('import.value'), cell: (error) => error.value ?? '–' },
            { key: 'detail', header: t('import.detail'), cell: (error) => error.detail },
          ]}
        />
      )}
    </div>
  );
}
