import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { findSimilarAnswers, type OpenedComplaint } from '@/api/generated';
import { getDeskComplaintOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, type KeyFact, KeyFacts, Loading, Name, Problem } from '@/components';
import { Derivation } from '@/components/case';
import { ComplaintStateTag, ComplaintSteps, SimilarAnswers } from '@/components/complaint';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { useNow } from '../useNow';
import { Acting } from './Acting';
import styles from './Complaints.module.css';
import { complaintPath } from './ComplaintsPage';

function useFacts(of: OpenedComplaint): KeyFact[] {
  const { t } = useTranslation(['complaints', 'complaint']);
  const { summary } = of;
  const facts: KeyFact[] = [
    { label: t('list.kind'), value: t(`complaint:kind.${summary.kind}`) },
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
  const now = useNow();
  const facts = useFacts(of);
  const answered = of.summary.state === 'replied' || of.summary.state === 'closed';
  return (
    <>
      <div className={styles.head}>
        <h1 lang="zh-CN">{of.summary.subject}</h1>
        <ComplaintStateTag state={of.summary.state} supervised={of.summary.supervised} />
      </div>
      <p className="quiet">
        {of.summary.number}
        {of.summary.round === 2 && ` · ${t('page.again')}`}
      </p>
      <p lang="zh-CN" className={styles.text}>
        {of.text}
      </p>
      <KeyFacts facts={facts} compact />
      <h2>{t('page.now')}</h2>
      <Acting of={of} onChanged={onChanged} />
      {answered && of.mayPublish && mayAny(account, ['complaints.screen']) && (
        <p>
          <Link href={`${complaintPath(of.summary.number)}/publication`}>{t('publish.title')}</Link>
        </p>
      )}
      {!answered && <Similar of={of} />}
      <h2>{t('complaint:track.steps')}</h2>
      <ComplaintSteps steps={of.acts} />
      {of.deadline && of.dueFor && (
        <>
          <h2>{t(`complaint:due.${of.dueFor}`)}</h2>
          <Derivation deadline={of.deadline} now={now} />
        </>
      )}
    </>
  );
}

/** A complaint: what was said, what can be done now, and what has happened. */
export function ComplaintPage() {
  const { t } = useTranslation(['complaints', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const complaintNumber = decodeURIComponent(number);
  const queries = useQueryClient();
  const found = useQuery({
    ...getDeskComplaintOptions({ path: { complaintNumber } }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(complaintNumber, t('common:site.name'));
  const problem = found.error && toProblem(found.error);
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/complaints">{t('list.title')}</Link>
      </p>
      {problem && problem.status !== 404 && (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      )}
      {problem?.status === 404 && (
        <>
          <h1>{complaintNumber}</h1>
          <p role="status">{t('page.gone')}</p>
        </>
      )}
      {found.isPending && <Loading lines={10} />}
      {found.data && !problem && (
        <Opened of={found.data} onChanged={() => void queries.invalidateQueries()} />
      )}
    </div>
  );
}
