import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '@/api/generated';
import {
  getClientUsageOptions,
  listClientsOptions,
  listClientsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Empty, Loading, Problem } from '@/components';
import { ClientFacts, ClientUsage } from '@/components/client';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './ClientsPage.module.css';
import { DecisionDialog } from './DecisionDialog';

function OneClient({ client, onDecide }: { client: Client; onDecide: () => void }) {
  const { t } = useTranslation('developers');
  const [open, setOpen] = useState(false);
  const usage = useQuery({
    ...getClientUsageOptions({ path: { clientId: client.id } }),
    staleTime: 0,
    enabled: open,
  });
  const good = client.keys.filter(({ state }) => state === 'good').length;
  return (
    <article className={styles.client} aria-labelledby={`client-${client.id}`}>
      <h2 id={`client-${client.id}`}>{client.name}</h2>
      <p>{client.purpose}</p>
      <p className="quiet">
        {t('admin.owner', { name: client.ownerName })} · {t('admin.keys', { count: good })}
      </p>
      <ClientFacts client={client} />
      <Button look="secondary" onClick={onDecide}>
        {t('admin.decide')}
        <span className="visually-hidden"> {client.name}</span>
      </Button>
      <details
        className={styles.usage}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t('usage.title')}</summary>
        {usage.error && <Problem problem={toProblem(usage.error)} />}
        {open && usage.isPending && <Loading lines={3} />}
        {usage.data && <ClientUsage usage={usage.data} />}
      </details>
    </article>
  );
}

/** Every third-party application: what it may, how much, and whether at all. */
export function ClientsPage() {
  const { t } = useTranslation(['developers', 'common']);
  const queries = useQueryClient();
  const list = useQuery({ ...listClientsOptions(), staleTime: 0 });
  const [deciding, setDeciding] = useState<Client>();
  usePageTitle(t('admin.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('admin.title')}</h1>
      <p className="lead">{t('admin.lead')}</p>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data?.length === 0 && <Empty title={t('admin.none')} />}
      {list.data?.map((client) => (
        <OneClient key={client.id} client={client} onDecide={() => setDeciding(client)} />
      ))}
      {deciding && (
        <DecisionDialog
          client={deciding}
          onDone={(decided) => {
            queries.setQueryData<Client[]>(listClientsQueryKey(), (before) =>
              before?.map((each) => (each.id === decided.id ? decided : each)),
            );
            setDeciding(undefined);
          }}
          onStale={() => void list.refetch()}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </div>
  );
}
