import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type AgentRequest, takeAgentRequest } from '@/api/generated';
import {
  getAgentDeskQueryKey,
  listAgentRequestsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Empty, Loading, Problem } from '@/components';
import { MandateFacts } from '@/components/agency';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Agents.module.css';

function Request({ of, onGone }: { of: AgentRequest; onGone: () => void }) {
  const { t } = useTranslation('agency');
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => takeAgentRequest({ path: { id: of.id }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: getAgentDeskQueryKey() });
      navigate(`/staff/agent/${of.id}`);
    },
    onError: onGone,
  });
  return (
    <li className={styles.entry}>
      <h2 lang="zh-CN">{of.purpose}</h2>
      <p className={list.meta}>
        <span lang="zh-CN">{of.client}</span>
        <span>{t(`kind.${of.kind}`)}</span>
        <span>
          <MandateFacts of={of} />
        </span>
        <span>
          {t('askedAt')} <DateTime value={of.askedAt} />
        </span>
      </p>
      {take.error && <Problem problem={toProblem(take.error)} />}
      <div>
        <Button busy={take.isPending} onClick={() => take.mutate()}>
          {t('requests.take')}
          <span className="visually-hidden"> {of.purpose}</span>
        </Button>
      </div>
    </li>
  );
}

/** Who waits for an agent, the longest first: whoever takes one on is the agent. */
export function AgentRequestsPage() {
  const { t } = useTranslation(['agency', 'common']);
  usePageTitle(t('requests.title'), t('common:site.name'));
  const found = useQuery({ ...listAgentRequestsOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('requests.title')}</h1>
      <p className="lead">{t('requests.lead')}</p>
      {found.isPending && <Loading lines={4} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data?.length === 0 && <Empty title={t('requests.none')} />}
      <ul role="list" className={styles.list}>
        {(found.data ?? []).map((request) => (
          <Request key={request.id} of={request} onGone={() => void found.refetch()} />
        ))}
      </ul>
    </div>
  );
}
