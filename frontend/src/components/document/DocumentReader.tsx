import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLanguage } from '@/i18n';
import { Button } from '../Button';
import styles from './DocumentReader.module.css';
import { OfficialDocument } from './OfficialDocument';
import type { DocumentView } from './types';

/** A document with what one does with it: go back, print it, have the English beside it. */
export function DocumentReader({
  document,
  back,
  backText,
}: {
  document: DocumentView;
  back: string;
  backText: string;
}) {
  const { t } = useTranslation('documents');
  const [aid, setAid] = useState(useLanguage() === 'en');
  return (
    <div className={styles.reader}>
      <div className={`${styles.tools} no-print`}>
        <Link href={back}>{backText}</Link>
        <div className={styles.buttons}>
          <Button look="secondary" aria-pressed={aid} onClick={() => setAid(!aid)}>
            {t('reader.aid')}
          </Button>
          <Button onClick={() => window.print()}>{t('reader.print')}</Button>
        </div>
      </div>
      {document.withdrawnBy && (
        <p className={styles.withdrawn} role="status">
          {t('withdrawnBy', { number: document.withdrawnBy })}
        </p>
      )}
      <OfficialDocument
        document={document}
        aid={aid}
        verifyAt={`${window.location.origin}/documents/verify`}
      />
    </div>
  );
}
