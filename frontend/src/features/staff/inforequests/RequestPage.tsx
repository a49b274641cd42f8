import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { InfoRequestActionCode, OpenedInfoRequest } from '@/api/generated';
import { getDeskInfoRequestOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, type KeyFact, KeyFacts, Name } from '@/components';
import {
  RequestAnswer,
  RequestDecision,
  RequestStateTag,
  RequestSteps,
} from '@/components/inforequest';
import { Acting } from '../matters/Acting';
import { MatterDeadline, MatterHead, MatterPage } from '../matters/MatterPage';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
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

function Opened({ of, onChanged }: { of: OpenedInfoRequest; onChanged: () => void }) {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  const account = useAccount();
  const facts = useFacts(of);
  const { summary } = of;
  return (
    <>
      <MatterHead
        title={summary.title}
        tag={<RequestStateTag state={summary.state} late={summary.late} />}
        line={summary.number}
        text={of.description}
      />
      <KeyFacts facts={facts} compact />
      {of.suggestsPublication && <p>{t('page.suggests')}</p>}
      <h2>{t('page.now')}</h2>
      <Acting
        possible={of.possible}
        main={MAIN}
        texts={{ nothing: t('page.nothing'), action: (action) => t(`action.${action}`) }}
        onChanged={onChanged}
        dialog={(doing) => <ActDialog of={of} doing={doing} />}
      />
      {of.draft && (
        <section className={styles.draft} aria-labelledby="draft-title">
          <h2 id="draft-title">{t('page.draft')}</h2>
          <RequestDecision of={of.draft} words={of.draftWords ?? ''} />
        </section>
      )}
      {of.answer && (
        <>
          <RequestAnswer number={summary.number} department={summary.department} of={of.answer} />
          {of.reviewed && <p>{t(`inforequest:reviewed.${of.reviewed}`)}</p>}
          {OPENS.includes(of.answer.decision.kind) && mayAny(account, ['infoRequests.release']) && (
            <p>
              <Link href={`${requestPath(summary.number)}/publication`}>{t('page.publish')}</Link>
            </p>
          )}
        </>
      )}
      {of.consultations.length > 0 && <Consultations of={of} />}
      <h2>{t('inforequest:track.steps')}</h2>
      <RequestSteps steps={of.acts} />
      {of.deadline && of.dueFor && (
        <MatterDeadline title={t(`inforequest:due.${of.dueFor}`)} deadline={of.deadline} />
      )}
    </>
  );
}

/** A request: what is asked, what can be done now, and what has happened. */
export function RequestPage() {
  const { t } = useTranslation('inforequests');
  const { number = '' } = useParams<{ number: string }>();
  const infoRequestNumber = decodeURIComponent(number);
  const found = useQuery({
    ...getDeskInfoRequestOptions({ path: { infoRequestNumber } }),
    staleTime: 0,
    retry: false,
  });
  return (
    <MatterPage
      number={infoRequestNumber}
      back={{ href: '/staff/information-requests', text: t('list.title') }}
      gone={t('page.gone')}
      found={found}
    >
      {(of, onChanged) => <Opened of={of} onChanged={onChanged} />}
    </MatterPage>
  );
}
