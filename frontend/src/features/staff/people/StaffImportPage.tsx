import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importStaff } from '@/api/generated';
import { Button, Problem, Table, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { formatSize } from '@/lib/size';
import { usePageTitle } from '@/lib/title';
import styles from './people.module.css';

const TONES = { created: 'good', changed: 'blue', unchanged: 'plain' } as const;

/** Bringing people in: tried dry first, then taken whole or not at all. */
export function StaffImportPage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  usePageTitle(t('import.title'), t('common:site.name'));
  const run = useMutation({
    mutationFn: async (wish: { file: File; dryRun: boolean }) =>
      (await importStaff({ body: wish, throwOnError: true })).data,
    onSuccess: (report) => {
      if (report.applied) void queries.invalidateQueries();
    },
  });
  const report = run.data;
  const clean = report && report.errorCount === 0 && !report.applied;
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/people">{t('title')}</Link>
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
        <label htmlFor="staff-file">
          <b>{t('import.file')}</b>
        </label>
        <input
          id="staff-file"
          type="file"
          accept=".csv,.xlsx"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            run.reset();
          }}
        />
        {file && (
          <p className="quiet">
            {file.name} {formatSize(file.size)}
          </p>
        )}
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
      <div role="status">
        {report && (
          <p className={styles.section}>
            <b>
              {report.errorCount > 0
                ? t('import.wrong', { count: report.errorCount })
                : t(report.applied ? 'import.done' : 'import.clean', {
                    created: report.created,
                    changed: report.changed,
                    unchanged: report.unchanged,
                  })}
            </b>
          </p>
        )}
      </div>
      {report && report.unknownColumns.length > 0 && (
        <p className="quiet">
          {t('import.unknown')} {report.unknownColumns.join(t('and'))}
        </p>
      )}
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
            { key: 'detail', header: t('import.what'), cell: (error) => error.detail },
          ]}
        />
      )}
      {report && report.people.length > 0 && (
        <>
          {report.applied && report.created > 0 && <p>{t('code.text')}</p>}
          <Table
            caption={t('title')}
            rows={report.people}
            rowKey={(person) => person.account}
            columns={[
              {
                key: 'name',
                header: t('field.name'),
                rowHeader: true,
                cell: (person) => person.name,
              },
              { key: 'account', header: t('field.account'), cell: (person) => person.account },
              {
                key: 'outcome',
                header: t('import.outcome'),
                cell: (person) => (
                  <Tag tone={TONES[person.outcome]}>{t(`outcome.${person.outcome}`)}</Tag>
                ),
              },
              {
                key: 'code',
                header: t('code.short'),
                cell: (person) =>
                  person.activationCode ? <code>{person.activationCode}</code> : '–',
              },
            ]}
          />
        </>
      )}
    </div>
  );
}
