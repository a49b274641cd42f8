import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listImportsOptions, listImportsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Button, ErrorSummary, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { formatSize } from '@/lib/size';
import { usePageTitle } from '@/lib/title';
import { ImportList } from './ImportList';
import { ImportReport } from './ImportReport';
import styles from './ImportsPage.module.css';
import { isRunning, useImport } from './useImport';

/** Bringing a power list in: tried dry first, then taken whole or not at all. */
export function ImportsPage() {
  const { t } = useTranslation(['staff', 'common']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const [regionName, setRegionName] = useState('');
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const [noFile, setNoFile] = useState(false);
  const run = useImport();
  const { current } = run;
  const running = run.sending || (current !== undefined && isRunning(current));
  const list = useQuery(listImportsOptions());
  usePageTitle(t('imports.title'), t('common:site.name'));

  const finished = current && !isRunning(current) ? current.id : undefined;
  useEffect(() => {
    if (finished) void queries.invalidateQueries({ queryKey: listImportsQueryKey() });
  }, [finished, queries]);

  function start(dryRun: boolean, columns = mapping) {
    setNoFile(!file);
    setAttempt(attempt + 1);
    if (file) run.start({ file, dryRun, effectiveFrom, regionName, mapping: columns });
  }

  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('imports.title')}</h1>
      <p className="lead">{t('imports.lead')}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          start(true);
        }}
      >
        <ErrorSummary
          errors={noFile && !file ? [{ fieldId: 'import-file', text: t('imports.noFile') }] : []}
          attempt={attempt}
        />
        <div className={styles.choose}>
          <input
            id="import-file"
            type="file"
            accept=".csv,.xlsx"
            className="visually-hidden"
            aria-describedby="import-file-hint"
            disabled={running}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (!chosen) return;
              setFile(chosen);
              setMapping({});
              run.forget();
            }}
          />
          <label htmlFor="import-file" className={styles.pick}>
            {t(file ? 'imports.another' : 'imports.choose')}
          </label>
          <p id="import-file-hint" className={file ? styles.fileName : 'quiet'}>
            {file ? (
              <>
                <b>{file.name}</b> <span className="quiet">{formatSize(file.size)}</span>
              </>
            ) : (
              t('imports.hint')
            )}
          </p>
        </div>
        <details className={styles.more}>
          <summary>{t('imports.more')}</summary>
          <div className={styles.options}>
            <TextField
              type="date"
              label={t('imports.effectiveFrom')}
              hint={t('imports.effectiveFromHint')}
              optional
              width="medium"
              value={effectiveFrom}
              onChange={(event) => setEffectiveFrom(event.target.value)}
            />
            <TextField
              label={t('imports.regionName')}
              hint={t('imports.regionNameHint')}
              optional
              width="medium"
              maxLength={100}
              value={regionName}
              onChange={(event) => setRegionName(event.target.value)}
            />
          </div>
        </details>
        <Button type="submit" size="large" busy={running}>
          {t('imports.dryRun')}
        </Button>
      </form>

      {run.error && <Problem problem={toProblem(run.error)} />}
      {run.sending && (
        <div className={styles.sending}>
          <label htmlFor="import-sending">{t('imports.sending')}</label>
          <progress id="import-sending" value={run.share} max={1} />
        </div>
      )}
      {current && (
        <ImportReport
          one={current}
          mapping={mapping}
          onMap={(columns) => {
            setMapping(columns);
            start(true, columns);
          }}
          onTake={() => start(false)}
        />
      )}

      <section className={styles.latest} aria-labelledby="imports-latest">
        <h2 id="imports-latest">{t('imports.latest')}</h2>
        {list.error && (
          <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.data && <ImportList imports={list.data} />}
      </section>
    </div>
  );
}
