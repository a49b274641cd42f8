import { useTranslation } from 'react-i18next';
import type { DisclosureFile } from '@/api/generated';
import { formatSize } from '@/lib/size';
import { Tag } from '@/components';
import styles from './Disclosure.module.css';

const KINDS: Record<DisclosureFile['kind'], { name: string; type: string }> = {
  pdf: { name: 'PDF', type: 'application/pdf' },
  docx: {
    name: 'DOCX',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { name: 'XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ofd: { name: 'OFD', type: 'application/ofd' },
  jpeg: { name: 'JPEG', type: 'image/jpeg' },
  png: { name: 'PNG', type: 'image/png' },
  text: { name: 'TXT', type: 'text/plain' },
  csv: { name: 'CSV', type: 'text/csv' },
};

export const filePath = (number: string, id: string) =>
  `/api/v1/disclosures/${encodeURIComponent(number)}/files/${id}`;

/** What is attached, to be saved: its kind, how large it is, and its table for other programs. */
export function Files({ number, files }: { number: string; files: readonly DisclosureFile[] }) {
  const { t } = useTranslation('disclosure');
  return (
    <ul role="list" className={styles.files}>
      {files.map((file) => (
        <li
          key={file.id}
          itemProp="associatedMedia"
          itemScope
          itemType="https://schema.org/MediaObject"
        >
          <meta itemProp="encodingFormat" content={KINDS[file.kind].type} />
          <meta itemProp="contentSize" content={String(file.size)} />
          <a href={filePath(number, file.id)} download itemProp="contentUrl">
            <span lang="zh-CN" itemProp="name">
              {file.name}
            </span>
          </a>
          <span className={styles.meta}>
            <Tag>{KINDS[file.kind].name}</Tag>
            <span className="quiet figures">{formatSize(file.size)}</span>
            {file.pages !== undefined && (
              <span className="quiet">{t('files.pages', { count: file.pages })}</span>
            )}
            {!file.searched && <span className="quiet">{t('files.notSearched')}</span>}
            {file.table && (
              <a
                href={`${filePath(number, file.id)}/table`}
                download
                aria-label={t('files.tableOf', { name: file.name })}
              >
                {t('files.table')}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
