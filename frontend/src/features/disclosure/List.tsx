import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DisclosureSummary } from '@/api/generated';
import { Bilingual, DateTime, Name, Tag } from '@/components';
import { filePath } from './Files';
import { disclosurePath, useCategories, ValidityTag } from './words';
import styles from './Disclosure.module.css';

function Excerpt({ of }: { of: DisclosureSummary }) {
  const { t } = useTranslation('disclosure');
  if (of.excerpt && of.excerpt.length > 0) {
    return (
      <p className={styles.excerpt} lang="zh-CN">
        {of.foundIn && (
          <a href={filePath(of.number, of.foundIn.id)} download className={styles.foundIn}>
            {t('files.foundIn', { name: of.foundIn.name })}
          </a>
        )}
        {of.excerpt.map((piece, index) =>
          piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </p>
    );
  }
  return of.summary ? <p lang="zh-CN">{of.summary}</p> : null;
}

/** Publications, each with what one has to know before opening it. */
export function DisclosureList({ items }: { items: readonly DisclosureSummary[] }) {
  const { t } = useTranslation('disclosure');
  const categories = useCategories();
  return (
    <ul className={styles.list} role="list">
      {items.map((one) => (
        <li key={one.number} className={styles.row}>
          <h3>
            <Link href={disclosurePath(one.number)}>
              <Bilingual chinese={one.title} english={one.titleEn} />
            </Link>
          </h3>
          <Excerpt of={one} />
          <p className={`${styles.meta} quiet small`}>
            <DateTime value={one.releasedAt} as="date" />
            <Link href={`/disclosures/departments/${encodeURIComponent(one.department.code)}`}>
              <Name of={one.department} />
            </Link>
            {one.documentNumber && <span lang="zh-CN">{one.documentNumber}</span>}
            <span>{one.categories.map(categories.text).join(t('comma'))}</span>
            {one.validity && <ValidityTag validity={one.validity} />}
            {one.corrected && <Tag tone="sun">{t('corrected')}</Tag>}
          </p>
        </li>
      ))}
    </ul>
  );
}
