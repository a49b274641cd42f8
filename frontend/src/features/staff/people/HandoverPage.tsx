import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver, takeBack } from '@/api/generated';
import { getHandoverOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Name, Problem, Table, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { cityTime } from './change';
import styles from './people.module.css';

/** Handing one's own posts over to their B holders, and taking them back. */
export function HandoverPage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  const stands = useQuery({ ...getHandoverOptions(), staleTime: 0 });
  const [until, setUntil] = useState('');
  usePageTitle(t('handover.title'), t('common:site.name'));
  const act = useMutation({
    mutationFn: async (back: boolean) => {
      if (back) return (await takeBack({ throwOnError: true })).data;
      const end = cityTime(until);
      return (await handOver({ body: end ? { until: end } : {}, throwOnError: true })).data;
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const now = stands.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('handover.title')}</h1>
      <p className="lead">{t('handover.lead')}</p>
      {stands.isPending && <Loading lines={4} />}
      {stands.error && (
        <Problem problem={toProblem(stands.error)} onRetry={() => void stands.refetch()} />
      )}
      {act.error && <Problem problem={toProblem(act.error)} />}
      {now && (
        <>
          <p role="status">
            <b>{t(now.handedOver ? 'handover.yes' : 'handover.no')}</b>{' '}
            {now.since && (
              <>
                {t('from')} <DateTime value={now.since} />
              </>
            )}{' '}
            {now.until && (
              <>
                {t('until')} <DateTime value={now.until} />
              </>
            )}
          </p>
          {now.posts.length === 0 ? (
            <p className="quiet">{t('posts.noneHeld')}</p>
          ) : (
            <Table
              caption={t('handover.title')}
              rows={now.posts}
              rowKey={(post, index) => `${index}${post.name}`}
              columns={[
                {
                  key: 'post',
                  header: t('field.post'),
                  rowHeader: true,
                  cell: (post) => <Name of={post} />,
                },
                {
                  key: 'backups',
                  header: t('handover.to'),
                  cell: (post) =>
                    post.backups.length === 0
                      ? t('handover.nobody')
                      : post.backups.map((backup, index) => (
                          <span key={backup.account}>
                            {index > 0 && t('and')}
                            <Name of={backup} />
                          </span>
                        )),
                },
              ]}
            />
          )}
          {now.posts.length > 0 && (
            <form
              className={styles.preview}
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate(now.handedOver);
              }}
            >
              {!now.handedOver && (
                <TextField
                  type="datetime-local"
                  label={t('handover.until')}
                  hint={t('handover.untilHint')}
                  optional
                  width="medium"
                  value={until}
                  onChange={(event) => setUntil(event.target.value)}
                />
              )}
              <div>
                <Button type="submit" busy={act.isPending}>
                  {t(now.handedOver ? 'handover.back' : 'handover.give')}
                </Button>
              </div>
            </form>
          )}
        </>
      )}
    </div>
  );
}
