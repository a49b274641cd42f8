import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../Tag';
import { DateTime } from '../Values';
import styles from './Council.module.css';
import { type FetchFile, Files } from './Files';
import type { SentDocument } from './types';

/** A document: from whom, what it says, and whether it was signed for. */
export function Paper({
  of,
  fetch,
  children,
}: {
  of: SentDocument;
  fetch: FetchFile;
  children?: ReactNode;
}) {
  const { t } = useTranslation('council');
  const all = of.received === of.recipients;
  return (
    <article className={styles.said} aria-labelledby={of.number}>
      <h2 id={of.number} lang="zh-CN">
        {of.title}
      </h2>
      <p className={`${styles.who} quiet small`}>
        <span>{of.number}</span>
        <span>
          {t('paper.from')}{' '}
          {of.fromOffice ? t('paper.office') : <span lang="zh-CN">{of.from}</span>}
        </span>
        <DateTime value={of.sentAt} />
        <Tag tone={all ? 'good' : 'warn'}>
          {t('paper.received', { received: of.received, recipients: of.recipients })}
        </Tag>
      </p>
      <p lang="zh-CN" className={styles.words}>
        {of.words}
      </p>
      <Files files={of.files} fetch={fetch} />
      {children}
    </article>
  );
}
