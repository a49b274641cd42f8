import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseMaterial } from '@/api/generated';
import { Button, Loading, Problem } from '@/components';
import { type DocumentView, OfficialDocument } from '@/components/document';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import styles from './Preview.module.css';
import { kindOf, useMaterialFile } from './useMaterialFile';

/** An address for the bytes, as long as they are looked at. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    // An address is made and taken back outside of React; there is nothing to render it from.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}

/** A document the city issued itself, drawn as it is everywhere. */
function IssuedDocument({ file }: { file: Blob | undefined }) {
  const english = useLanguage() === 'en';
  const [document, setDocument] = useState<DocumentView>();
  useEffect(() => {
    let shown = true;
    void file?.text().then((text) => shown && setDocument(JSON.parse(text) as DocumentView));
    return () => {
      shown = false;
    };
  }, [file]);
  return document ? (
    <OfficialDocument
      document={document}
      aid={english}
      verifyAt={`${window.location.origin}/documents/verify`}
      within
    />
  ) : (
    <Loading lines={6} />
  );
}

/** One material beside the form: a picture or a PDF, shown by the browser itself. */
export function Preview({
  caseNumber,
  material,
}: {
  caseNumber: string;
  material: CaseMaterial | undefined;
}) {
  const { t } = useTranslation('console');
  const [whole, setWhole] = useState(true);
  const kind = material && kindOf(material.contentType);
  const { data, error, refetch } = useMaterialFile(caseNumber, kind ? material : undefined);
  const address = useAddress(data);
  if (!material) return <p className={styles.nothing}>{t('preview.choose')}</p>;
  if (!kind) return <p className={styles.nothing}>{t('preview.notShown')}</p>;
  if (error) return <Problem problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (!address) return <Loading lines={6} />;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{material.fileName}</span>
        {kind === 'image' && (
          <Button look="quiet" aria-pressed={!whole} onClick={() => setWhole(!whole)}>
            {t(whole ? 'preview.larger' : 'preview.whole')}
          </Button>
        )}
      </figcaption>
      {kind === 'issued' ? (
        <IssuedDocument file={data} />
      ) : kind === 'image' ? (
        <div
          className={styles.picture}
          data-whole={whole || undefined}
          tabIndex={0}
          role="region"
          aria-label={material.fileName}
        >
          <img src={address} alt={t('preview.of', { name: material.fileName })} />
        </div>
      ) : (
        <iframe className={styles.paper} src={address} title={material.fileName} />
      )}
    </figure>
  );
}
