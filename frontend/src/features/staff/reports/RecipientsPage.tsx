import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { proposeReportRecipientRemoval, type ReportRecipient } from '@/api/generated';
import { listReportRecipientsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  DateTime,
  Dialog,
  DialogWays,
  Loading,
  Name,
  Problem,
  Table,
  Tag,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import type { Keys } from '@/lib/sealing';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { letThemRead } from './opening';
import { OwnKey } from './OwnKey';
import styles from './Reports.module.css';
import { useKeys } from './useKeys';

function Remove({ recipient, onDone }: { recipient: ReportRecipient; onDone: () => void }) {
  const { t } = useTranslation(['reports', 'common']);
  const nameText = useNameText();
  const ask = useMutation({
    mutationFn: async () => {
      await proposeReportRecipientRemoval({
        path: { recipientId: recipient.id },
        throwOnError: true,
      });
    },
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('recipients.removeOf', { name: nameText(recipient) })}
      text={t('recipients.removeText')}
      onClose={onDone}
      onSubmit={() => ask.mutate()}
    >
      {ask.error && <Problem problem={toProblem(ask.error)} />}
      <DialogWays>
        <Button type="submit" busy={ask.isPending}>
          {t('recipients.ask')}
        </Button>
        <Button look="secondary" onClick={onDone}>
          {t('recipients.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** Seals for those who came later, as far as this browser can. */
function SealAgain({ keys, onDone }: { keys: Keys; onDone: () => void }) {
  const { t } = useTranslation('reports');
  const [count, setCount] = useState<number>();
  const seal = useMutation({
    mutationFn: async () => setCount(await letThemRead(keys, setCount)),
    onSettled: onDone,
  });
  return (
    <div className={styles.note}>
      <p>{t('recipients.missingText')}</p>
      <Button busy={seal.isPending} onClick={() => seal.mutate()}>
        {t('recipients.sealAgain')}
      </Button>
      {count !== undefined && <p role="status">{t('recipients.sealed', { count })}</p>}
      {seal.error && <Problem problem={toProblem(seal.error)} />}
    </div>
  );
}

/** Who can read reports, one's own key, and how both change 收件人与密钥. */
export function RecipientsPage() {
  const { t } = useTranslation(['reports', 'common']);
  const queries = useQueryClient();
  const keys = useKeys();
  const found = useQuery({ ...listReportRecipientsOptions(), staleTime: 0 });
  const [removed, setRemoved] = useState<ReportRecipient>();
  usePageTitle(t('recipients.title'), t('common:site.name'));
  const reload = () => {
    setRemoved(undefined);
    void queries.invalidateQueries({ queryKey: listReportRecipientsOptions().queryKey });
    void queries.invalidateQueries({ queryKey: ['report-keys'] });
  };
  const recipients = found.data;
  const missing = recipients?.items.some((each) => each.active && each.missing > 0);
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/reports">{t('title')}</Link>
      </p>
      <h1>{t('recipients.title')}</h1>
      <p className="lead">{t('recipients.lead')}</p>
      {found.error && <Problem problem={toProblem(found.error)} onRetry={reload} />}
      {(found.isPending || keys.isPending) && <Loading lines={6} />}
      {recipients && keys.data !== undefined && (
        <>
          {!recipients.open && <p className={styles.note}>{t('recipients.closed')}</p>}
          {recipients.items.length > 0 && (
            <Table
              caption={t('recipients.title')}
              rows={recipients.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  header: t('recipients.name'),
                  rowHeader: true,
                  cell: (one) => (
                    <>
                      <Name of={one} />{' '}
                      {one.id === recipients.mine && <Tag tone="blue">{t('recipients.me')}</Tag>}
                    </>
                  ),
                },
                {
                  key: 'fingerprint',
                  header: t('recipients.fingerprint'),
                  cell: (one) => <code className={styles.fingerprint}>{one.fingerprint}</code>,
                },
                {
                  key: 'since',
                  header: t('recipients.since'),
                  cell: (one) => (
                    <>
                      <DateTime value={one.since} as="date" />
                      {one.until && (
                        <>
                          {' – '}
                          <DateTime value={one.until} as="date" />
                        </>
                      )}
                    </>
                  ),
                },
                {
                  key: 'state',
                  header: t('recipients.state'),
                  cell: (one) => (
                    <>
                      <Tag tone={one.active ? 'good' : 'plain'}>
                        {t(one.active ? 'recipients.active' : 'recipients.left')}
                      </Tag>{' '}
                      {one.active && one.missing > 0 && (
                        <Tag tone="warn">{t('recipients.missing', { count: one.missing })}</Tag>
                      )}
                    </>
                  ),
                },
                {
                  key: 'remove',
                  header: t('recipients.change'),
                  cell: (one) =>
                    one.active && (
                      <Button look="quiet" onClick={() => setRemoved(one)}>
                        {t('recipients.remove')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
          {missing && keys.data && recipients.mine && (
            <SealAgain keys={keys.data} onDone={reload} />
          )}
          <h2>{t('key.title')}</h2>
          <p>{t('key.lead')}</p>
          <OwnKey recipients={recipients} keys={keys.data} onChanged={reload} />
        </>
      )}
      {removed && <Remove recipient={removed} onDone={reload} />}
    </div>
  );
}
