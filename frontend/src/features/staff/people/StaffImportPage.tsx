import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importStaff } from '@/api/generated';
import { Problem, Table, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { FileForm, RowErrors, type Wish } from '../imports/FileForm';
import styles from './people.module.css';

const TONES = { created: 'good', changed: 'blue', unchanged: 'plain' } as const;

/** Bringing people in: tried dry first, then taken whole or not at all. */
export function StaffImportPage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  usePageTitle(t('import.title'), t('common:site.name'));
  const run = useMutation({
    mutationFn: async (wish: Wish) => (await importStaff({ body: wish, throwOnError: true })).data,
    onSuccess: (report) => {
      if (report.applied) void queries.invalidateQueries();
    },
  });
  const report = run.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/people">{t('title')}</Link>
      </p>
      <h1>{t('import.title')}</h1>
      <p className="lead">{t('import.lead')}</p>
      <p className="quiet">{t('import.columns')}</p>
      <FileForm
        id="staff-file"
        busy={run.isPending}
        clean={report !== undefined && report.errorCount === 0 && !report.applied}
        onChoose={run.reset}
        onRun={run.mutate}
      />
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
      {report && report.errors.length > 0 && <RowErrors errors={report.errors} />}
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
