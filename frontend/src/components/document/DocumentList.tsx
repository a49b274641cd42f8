import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLanguage } from '@/i18n';
import { Tag } from '../Tag';
import { DateTime } from '../Values';
import styles from './DocumentList.module.css';
import type { DocumentView } from './types';

/** What a case was given in writing, each leading to its page. */
export function DocumentList({
  documents,
  href,
}: {
  documents: readonly DocumentView[];
  href: (document: DocumentView) => string;
}) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  return (
    <ul role="list" className={styles.list}>
      {documents.map((document) => (
        <li key={document.id}>
          <Link href={href(document)} className={styles.title}>
            {language === 'en' ? document.titleEn : document.title}
          </Link>
          <span className={styles.more}>
            <span lang="zh-CN">{document.number}</span> · <DateTime value={document.issuedAt} />
            {document.withdrawnBy && (
              <>
                {' '}
                <Tag tone="bad">{t('withdrawn')}</Tag>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
