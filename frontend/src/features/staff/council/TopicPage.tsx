import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  type CouncilContribution,
  type CouncilTopicAct,
  type CouncilTopicActionCode,
  downloadCouncilDeskFile,
  type OpenedCouncilTopic,
} from '@/api/generated';
import { getDeskCouncilTopicOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Button, DateTime, KeyFacts, Name, Steps, Tag } from '@/components';
import { Answer, type FetchFile, Thread, TopicStateTag } from '@/components/council';
import matters from '../matters/Matters.module.css';
import { Acting } from '../matters/Acting';
import { MatterDeadline, MatterPage } from '../matters/MatterPage';
import { ActDialog, type TopicDeed } from './ActDialog';
import { topicPath } from './TopicsPage';

/** These are about one contribution, and stand beside it. */
const ABOUT_ONE: readonly CouncilTopicActionCode[] = ['release', 'refuse', 'takeDown'];
const MAIN: readonly CouncilTopicActionCode[] = ['ask', 'answer'];

export const fetchFile: FetchFile = async (councilFileId) => {
  const { data } = await downloadCouncilDeskFile({
    path: { councilFileId },
    parseAs: 'blob',
    throwOnError: true,
  });
  return data;
};

function History({ acts }: { acts: readonly CouncilTopicAct[] }) {
  const { t } = useTranslation('council');
  return (
    <Steps
      steps={acts.map((act) => ({
        number: act.number,
        what: (
          <>
            <b>{t(`act.${act.kind}`)}</b>
            {act.department && (
              <span>
                {' · '}
                <Name of={act.department} />
              </span>
            )}
            {act.days && <span className="quiet"> · {t('days', { count: act.days })}</span>}
          </>
        ),
        when: (
          <>
            <DateTime value={act.at} />
            {act.by && <span lang="zh-CN"> · {act.by}</span>}
          </>
        ),
        words: act.words,
      }))}
    />
  );
}

function Opened({ of, onChanged }: { of: OpenedCouncilTopic; onChanged: () => void }) {
  const { t } = useTranslation('council');
  const { summary } = of;
  const [deed, setDeed] = useState<TopicDeed & { key: string }>();
  const about = (action: CouncilTopicActionCode, each: CouncilContribution) =>
    of.possible.includes(action) &&
    each.moderation === (action === 'takeDown' ? 'shown' : 'waiting');
  return (
    <>
      <div className={matters.head}>
        <h1 lang="zh-CN">{summary.title}</h1>
        <TopicStateTag state={summary.state} late={summary.late} />
      </div>
      <p className="quiet">{summary.number}</p>
      <KeyFacts
        compact
        facts={[
          { label: t('desk.kind'), value: t(`topicKind.${summary.kind}`) },
          {
            label: t('desk.author'),
            value: <span lang="zh-CN">{summary.author.name}</span>,
            ...(summary.author.kind && { note: t(`kind.${summary.author.kind}`) }),
          },
          ...(of.suggestedDepartment
            ? [{ label: t('desk.suggested'), value: <Name of={of.suggestedDepartment} /> }]
            : []),
          ...(summary.department
            ? [{ label: t('desk.department'), value: <Name of={summary.department} /> }]
            : []),
          ...(summary.dueAt
            ? [
                {
                  label: t('desk.due'),
                  value: <DateTime value={summary.dueAt} as="date" />,
                  strong: true,
                },
              ]
            : []),
          ...(of.complaint ? [{ label: t('topic.complaint'), value: of.complaint }] : []),
        ]}
      />
      <h2>{t('desk.now')}</h2>
      <Acting
        possible={of.possible.filter((action) => !ABOUT_ONE.includes(action))}
        main={MAIN}
        texts={{ nothing: t('desk.nothing'), action: (action) => t(`action.${action}`) }}
        onChanged={onChanged}
        dialog={(doing) => <ActDialog topic={of} doing={doing} />}
      />
      {of.publishable && (
        <p>
          <Link href={`${topicPath(summary.number)}/publication`}>{t('desk.publish')}</Link>{' '}
          {of.published && <Tag tone="blue">{t('topic.published')}</Tag>}
        </p>
      )}
      <Answer of={of} fetch={fetchFile} />
      <h2>{t('desk.thread')}</h2>
      <Thread
        of={of}
        fetch={fetchFile}
        ways={(each) => (
          <div className={matters.ways}>
            {ABOUT_ONE.filter((action) => about(action, each)).map((action) => (
              <Button
                key={action}
                look={action === 'release' ? 'primary' : 'secondary'}
                onClick={() => setDeed({ action, of: each.number, key: newIdempotencyKey() })}
              >
                {t(`action.${action}`)}
              </Button>
            ))}
          </div>
        )}
      />
      {deed && (
        <ActDialog
          topic={of}
          of={deed.of}
          doing={{
            action: deed.action,
            idempotencyKey: deed.key,
            onDone: () => {
              setDeed(undefined);
              onChanged();
            },
            onStale: onChanged,
            onClose: () => setDeed(undefined),
          }}
        />
      )}
      <h2>{t('desk.history')}</h2>
      <History acts={of.acts} />
      {of.deadline && <MatterDeadline title={t('topic.answerBy')} deadline={of.deadline} />}
    </>
  );
}

/** A topic: what was written, what can be done now, how its days were counted. */
export function TopicPage() {
  const { t } = useTranslation('council');
  const { number = '' } = useParams<{ number: string }>();
  const councilTopicNumber = decodeURIComponent(number);
  const found = useQuery({
    ...getDeskCouncilTopicOptions({ path: { councilTopicNumber } }),
    staleTime: 0,
    retry: false,
  });
  return (
    <MatterPage
      number={councilTopicNumber}
      back={{ href: '/staff/council', text: t('desk.title') }}
      gone={t('desk.gone')}
      found={found}
    >
      {(of, onChanged) => <Opened of={of} onChanged={onChanged} />}
    </MatterPage>
  );
}
