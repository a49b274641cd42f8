import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  type ComplaintActionCode,
  findSimilarAnswers,
  type OpenedComplaint,
} from '@/api/generated';
import { getDeskComplaintOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, type KeyFact, KeyFacts, Name } from '@/components';
import { ComplaintStateTag, ComplaintSteps, SimilarAnswers } from '@/components/complaint';
import { HandOver } from '../clues/HandOver';
import { Acting } from '../matters/Acting';
import { MatterDeadline, MatterHead, MatterPage } from '../matters/MatterPage';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { ActDialog } from './ActDialog';
import styles from './Complaints.module.css';
import { complaintPath } from './ComplaintsPage';

/** The actions most come for. */
const MAIN: readonly ComplaintActionCode[] = ['assign', 'takeUp', 'reply'];

function useFacts(of: OpenedComplaint): KeyFact[] {
  const { t } = useTranslation(['complaints', 'complaint', 'earlier']);
  const { summary } = of;
  const facts: KeyFact[] = [
    { label: t('list.kind'), value: t(`complaint:kind.${summary.kind}`) },
    ...(of.category
      ? [
          {
            label: t('earlier:category.label'),
            value: <span lang="zh-CN">{of.category.path.join(' › ')}</span>,
          },
        ]
      : []),
    { label: t('page.channel'), value: t(`channel.${summary.channel}`) },
    {
      label: t('page.writer'),
      value: of.writer ? (
        <span lang="zh-CN">
          {of.writer.name} {of.writer.phone}
        </span>
      ) : (
        t(`page.${summary.naming === 'anonymous' ? 'anonymous' : 'withheld'}`)
      ),
    },
  ];
  if (summary.department)
    facts.push({ label: t('list.lead'), value: <Name of={summary.department} /> });
  if (of.joint.length > 0)
    facts.push({
      label: t('page.joint'),
      value: of.joint.map((each) => (
        <span key={each.code}>
          <Name of={each} />{' '}
        </span>
      )),
    });
  if (of.named) facts.push({ label: t('page.named'), value: <Name of={of.named} /> });
  if (of.handler)
    facts.push({
      label: t('page.handler'),
      value: <Name of={{ name: of.handler, nameEn: of.handlerEn }} />,
    });
  if (of.place)
    facts.push({ label: t('complaint:field.place'), value: <span lang="zh-CN">{of.place}</span> });
  if (of.caseNumber) facts.push({ label: t('page.case'), value: of.caseNumber });
  if (of.groupedUnder) facts.push({ label: t('page.groupedUnder'), value: of.groupedUnder });
  if (of.groupSize > 0) facts.push({ label: t('page.groupSize'), value: of.groupSize });
  if (summary.dueAt && of.dueFor)
    facts.push({
      label: t(`complaint:due.${of.dueFor}`),
      value: <DateTime value={summary.dueAt} />,
      ...(summary.late && { note: <span className={styles.late}>{t('list.late')}</span> }),
    });
  return facts;
}

function Similar({ of }: { of: OpenedComplaint }) {
  const similar = useQuery({
    queryKey: ['similar-answers', of.summary.number],
    queryFn: () =>
      findSimilarAnswers({
        body: { text: `${of.summary.subject} ${of.text}`.slice(0, 5000) },
        throwOnError: true,
      }),
    staleTime: Infinity,
  });
  return <SimilarAnswers answers={similar.data?.data ?? []} />;
}

function Opened({ of, onChanged }: { of: OpenedComplaint; onChanged: () => void }) {
  const { t } = useTranslation(['complaints', 'complaint']);
  const account = useAccount();
  const facts = useFacts(of);
  const { summary } = of;
  const answered = summary.state === 'replied' || summary.state === 'closed';
  return (
    <>
      <MatterHead
        title={summary.subject}
        tag={<ComplaintStateTag state={summary.state} supervised={summary.supervised} />}
        line={summary.round === 2 ? `${summary.number} · ${t('page.again')}` : summary.number}
        text={of.text}
      />
      <KeyFacts facts={facts} compact />
      <h2>{t('page.now')}</h2>
      <Acting
        possible={of.possible}
        main={MAIN}
        texts={{ nothing: t('page.nothing'), action: (action) => t(`action.${action}`) }}
        onChanged={onChanged}
        dialog={(doing) => <ActDialog of={of} doing={doing} />}
      />
      <HandOver kind="complaint" reference={summary.number} channel="web" />
      {answered && of.mayPublish && mayAny(account, ['complaints.screen']) && (
        <p>
          <Link href={`${complaintPath(summary.number)}/publication`}>{t('publish.title')}</Link>
        </p>
      )}
      {!answered && <Similar of={of} />}
      <h2>{t('complaint:track.steps')}</h2>
      <ComplaintSteps steps={of.acts} />
      {of.deadline && of.dueFor && (
        <MatterDeadline title={t(`complaint:due.${of.dueFor}`)} deadline={of.deadline} />
      )}
    </>
  );
}

/** A complaint: what was said, what can be done now, and what has happened. */
export function ComplaintPage() {
  const { t } = useTranslation('complaints');
  const { number = '' } = useParams<{ number: string }>();
  const complaintNumber = decodeURIComponent(number);
  const found = useQuery({
    ...getDeskComplaintOptions({ path: { complaintNumber } }),
    staleTime: 0,
    retry: false,
  });
  return (
    <MatterPage
      number={complaintNumber}
      back={{ href: '/staff/complaints', text: t('list.title') }}
      gone={t('page.gone')}
      found={found}
    >
      {(of, onChanged) => <Opened of={of} onChanged={onChanged} />}
    </MatterPage>
  );
}
