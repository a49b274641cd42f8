import { useTranslation } from 'react-i18next';
import { type Column, Table } from '@/components';
import { useLanguage } from '@/i18n';
import { useWords } from '../useWords';
import styles from './Changes.module.css';
import { says } from './says';

export interface ChangedField {
  field: string;
  before?: unknown;
  after?: unknown;
}

function Side({
  lines,
  other,
  mark,
}: {
  lines: readonly string[];
  other: readonly string[];
  mark: 'del' | 'ins';
}) {
  const { t } = useTranslation('administration');
  const Mark = mark;
  if (lines.length === 0) return <span className={styles.nothing}>{t('preview.nothing')}</span>;
  return (
    <ul role="list" className={styles.lines} lang="zh-CN">
      {lines.map((line, index) => (
        <li key={index}>{other.includes(line) ? line : <Mark>{line}</Mark>}</li>
      ))}
    </ul>
  );
}

/** Field by field what it was and what it will be; what stays the same is not marked. */
export function Changes({ changes }: { changes: readonly ChangedField[] }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const words = useWords();
  const rows = changes.map(({ field, before, after }) => ({
    field,
    was: says(words, field, before, language),
    is: says(words, field, after, language),
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'field',
      header: t('preview.field'),
      rowHeader: true,
      cell: ({ field }) => t(`field.${field as 'name'}`, { defaultValue: field }),
    },
    {
      key: 'before',
      header: t('preview.before'),
      cell: ({ was, is }) => <Side lines={was} other={is} mark="del" />,
    },
    {
      key: 'after',
      header: t('preview.after'),
      cell: ({ was, is }) => <Side lines={is} other={was} mark="ins" />,
    },
  ];
  return (
    <Table
      caption={t('preview.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ field }) => field}
    />
  );
}
