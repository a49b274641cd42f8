import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { type AgentClient, type AgentDuty, layDownMandate } from '@/api/generated';
import { getAgentDeskOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Empty, Loading, Problem, Section } from '@/components';
import { AgencyBadge, EndingDialog, MandateFacts } from '@/components/agency';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Agents.module.css';
import { ApplyFor } from './ApplyFor';
import { BookFor } from './BookFor';
import { Duties } from './Duties';

function Client({
  of,
  duties,
  onChanged,
}: {
  of: AgentClient;
  duties: readonly AgentDuty[];
  onChanged: () => void;
}) {
  const { t } = useTranslation('agency');
  const [leaving, setLeaving] = useState(false);
  const layDown = useMutation({
    mutationFn: (why: string) =>
      layDownMandate({ path: { id: of.id }, body: { why }, throwOnError: true }),
    onSuccess: () => {
      setLeaving(false);
      onChanged();
    },
  });
  const may = (task: AgentClient['tasks'][number]) =>
    of.state === 'inForce' && of.tasks.includes(task);
  return (
    <>
      <h1>
        <span lang="zh-CN">{of.client}</span> <AgencyBadge state={of.state} />
      </h1>
      <dl className={styles.facts}>
        <dt>{t('purpose')}</dt>
        <dd lang="zh-CN">{of.purpose}</dd>
        <dt>{t('mandate')}</dt>
        <dd>
          <MandateFacts of={of} />
        </dd>
        {of.phone && (
          <>
            <dt>{t('phone')}</dt>
            <dd>
              <a href={`tel:${of.phone}`}>{of.phone}</a>
            </dd>
          </>
        )}
        {of.ending && (
          <>
            <dt>{t(of.ending.byAgent ? 'laidDownAt' : 'endedAt')}</dt>
            <dd>
              <DateTime value={of.ending.at} />
              {of.ending.why && <span lang="zh-CN"> · {of.ending.why}</span>}
            </dd>
          </>
        )}
      </dl>
      {of.state === 'taken' && <p role="note">{t('clientPage.waits')}</p>}
      {duties.length > 0 && (
        <Section id="duties" title={t('desk.duties')} wide>
          <Duties duties={duties} caption={t('desk.duties')} />
        </Section>
      )}
      {may('apply') && (
        <Section id="apply" title={t('apply.title')}>
          <ApplyFor id={of.id} onDone={onChanged} />
        </Section>
      )}
      {may('book') && (
        <Section id="book" title={t('book.title')}>
          <BookFor id={of.id} onDone={onChanged} />
        </Section>
      )}
      {(of.state === 'taken' || of.state === 'inForce') && (
        <p>
          <Button look="secondary" onClick={() => setLeaving(true)}>
            {t('layDown.open')}
          </Button>
        </p>
      )}
      {leaving && (
        <EndingDialog
          by="agent"
          busy={layDown.isPending}
          problem={layDown.error ? toProblem(layDown.error) : undefined}
          onSend={(why) => layDown.mutate(why)}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}

/** One client of an agent: what is due, and what can be done for them. */
export function AgentClientPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { t } = useTranslation(['agency', 'common']);
  const desk = useQuery({ ...getAgentDeskOptions(), staleTime: 0 });
  const client = desk.data?.clients.find((each) => each.id === id);
  usePageTitle(client?.client ?? t('client'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page}`}>
      <p>
        <Link href="/staff/agent">{t('desk.title')}</Link>
      </p>
      {desk.isPending && <Loading lines={6} />}
      {desk.error && (
        <Problem problem={toProblem(desk.error)} onRetry={() => void desk.refetch()} />
      )}
      {desk.data && !client && (
        <>
          <h1 className="visually-hidden">{t('client')}</h1>
          <Empty title={t('clientPage.none')} />
        </>
      )}
      {desk.data && client && (
        <Client
          of={client}
          duties={desk.data.duties.filter((duty) => duty.clientId === id)}
          onChanged={() => void desk.refetch()}
        />
      )}
    </div>
  );
}
