import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Client,
  type ClientKey,
  type IssuedClientKey,
  issueClientKey,
  revokeClientKey,
} from '@/api/generated';
import { getOwnClientUsageOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  type Column,
  DateTime,
  Dialog,
  DialogWays,
  Problem,
  Table,
  Tag,
  type Tone,
} from '@/components';
import { ClientFacts, ClientUsage } from '@/components/client';
import { newIdempotencyKey } from '@/api/setup';
import { toProblem } from '@/lib/problem';
import styles from './ApplicationsPage.module.css';

const TONES: Record<ClientKey['state'], Tone> = { good: 'good', revoked: 'bad', expired: 'plain' };

function NewKey({ issued, onClose }: { issued: IssuedClientKey; onClose: () => void }) {
  const { t } = useTranslation('developers');
  return (
    <Dialog title={t('key.new')} text={t('key.once')} onClose={onClose}>
      <code className={styles.secret}>{issued.key}</code>
      <DialogWays>
        <Button onClick={onClose}>{t('key.kept')}</Button>
      </DialogWays>
    </Dialog>
  );
}

function Revocation({
  client,
  clientKey,
  onDone,
  onClose,
}: {
  client: Client;
  clientKey: ClientKey;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('developers');
  const send = useMutation({
    mutationFn: () =>
      revokeClientKey({ path: { clientId: client.id, keyId: clientKey.id }, throwOnError: true }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('key.revokeAsk', { hint: clientKey.hint })}
      text={t('key.revokeText')}
      width="narrow"
      onClose={onClose}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <DialogWays>
        <Button look="danger" busy={send.isPending} onClick={() => send.mutate()}>
          {t('key.revoke')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** One of one's own third-party applications. */
export function Application({ client, onChange }: { client: Client; onChange: () => void }) {
  const { t } = useTranslation('developers');
  const [issued, setIssued] = useState<IssuedClientKey>();
  const [revoking, setRevoking] = useState<ClientKey>();
  const usage = useQuery({
    ...getOwnClientUsageOptions({ path: { clientId: client.id } }),
    staleTime: 0,
  });
  const issue = useMutation({
    mutationFn: async () => {
      const { data } = await issueClientKey({
        path: { clientId: client.id },
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        body: {},
        throwOnError: true,
      });
      return data;
    },
    onSuccess: (data) => {
      setIssued(data);
      onChange();
    },
  });
  const good = client.keys.filter(({ state }) => state === 'good').length;
  const columns: Column<ClientKey>[] = [
    {
      key: 'hint',
      header: t('key.key'),
      rowHeader: true,
      cell: ({ hint }) => <code>{hint}…</code>,
    },
    {
      key: 'state',
      header: t('key.state'),
      cell: ({ state }) => <Tag tone={TONES[state]}>{t(`key.states.${state}`)}</Tag>,
    },
    {
      key: 'expires',
      header: t('key.expires'),
      cell: ({ expiresAt }) => <DateTime value={expiresAt} />,
    },
    {
      key: 'revoke',
      header: t('key.end'),
      cell: (key) =>
        key.state === 'good' ? (
          <Button look="quiet" onClick={() => setRevoking(key)}>
            {t('key.revoke')}
            <span className="visually-hidden"> {key.hint}</span>
          </Button>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <article className={styles.application} aria-labelledby={`client-${client.id}`}>
      <h2 id={`client-${client.id}`}>{client.name}</h2>
      <p>{client.purpose}</p>
      <ClientFacts client={client} />
      <div className={styles.keys}>
        <h3>{t('key.title')}</h3>
        {client.keys.length > 0 && (
          <Table
            caption={t('key.title')}
            columns={columns}
            rows={client.keys}
            rowKey={({ id }) => id}
          />
        )}
        {issue.error && <Problem problem={toProblem(issue.error)} />}
        {good < 2 ? (
          <Button look="secondary" busy={issue.isPending} onClick={() => issue.mutate()}>
            {t('key.issue')}
          </Button>
        ) : (
          <p className="quiet">{t('key.two')}</p>
        )}
      </div>
      <div>
        <h3>{t('usage.title')}</h3>
        {usage.error && <Problem problem={toProblem(usage.error)} />}
        {usage.data && <ClientUsage usage={usage.data} />}
      </div>
      {issued && <NewKey issued={issued} onClose={() => setIssued(undefined)} />}
      {revoking && (
        <Revocation
          client={client}
          clientKey={revoking}
          onDone={() => {
            setRevoking(undefined);
            onChange();
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </article>
  );
}
