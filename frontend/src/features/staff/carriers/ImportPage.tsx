import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importCarriers } from '@/api/generated';
import { Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { FileForm, RowErrors, type Wish } from '../imports/FileForm';
import styles from '../people/people.module.css';

/** Bringing carriers in: tried dry first, then taken whole or not at all. */
export function ImportPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const queries = useQueryClient();
  usePageTitle(t('import.title'), t('common:site.name'));
  const run = useMutation({
    mutationFn: async (wish: Wish) =>
      (await importCarriers({ body: wish, throwOnError: true })).data,
    onSuccess: (report) => {
      if (report.applied) void queries.invalidateQueries();
    },
  });
  const report = run.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/carriers">{t('title')}</Link>
      </p>
      <h1>{t('import.title')}</h1>
      <p className="lead">{t('import.lead')}</p>
      <p className="quiet">{t('import.columns')}</p>
      <FileForm
        id="carriers-file"
        busy={run.isPending}
        clean={report !== undefined && report.errorCount === 0 && !report.applied}
        onChoose={run.reset}
        onRun={run.mutate}
      />
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
      {report && report.errors.length > 0 && <RowErrors errors={report.errors} />}
    </div>
  );
}
