import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EarlierAnswerImport, withdrawEarlierAnswers } from '@/api/generated';
import { Button, DateTime, Empty, Table, Tag } from '@/components';
import { RowErrors } from '../imports/FileForm';
import { WordsDialog } from '../ratings/WordsDialog';
import styles from '../matters/Matters.module.css';

function State({ of }: { of: EarlierAnswerImport }) {
  const { t } = useTranslation('earlier');
  if (of.withdrawnAt)
    return (
      <>
        <Tag>{t('state.withdrawn')}</Tag> <DateTime value={of.withdrawnAt} />
        <br />
        <span lang="zh-CN">{of.withdrawnWhy}</span>
      </>
    );
  return (
    <>
      <Tag tone={of.status === 'done' ? 'good' : of.status === 'failed' ? 'bad' : 'plain'}>
        {t(`state.${of.status}`)}
      </Tag>
      {of.status === 'writing' && (
        <progress
          max={of.total}
          value={of.done}
          aria-label={t('progress', { done: of.done, total: of.total })}
        />
      )}
    </>
  );
}

/** What was brought in so far; all that one file brought can be taken back. */
export function EarlierImports({
  of,
  onChanged,
}: {
  of: readonly EarlierAnswerImport[];
  onChanged: () => void;
}) {
  const { t } = useTranslation('earlier');
  const [withdrawing, setWithdrawing] = useState<string>();
  const close = () => setWithdrawing(undefined);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <>
      <h2>{t('imports')}</h2>
      {of.length === 0 && <Empty title={t('none')} />}
      {of.length > 0 && (
        <Table
          caption={t('imports')}
          rows={of}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'file',
              header: t('file'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <span lang="zh-CN">{row.fileName}</span>
                  {row.errors.length > 0 && (
                    <details>
                      <summary>{t('refusedRows', { count: row.refused })}</summary>
                      <RowErrors errors={row.errors} />
                    </details>
                  )}
                </>
              ),
            },
            {
              key: 'when',
              header: t('when'),
              cell: (row) => (
                <>
                  <DateTime value={row.startedAt} /> <span lang="zh-CN">{row.startedBy}</span>
                </>
              ),
            },
            { key: 'taken', header: t('taken'), align: 'end', cell: (row) => row.taken },
            { key: 'marked', header: t('marked'), align: 'end', cell: (row) => row.marked },
            { key: 'state', header: t('status'), cell: (row) => <State of={row} /> },
            {
              key: 'ways',
              header: t('ways'),
              cell: (row) =>
                row.status === 'done' &&
                !row.withdrawnAt && (
                  <div className={styles.ways}>
                    <Button look="secondary" onClick={() => setWithdrawing(row.id)}>
                      {t('withdraw')}
                    </Button>
                  </div>
                ),
            },
          ]}
        />
      )}
      {withdrawing && (
        <WordsDialog
          title={t('withdraw')}
          label={t('reason')}
          maxLength={500}
          onSend={(reason) =>
            withdrawEarlierAnswers({
              path: { importId: withdrawing },
              body: { reason },
              throwOnError: true,
            })
          }
          onDone={done}
          onStale={done}
          onClose={close}
        />
      )}
    </>
  );
}
