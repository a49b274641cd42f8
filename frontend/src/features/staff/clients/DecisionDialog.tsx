import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeClient, type Client, type ClientScope } from '@/api/generated';
import { Button, Checks, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

const SCOPES: readonly ClientScope[] = ['publicRead', 'tracking', 'applying'];

/** What an application may, and what of that is new. */
export function DecisionDialog({
  client,
  onDone,
  onStale,
  onClose,
}: {
  client: Client;
  onDone: (client: Client) => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('developers');
  const [scopes, setScopes] = useState<readonly ClientScope[]>(client.scopes);
  const [perMinute, setPerMinute] = useState(String(client.perMinute));
  const [perDay, setPerDay] = useState(String(client.perDay));
  const [suspended, setSuspended] = useState(client.suspended);
  const send = useMutation({
    mutationFn: async () => {
      const { data } = await changeClient({
        path: { clientId: client.id },
        headers: { 'If-Match': `"${client.version}"` },
        body: {
          scopes: [...scopes],
          perMinute: Number(perMinute),
          perDay: Number(perDay),
          suspended,
        },
        throwOnError: true,
      });
      return data;
    },
    onSuccess: onDone,
    onError: (error) => {
      if (toProblem(error).status === 412) onStale();
    },
  });
  return (
    <Dialog
      title={t('admin.decideTitle', { name: client.name })}
      onClose={onClose}
      locked={send.isPending}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Checks
        legend={t('app.scopes')}
        choices={SCOPES.map((scope) => ({
          value: scope,
          label: (
            <>
              {t(`scope.${scope}`)}
              {client.wantedScopes.includes(scope) && !client.scopes.includes(scope) && (
                <b> {t('admin.wanted')}</b>
              )}
            </>
          ),
        }))}
        values={scopes}
        onChange={setScopes}
      />
      <TextField
        type="number"
        label={t('admin.perMinute')}
        width="short"
        min={1}
        max={100_000}
        required
        value={perMinute}
        onChange={({ target }) => setPerMinute(target.value)}
      />
      <TextField
        type="number"
        label={t('admin.perDay')}
        width="short"
        min={1}
        max={100_000_000}
        required
        value={perDay}
        onChange={({ target }) => setPerDay(target.value)}
      />
      <Checks
        legend={t('app.state')}
        choices={[{ value: 'suspended', label: t('admin.suspend') }]}
        values={suspended ? ['suspended'] : []}
        onChange={(values) => setSuspended(values.length > 0)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('admin.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
