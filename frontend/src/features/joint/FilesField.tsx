import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Upload } from '@/api/generated';
import { postForm } from '@/api/upload';
import { Problem, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import styles from './Joint.module.css';

export interface GivenFile {
  key: string;
  uploadId: string;
  fileName: string;
}

/** A material and the files for it; each is sent on its own as soon as it is chosen. */
export function FilesField({
  id,
  material,
  note,
  error,
  files,
  onChange,
  children,
}: {
  id: string;
  material: { key: string; name: string; nameEn?: string | undefined };
  note?: ReactNode;
  error?: string | undefined;
  files: readonly GivenFile[];
  onChange: (change: (before: readonly GivenFile[]) => readonly GivenFile[]) => void;
  /** What may stand in the place of a file. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('joint');
  const language = useLanguage();
  const nameText = useNameText();
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<ProblemDetail>();
  const own = files.filter((file) => file.key === material.key);

  const send = async (chosen: readonly File[]) => {
    setProblem(undefined);
    setSending((before) => before + chosen.length);
    for (const file of chosen) {
      const form = new FormData();
      form.append('file', file);
      try {
        const upload = await postForm<Upload>('/api/v1/uploads', form, {
          headers: { 'Accept-Language': language },
        });
        onChange((before) => [
          ...before,
          { key: material.key, uploadId: upload.id, fileName: upload.fileName },
        ]);
      } catch (failure) {
        setProblem(toProblem(failure));
      } finally {
        setSending((before) => before - 1);
      }
    }
  };

  return (
    <li>
      <p className={styles.rowTitle}>{nameText(material)}</p>
      {note && <p className="quiet">{note}</p>}
      {error && (
        <p id={`${id}-error`} className={styles.wrong}>
          {error}
        </p>
      )}
      {own.length > 0 && (
        <ul role="list" className={styles.files}>
          {own.map((file) => (
            <li key={file.uploadId} className={styles.file}>
              {file.fileName}
              <button
                type="button"
                className={styles.remove}
                aria-label={t('files.removeNamed', { name: file.fileName })}
                onClick={() =>
                  onChange((before) => before.filter((one) => one.uploadId !== file.uploadId))
                }
              >
                {t('files.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <Problem problem={problem} />}
      <input
        id={id}
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
        className="visually-hidden"
        aria-label={t('files.chooseFor', { name: nameText(material) })}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(chosen);
        }}
      />
      <label htmlFor={id} className={styles.choose}>
        {sending > 0 ? t('files.sending') : own.length > 0 ? t('files.more') : t('files.choose')}
      </label>
      {own.length === 0 && children}
    </li>
  );
}
