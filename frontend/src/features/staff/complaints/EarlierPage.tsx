import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  type EarlierAnswerPreview,
  importEarlierAnswers,
  previewEarlierAnswers,
} from '@/api/generated';
import {
  listEarlierAnswerImportsOptions,
  listEarlierAnswerImportsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Problem, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { FileForm, RowErrors, type Wish } from '../imports/FileForm';
import list from '../List.module.css';
import styles from '../matters/Matters.module.css';
import own from './Complaints.module.css';
import { EarlierImports } from './EarlierImports';

/** Long enough for a table to be read, short enough for progress to be seen. */
const EVERY = 700;
const MARKS_SHOWN = 20;

function Preview({ of }: { of: EarlierAnswerPreview }) {
  const { t } = useTranslation('earlier');
  return (
    <>
      <p role="status">
        <b>{t('preview.sum', { ...of })}</b>
      </p>
      {of.unknownColumns.length > 0 && (
        <p className="quiet">{t('preview.unknown', { columns: of.unknownColumns.join('、') })}</p>
      )}
      {of.samples.length > 0 && (
        <>
          <h2>{t('preview.samples')}</h2>
          <ul role="list" className={own.samples}>
            {of.samples.map((each) => (
              <li key={each.id} lang="zh-CN">
                <b>{each.title}</b>
                <p className={styles.text}>{each.question}</p>
                <p className={styles.text}>{each.answer}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {of.marks.length > 0 && (
        <>
          <h2>{t('preview.marks', { count: of.marked })}</h2>
          {of.marked > MARKS_SHOWN && <p className="quiet">{t('preview.first')}</p>}
          <Table
            caption={t('preview.marksTable')}
            rows={of.marks.slice(0, MARKS_SHOWN)}
            rowKey={(_, index) => String(index)}
            columns={[
              { key: 'row', header: t('row'), rowHeader: true, labelled: true, cell: (m) => m.row },
              { key: 'kind', header: t('what'), cell: (m) => t(`mark.${m.mark.kind}`) },
              {
                key: 'text',
                header: t('stands'),
                cell: (m) => <span lang="zh-CN">{m.mark.text}</span>,
              },
            ]}
          />
        </>
      )}
      {of.errors.length > 0 && <RowErrors errors={of.errors} />}
    </>
  );
}

/** Bringing in what was said and answered before: looked at first, then taken. */
export function EarlierPage() {
  const { t } = useTranslation(['earlier', 'complaints', 'common']);
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(0);
  usePageTitle(t('title'), t('common:site.name'));
  const preview = useMutation({
    mutationFn: async ({ file }: Wish) =>
      (await previewEarlierAnswers({ body: { file }, throwOnError: true })).data,
  });
  const taking = useMutation({
    mutationFn: async ({ file }: Wish) =>
      (await importEarlierAnswers({ body: { file }, throwOnError: true })).data,
    onSuccess: () => {
      preview.reset();
      setChosen(chosen + 1);
      void queries.invalidateQueries({ queryKey: listEarlierAnswerImportsQueryKey() });
    },
  });
  const imports = useQuery({
    ...listEarlierAnswerImportsOptions(),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some((each) => each.status === 'writing') ? EVERY : false,
  });
  const problem = preview.error ?? taking.error ?? imports.error;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/complaints">{t('complaints:list.title')}</Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="quiet">{t('columns')}</p>
      <FileForm
        key={chosen}
        id="earlier-file"
        busy={preview.isPending || taking.isPending}
        clean={(preview.data?.good ?? 0) > 0}
        onChoose={() => {
          preview.reset();
          taking.reset();
        }}
        onRun={(wish) => (wish.dryRun ? preview : taking).mutate(wish)}
      />
      {problem && <Problem problem={toProblem(problem)} />}
      {preview.data && <Preview of={preview.data} />}
      {imports.data && (
        <EarlierImports of={imports.data} onChanged={() => void imports.refetch()} />
      )}
    </div>
  );
}
