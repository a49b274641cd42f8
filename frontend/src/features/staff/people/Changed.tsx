import { useTranslation } from 'react-i18next';
import type { FieldChange } from '@/api/generated';
import { Table } from '@/components';
import { useChangeWords } from './useWords';

/** Each field before and after. */
export function Changed({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useTranslation('people');
  const words = useChangeWords();
  const shown = (field: string, values: readonly string[]) =>
    values.length === 0 ? (
      <span className="quiet">{t('nothing')}</span>
    ) : (
      values.map((value) => words.value(field, value)).join(t('and'))
    );
  if (changes.length === 0) return <p>{t('preview.same')}</p>;
  return (
    <Table
      caption={t('preview.title')}
      rows={changes}
      rowKey={(change) => change.field}
      columns={[
        {
          key: 'field',
          header: t('preview.field'),
          rowHeader: true,
          cell: (change) => words.field(change.field),
        },
        {
          key: 'before',
          header: t('preview.before'),
          cell: (change) => shown(change.field, change.before),
        },
        {
          key: 'after',
          header: t('preview.after'),
          cell: (change) => <b>{shown(change.field, change.after)}</b>,
        },
      ]}
    />
  );
}
