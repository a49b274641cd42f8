import { useTranslation } from 'react-i18next';
import type { ChangedField } from '@/api/generated';
import { Table } from '@/components';

const FIELDS = [
  'kind',
  'name',
  'nameEn',
  'place',
  'placeEn',
  'regionCode',
  'departmentCode',
  'responsible',
  'size',
  'screenCode',
  'postingDays',
  'idleSeconds',
  'printer',
  'closed',
  'slots',
] as const;

/** What a change comes to, field by field, before and after. */
export function ChangeTable({ changes }: { changes: readonly ChangedField[] }) {
  const { t } = useTranslation('carriers');
  const side = (value: unknown) => {
    if (value === undefined || value === null || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);
  };
  if (changes.length === 0) return <p>{t('nothing')}</p>;
  return (
    <Table
      caption={t('preview')}
      rows={changes}
      rowKey={(change) => change.field}
      columns={[
        {
          key: 'field',
          header: t('fieldHead'),
          rowHeader: true,
          cell: (change) => {
            const known = FIELDS.find((each) => each === change.field);
            return known ? t(`field.${known}`) : change.field;
          },
        },
        {
          key: 'before',
          header: t('before'),
          cell: (change) => <span lang="zh-CN">{side(change.before)}</span>,
        },
        {
          key: 'after',
          header: t('after'),
          cell: (change) => <b lang="zh-CN">{side(change.after)}</b>,
        },
      ]}
    />
  );
}
