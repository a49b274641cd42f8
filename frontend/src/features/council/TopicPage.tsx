import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  contributeToCouncilTopic,
  downloadCouncilFile,
  withdrawCouncilContribution,
} from '@/api/generated';
import { getCouncilTopicOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Button, DateTime, KeyFacts, Loading, Name, Problem, Tag } from '@/components';
import { Answer, type FetchFile, Thread, TopicStateTag, Writing } from '@/components/council';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Council.module.css';

export const fetchFile: FetchFile = async (councilFileId) => {
  const { data } = await downloadCouncilFile({
    path: { councilFileId },
    parseAs: 'blob',
    throwOnError: true,
  });
  return data;
};

/** A topic with what was written and answered, and a place to write on. */
export function TopicPage({ number }: { number: string }) {
  const { t } = useTranslation(['council', 'common']);
  const given = useGivenFiles();
  const path = { councilTopicNumber: number };
  const found = useQuery({ ...getCouncilTopicOptions({ path }), retry: false, staleTime: 0 });
  const withdrawing = useMutation({
    mutationFn: (councilContribution: number) =>
      withdrawCouncilContribution({
        path: { ...path, councilContribution },
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        throwOnError: true,
      }),
    onSettled: () => found.refetch(),
  });
  const of = found.data;
  usePageTitle(of?.summary.title ?? number, t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/account/council">{t('room.title')}</Link>
      </p>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <>
          <h1>{number}</h1>
          <Problem problem={toProblem(found.error)} />
        </>
      )}
      {of && (
        <>
          <h1 lang="zh-CN">{of.summary.title}</h1>
          <div className={styles.ways}>
            <TopicStateTag state={of.summary.state} late={of.summary.late} />
            <Tag>{t(`topicKind.${of.summary.kind}`)}</Tag>
            <span className="quiet">{of.summary.number}</span>
            {of.published && <Tag tone="blue">{t('topic.published')}</Tag>}
          </div>
          {of.summary.state === 'pending' && <p role="status">{t('topic.pending')}</p>}
          {of.summary.department && (
            <KeyFacts
              compact
              facts={[
                { label: t('topic.department'), value: <Name of={of.summary.department} /> },
                ...(of.deadline?.dueAt && !of.answer
                  ? [
                      {
                        label: t('topic.answerBy'),
                        value: <DateTime value={of.deadline.dueAt} as="date" />,
                        strong: true,
                      },
                    ]
                  : []),
              ]}
            />
          )}
          {of.complaint && (
            <KeyFacts
              facts={[
                { label: t('topic.complaint'), value: of.complaint, strong: true },
                ...(of.complaintCode
                  ? [{ label: t('topic.complaintCode'), value: of.complaintCode, strong: true }]
                  : []),
              ]}
            />
          )}
          <Answer of={of} fetch={fetchFile} />
          {withdrawing.error && <Problem problem={toProblem(withdrawing.error)} />}
          <Thread
            of={of}
            fetch={fetchFile}
            ways={(each) =>
              each.mayWithdraw && (
                <div className={styles.ways}>
                  <Button
                    look="quiet"
                    busy={withdrawing.isPending}
                    onClick={() => withdrawing.mutate(each.number)}
                  >
                    {t('topic.withdraw')}
                  </Button>
                </div>
              )
            }
          />
          {of.mayContribute && (
            <section aria-labelledby="write-on">
              <h2 id="write-on">{t('topic.writeOn')}</h2>
              <Writing
                id="contribution"
                given={given}
                newKey={newIdempotencyKey}
                label={t('topic.words')}
                hint={t('topic.wordsHint')}
                sendText={t('topic.send')}
                send={({ words, files }, key) =>
                  contributeToCouncilTopic({
                    path,
                    headers: { 'Idempotency-Key': key },
                    body: { words, files },
                    throwOnError: true,
                  })
                }
                onSent={() => void found.refetch()}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}
