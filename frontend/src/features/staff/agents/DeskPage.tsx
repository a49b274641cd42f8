import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type AgentClient, exportMandates } from '@/api/generated';
import { getAgentDeskOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Empty, Loading, Problem } from '@/components';
import { AgencyBadge, MandateFacts } from '@/components/agency';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Agents.module.css';
import { Duties } from './Duties';

function Client({ of }: { of: AgentClient }) {
  return (
    <li className={list.row}>
      <p className={list.item}>
        <Link href={`/staff/agent/${of.id}`} lang="zh-CN">
          {of.client}
        </Link>{' '}
        <AgencyBadge state={of.state} />
      </p>
      <p lang="zh-CN">{of.purpose}</p>
      <p className={list.meta}>
        <span>
          <MandateFacts of={of} />
        </span>
      </p>
    </li>
  );
}

/** A copy of the mandates one has taken (个人信息保护法第四十五条). */
function Copy() {
  const { t } = useTranslation('agency');
  const copy = useMutation({
    mutationFn: async () => (await exportMandates({ throwOnError: true })).data,
    onSuccess: (data) =>
      save(
        new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
        t('desk.copyName', { day: data.copiedAt.slice(0, 10) }),
      ),
  });
  return (
    <section className={styles.part} aria-labelledby="agent-copy">
      <h2 id="agent-copy">{t('desk.copyTitle')}</h2>
      <p>{t('desk.copyText')}</p>
      {copy.error && <Problem problem={toProblem(copy.error)} />}
      <div>
        <Button look="secondary" busy={copy.isPending} onClick={() => copy.mutate()}>
          {t('desk.copy')}
        </Button>
      </div>
      <p role="status">{copy.isSuccess && t('desk.copied')}</p>
    </section>
  );
}

/** An agent's register: what is due for their clients, what is due first, and who the clients are. */
export function AgentDeskPage() {
  const { t } = useTranslation(['agency', 'common']);
  usePageTitle(t('desk.title'), t('common:site.name'));
  const desk = useQuery({ ...getAgentDeskOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('desk.title')}</h1>
      <p className="lead">{t('desk.lead')}</p>
      {desk.isPending && <Loading lines={6} />}
      {desk.error && (
        <Problem problem={toProblem(desk.error)} onRetry={() => void desk.refetch()} />
      )}
      {desk.data && (
        <>
          <section className={styles.part} aria-labelledby="agent-duties">
            <h2 id="agent-duties">{t('desk.duties')}</h2>
            {desk.data.duties.length === 0 ? (
              <p>{t('desk.noDuties')}</p>
            ) : (
              <Duties duties={desk.data.duties} caption={t('desk.duties')} />
            )}
          </section>
          <section className={styles.part} aria-labelledby="agent-clients">
            <h2 id="agent-clients">{t('desk.clients')}</h2>
            {desk.data.clients.length === 0 && (
              <Empty title={t('desk.noClients')}>
                <p>
                  <Link href="/staff/agent-requests">{t('desk.toRequests')}</Link>
                </p>
              </Empty>
            )}
            <ul role="list" className={styles.list}>
              {desk.data.clients.map((client) => (
                <Client key={client.id} of={client} />
              ))}
            </ul>
          </section>
          <Copy />
        </>
      )}
    </div>
  );
}
