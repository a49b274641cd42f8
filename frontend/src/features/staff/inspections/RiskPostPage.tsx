import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { RiskPostFile } from '@/api/generated';
import { getRiskPostOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, KeyFacts, Loading, Name, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import record from '../Record.module.css';
import { EvaluationForm } from './EvaluationForm';
import styles from './Inspections.module.css';
import { MarkDialog } from './MarkDialog';
import { Due } from './RiskPostsPage';

function Evaluations({ file }: { file: RiskPostFile }) {
  const { t } = useTranslation('inspection');
  const latest = (year: number) =>
    Math.max(...file.evaluations.filter((each) => each.year === year).map((each) => each.number));
  return (
    <ul role="list" className={record.list}>
      {file.evaluations.map((each) => (
        <li key={`${each.year}-${each.number}`} className={record.entry}>
          <div className={record.line}>
            <strong>{each.year}</strong>
            <Tag>{t(`posts.grades.${each.grade}`)}</Tag>
            {each.number < latest(each.year) && <span>{t('posts.replaced')}</span>}
          </div>
          <p className={styles.words} lang="zh-CN">
            {each.text}
          </p>
          {each.reason && (
            <p>
              {t('posts.why2')}: <span lang="zh-CN">{each.reason}</span>
            </p>
          )}
          <p className={record.meta}>
            <span lang="zh-CN">{each.by}</span>
            <DateTime value={each.at} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Marks({ file }: { file: RiskPostFile }) {
  const { t } = useTranslation('inspection');
  return (
    <ul role="list" className={record.list}>
      {file.marks.map((mark) => (
        <li key={mark.at} className={record.entry}>
          <strong>{t(mark.marked ? 'posts.mark' : 'posts.unmark')}</strong>
          <span lang="zh-CN">{mark.reason}</span>
          <p className={record.meta}>
            <span lang="zh-CN">{mark.by}</span>
            <DateTime value={mark.at} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A post with a grave risk: when it was inspected, what was said of its years, who marked it. */
export function RiskPostPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const { department = '', post = '' } = useParams<{ department: string; post: string }>();
  const path = { department: decodeURIComponent(department), post: decodeURIComponent(post) };
  const queries = useQueryClient();
  const [marking, setMarking] = useState(false);
  const found = useQuery({ ...getRiskPostOptions({ path }), staleTime: 0 });
  const file = found.data;
  usePageTitle(file?.post.postName ?? t('posts.title'), t('common:site.name'));
  const changed = () => void queries.invalidateQueries();
  return (
    <div className={`wrap ${list.page} ${record.page}`}>
      <p>
        <Link href="/staff/risk-posts">{t('posts.all')}</Link>
      </p>
      <h1>
        {file ? (
          <Bilingual chinese={file.post.postName} english={file.post.postNameEn} />
        ) : (
          t('posts.title')
        )}
      </h1>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {file && (
        <>
          <KeyFacts
            compact
            facts={[
              { label: t('posts.department'), value: <Name of={file.post.department} /> },
              {
                label: t('posts.inspected'),
                value: file.post.inspectedOn ? (
                  <DateTime value={file.post.inspectedOn} as="date" />
                ) : (
                  t('posts.never')
                ),
              },
              { label: t('posts.due'), value: <Due post={file.post} /> },
              {
                label: t('posts.why'),
                value: (
                  <>
                    {file.post.byFlows && <Tag>{t('posts.byFlows')}</Tag>}{' '}
                    {file.post.marked && <Tag tone="sun">{t('posts.marked')}</Tag>}
                  </>
                ),
              },
            ]}
          />
          <div className={record.ways}>
            <Link
              href={`/staff/inspections?department=${encodeURIComponent(path.department)}&post=${encodeURIComponent(path.post)}`}
            >
              {t('posts.inspections')}
            </Link>
            <Button look="secondary" onClick={() => setMarking(true)}>
              {t(file.post.marked ? 'posts.unmark' : 'posts.mark')}
            </Button>
          </div>
          {marking && (
            <MarkDialog
              post={file.post}
              onDone={() => {
                setMarking(false);
                changed();
              }}
              onClose={() => setMarking(false)}
            />
          )}
          <h2>{t('posts.evaluations')}</h2>
          <EvaluationForm key={file.version} file={file} onDone={changed} />
          {file.evaluations.length > 0 && <Evaluations file={file} />}
          {file.marks.length > 0 && (
            <>
              <h2>{t('posts.marks')}</h2>
              <Marks file={file} />
            </>
          )}
        </>
      )}
    </div>
  );
}
