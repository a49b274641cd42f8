import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { PublishedVersion } from '@/api/generated';
import { DateTime } from '@/components';
import styles from './Editor.module.css';
import { useWords } from './useWords';

/** It is done: which version, from when, and where to go on. */
export function Published({ version, part }: { version: PublishedVersion; part: 'item' | 'flow' }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const code = encodeURIComponent(version.code);
  return (
    <section className={styles.done} aria-labelledby="published">
      <h2 id="published" ref={heading} tabIndex={-1}>
        {t('published.title', { version: version.version })}
      </h2>
      <p>
        {t('published.from')} <DateTime value={version.effectiveFrom} as="dateWeekday" />
      </p>
      <p className={styles.links}>
        <Link href="/staff/administration/items">{t('published.items')}</Link>
        {part === 'flow' ? (
          <Link href={`/staff/administration/items/${code}`}>{t('items.fields')}</Link>
        ) : (
          <Link href={`/staff/administration/flows/${code}`}>{t('items.flow')}</Link>
        )}
        <Link href="/staff/administration/changes">{t('published.record')}</Link>
      </p>
    </section>
  );
}
