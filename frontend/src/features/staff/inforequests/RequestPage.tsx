import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { InfoRequestActionCode, OpenedInfoRequest } from '@/api/generated';
import { getDeskInfoRequestOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Button, DateTime, type KeyFact, KeyFacts, Loading, Name, Problem } from '@/components';
import { Derivation } from '@/components/case';
import {
  RequestAnswer,
  RequestDecision,
  RequestStateTag,
  RequestSteps,
} from '@/components/inforequest';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { useNow } from '../useNow';
import { ActDialog } from './ActDialog';
import styles from './Requests.module.css';
import { requestPath } from './RequestsPage';

/** The actions most come for. */
const MAIN: readonly InfoRequestActionCode[] = ['acknowledge', 'draft', 'release', 'confirm'];
/** The answers that give something, and so can be of interest to all. */
const OPENS: readonly string[] = ['alreadyPublic', 'provided', 'partlyProvided'];

function useFacts(of: OpenedInfoRequest): KeyFact[] {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  const { summary } = of;
  const reached = [of.contact, of.phone, of.email, of.address].filter(Boolean).join(' · ');
  const facts: KeyFact[] = [
    { label: t('page.channel'), value: t(`channel.${summary.channel}`) },
    {
      label: t('page.applicant'),
      value: <span lang="zh-CN">{of.name}</span>,
      note: t(`inforequest:applicantKind.${summary.applicantKind}`),
    },
    { label: t('page.identity'), value: of.identityNumber },
    { label: t('page.contact'), value: <span lang="zh-CN">{reached}</span> },
    {
      label: t('page.wants'),
      value: `${t(`inforequest:form.${of.form}`)} · ${t(`inforequest:way.${of.way}`)}`,
    },
    { label: t('list.department'), value: <Name of={summary.department} /> },
    {
      label: t('inforequest:track.receivedAt'),
      value: <DateTime value={summary.receivedAt} as="date" />,
    },
  ];
  if (of.clarifyBy)
    facts.push({
      label: t('page.clarifyBy'),
      value: <DateTime value={of.clarifyBy} as="date" />,
    });
  if (summary.dueAt && of.dueFor)
    facts.push({
      label: t(`inforequest:due.${of.dueFor}`),
      value: <DateTime value={summary.dueAt} />,
      ...(summary.extended && { note: t('page.extended') }),
      strong: true,
    });
  return facts;
}

function Consultations({ of }: { of: OpenedInfoRequest }) {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  return (
    <>
      <h2>{t('page.consultations')}</h2>
      <KeyFacts
        compact
        facts={of.consultations.map((each) => ({
          label: `${t('page.opinionBy', { number: each.number })}`,
          value: <DateTime value={each.dueAt} as="date" />,
          note: `${t(`inforequest:consulted.${each.of}`)} · ${
            each.opinion ? t(`inforequest:opinion.${each.opinion}`) : t('page.waiting')
          }`,
        }))}
      />
    </>
  );
}

function Acting({ of, onChanged }: { of: OpenedInfoRequest; onChanged: () => void }) {
  const { t } = useTranslation('inforequests');
  const [doing, setDoing] = useState<{ action: InfoRequestActionCode; key: string }>();
  return (
    <>
      {of.possible.length === 0 && <p className="quiet">{t('page.nothing')}</p>}
      <div className={styles.ways}>
        {of.possible.map((action) => (
          <Button
            key={action}
            look={MAIN.includes(action) ? 'primary' : 'secondary'}
            onClick={() => setDoing({ action, key: newIdempotencyKey() })}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {doing && (
        <ActDialog
          of={of}
          action={doing.action}
          idempotencyKey={doing.key}
          onDone={() => {
            setDoing(undefined);
            onChanged();
          }}
          onStale={onChanged}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

function Opened({ of, onChanged }: { of: OpenedInfoRequest; onChanged: () => void }) {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  const account = useAccount();
  const now = useNow();
  const facts = useFacts(of);
  return (
    <>
      <div className={styles.head}>
        <h1 lang="zh-CN">{of.summary.title}</h1>
        <RequestStateTag state={of.summary.state} late={of.summary.late} />
      </div>
      <p className="quiet">{of.summary.number}</p>
      <p lang="zh-CN" className={styles.text}>
        {of.description}
      </p>
      <KeyFacts facts={facts} compact />
      {of.suggestsPublication && <p>{t('page.suggests')}</p>}
      <h2>{t('page.now')}</h2>
      <Acting of={of} onChanged={onChanged} />
      {of.draft && (
        <section className={styles.draft} aria-labelledby="draft-title">
          <h2 id="draft-title">{t('page.draft')}</h2>
          <RequestDecision of={of.draft} words={of.draftWords ?? ''} />
        </section>
      )}
      {of.answer && (
        <>
          <RequestAnswer
            number={of.summary.number}
            department={of.summary.department}
            of={of.answer}
          />
          {of.reviewed && <p>{t(`inforequest:reviewed.${of.reviewed}`)}</p>}
          {OPENS.includes(of.answer.decision.kind) && mayAny(account, ['infoRequests.release']) && (
            <p>
              <Link href={`${requestPath(of.summary.number)}/publication`}>
                {t('page.publish')}
              </Link>
            </p>
          )}
        </>
      )}
      {of.consultations.length > 0 && <Consultations of={of} />}
      <h2>{t('inforequest:track.steps')}</h2>
      <RequestSteps steps={of.acts} />
      {of.deadline && of.dueFor && (
        <>
          <h2>{t(`inforequest:due.${of.dueFor}`)}</h2>
          <Derivation deadline={of.deadline} now={now} />
        </>
      )}
    </>
  );
}

/** A request: what is asked, what can be done now, and what has happened. */
export function RequestPage() {
  const { t } = useTranslation(['inforequests', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const infoRequestNumber = decodeURIComponent(number);
  const queries = useQueryClient();
  const found = useQuery({
    ...getDeskInfoRequestOptions({ path: { infoRequestNumber } }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(infoRequestNumber, t('common:site.name'));
  const problem = found.error && toProblem(found.error);
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/information-requests">{t('list.title')}</Link>
      </p>
      {problem && problem.status !== 404 && (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      )}
      {problem?.status === 404 && (
        <>
          <h1>{infoRequestNumber}</h1>
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
