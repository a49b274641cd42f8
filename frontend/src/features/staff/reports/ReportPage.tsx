import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { type ReportFile, setReportState } from '@/api/generated';
import { getReportOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Problem, TextArea } from '@/components';
import { Conversation, ReportStateTag } from '@/components/report';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import { type Keys, type NamedFile } from '@/lib/sealing';
import { usePageTitle } from '@/lib/title';
import { HandOver } from '../clues/HandOver';
import list from '../List.module.css';
import { answer, fetchFile, readAll } from './opening';
import styles from './Reports.module.css';
import { useKeys } from './useKeys';

const MOST_TEXT = 15_000;

function Files({ files }: { files: readonly NamedFile[] }) {
  const { t } = useTranslation('reports');
  const fetch = useMutation({
    mutationFn: async (file: NamedFile) => save(await fetchFile(file), file.name),
    gcTime: 0,
  });
  return (
    <>
      <ul role="list" className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Button look="secondary" busy={fetch.isPending} onClick={() => fetch.mutate(file)}>
              {t('file', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
      {fetch.error && <Problem problem={toProblem(fetch.error)} />}
    </>
  );
}

function Answer({ report, keys, onDone }: { report: ReportFile; keys: Keys; onDone: () => void }) {
  const { t } = useTranslation('reports');
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: async () => {
      await answer(report, text.trim(), keys);
      setText('');
    },
    onSettled: onDone,
    gcTime: 0,
  });
  return (
    <form
      noValidate
      autoComplete="off"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && !send.isPending) send.mutate();
      }}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextArea
        id="report-answer"
        label={t('answer.label')}
        hint={t('answer.hint')}
        rows={5}
        maxLength={MOST_TEXT}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="submit" busy={send.isPending} disabled={!text.trim()}>
          {t('answer.send')}
        </Button>
      </div>
    </form>
  );
}

function States({
  report,
  coming,
  onDone,
}: {
  report: ReportFile;
  /** What is shown is being fetched anew: its version may be another's already. */
  coming: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation('reports');
  const go = useMutation({
    mutationFn: async (state: ReportFile['state']) => {
      await setReportState({
        path: { reportId: report.id },
        body: { state },
        headers: { 'If-Match': `"${report.version}"` },
        throwOnError: true,
      });
    },
    onSettled: onDone,
  });
  return (
    <>
      {go.error && <Problem problem={toProblem(go.error)} />}
      <div className={styles.ways}>
        {report.possible.map((state) => (
          <Button
            key={state}
            look="secondary"
            busy={go.isPending}
            disabled={coming}
            onClick={() => go.mutate(state)}
          >
            {t(`go.${state as 'looking' | 'clue' | 'closed'}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** A report, opened in this browser with the key that is kept here. */
export function ReportPage() {
  const { t } = useTranslation(['reports', 'report', 'common']);
  const { id = '' } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const keys = useKeys();
  const found = useQuery({ ...getReportOptions({ path: { reportId: id } }), staleTime: 0 });
  const report = found.data;
  const read = useQuery({
    queryKey: ['report-read', id, report?.version, report?.next, !!keys.data],
    queryFn: () => (report ? readAll(report, keys.data ?? undefined) : []),
    enabled: report !== undefined && !keys.isPending,
    gcTime: 0,
  });
  const title = t('of', { number: id.slice(0, 8).toUpperCase() });
  usePageTitle(title, t('common:site.name'));
  const reload = () =>
    void queries.invalidateQueries({
      queryKey: getReportOptions({ path: { reportId: id } }).queryKey,
    });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/reports">{t('title')}</Link>
      </p>
      <div className={styles.head}>
        <h1>{title}</h1>
        {report && <ReportStateTag state={report.state} />}
      </div>
      {found.error && <Problem problem={toProblem(found.error)} onRetry={reload} />}
      {(found.isPending || keys.isPending) && <Loading lines={8} />}
      {report && !keys.isPending && (
        <>
          {!keys.data && (
            <p className={styles.note} role="status">
              {t('noKey')} <Link href="/staff/reports/recipients">{t('recipients.title')}</Link>
            </p>
          )}
          {read.data && (
            <Conversation
              mine="office"
              said={read.data.map((said) => ({
                ...said,
                ...(said.words?.files && { files: <Files files={said.words.files} /> }),
              }))}
            />
          )}
          {keys.data && (
            <>
              <h2>{t('answer.title')}</h2>
              <Answer report={report} keys={keys.data} onDone={reload} />
            </>
          )}
          <h2>{t('go.title')}</h2>
          <p className="quiet">{t('go.text')}</p>
          <States report={report} coming={found.isFetching} onDone={reload} />
          <HandOver kind="report" reference={id} channel="web" />
          <h2>{t('steps')}</h2>
          <ol role="list" className={styles.steps}>
            {report.steps.map((step, index) => (
              <li key={index}>
                <DateTime value={step.day} as="date" /> {t(`report:state.${step.state}`)}{' '}
                <span className="quiet">{step.by ?? t('byReporter')}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
