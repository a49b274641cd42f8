import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components';
import styles from './Security.module.css';

/** Shown this once: to be copied, printed or kept as a file. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('security');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.codes}>
      <h2 ref={heading} tabIndex={-1}>
        {t('codes.title')}
      </h2>
      <p>{t('codes.once')}</p>
      <ul role="list" className={styles.codeList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        <Button look="secondary" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
        <Button onClick={onKept}>{t('codes.kept')}</Button>
      </div>
    </section>
  );
}
