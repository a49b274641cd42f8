import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/generated';
import { type Column, DateTime, Table, Tag, type Tone } from '@/components';

const TONES: Record<Import['status'], Tone> = {
  waiting: 'plain',
  reading: 'blue',
  checking: 'blue',
  writing: 'blue',
  done: 'good',
  refused: 'bad',
  failed: 'bad',
};

/** What has been imported lately, and tried. */
export function ImportList({ imports }: { imports: readonly Import[] }) {
  const { t } = useTranslation('staff');
  if (imports.length === 0) return <p className="quiet">{t('imports.noneYet')}</p>;
  const columns: Column<Import>[] = [
    {
      key: 'file',
      header: t('imports.file'),
      rowHeader: true,
      cell: (one) => one.fileName,
    },
    {
      key: 'status',
      header: t('imports.state'),
      cell: (one) => (
        <>
          <Tag tone={TONES[one.status]}>{t(`imports.status.${one.status}`)}</Tag>{' '}
          {one.dryRun && <Tag>{t('imports.dry')}</Tag>}
        </>
      ),
    },
    {
      key: 'result',
      header: t('imports.numbers'),
      cell: (one) =>
        one.result
          ? t('imports.numbersShort', {
              created: one.result.created,
              changed: one.result.changed,
              unchanged: one.result.unchanged,
            })
          : one.errorCount > 0
            ? t('imports.errorsShort', { count: one.errorCount })
            : '—',
    },
    {
      key: 'by',
      header: t('imports.by'),
      cell: (one) => <span lang="zh-CN">{one.startedBy}</span>,
    },
    { key: 'at', header: t('imports.at'), cell: (one) => <DateTime value={one.startedAt} /> },
  ];
  return (
    <Table
      caption={t('imports.latest')}
      columns={columns}
      rows={imports}
      rowKey={(one) => one.id}
    />
  );
}
