import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemTexts } from '../Problem';
import { Tag } from '../Tag';
import { Bilingual, useNameText } from '../Values';
import { NETWORK_PROBLEM, type ProblemDetail } from '@/lib/problem';
import styles from './MaterialUpload.module.css';
import { formatSize } from '@/lib/size';
import { ACCEPTED, type PendingFile, type UploadedFile, type Uploads } from '@/lib/uploads';

interface AskedFor {
  code: string;
  name: string;
  nameEn?: string | undefined;
}

function Pending({ each, uploads }: { each: PendingFile; uploads: Uploads }) {
  const { t } = useTranslation('casework');
  const texts = useProblemTexts();
  const why = (problem: ProblemDetail) => {
    const { title, detail } = texts(problem);
    return problem.errors?.[0]?.detail ?? detail ?? title;
  };
  const failed = each.tooLarge || each.problem;
  return (
    <li className={styles.file} data-failed={failed ? true : undefined}>
      <span className={styles.fileName}>{each.file.name}</span>
      {failed ? (
        <>
          <span className={styles.why} role="alert">
            {each.tooLarge
              ? t('upload.tooLarge', { size: formatSize(each.file.size) })
              : each.problem && why(each.problem)}
          </span>
          <span className={styles.tools}>
            {each.problem &&
              (each.problem.type === NETWORK_PROBLEM || each.problem.status >= 500) && (
                <button type="button" onClick={() => uploads.retry(each.id)}>
                  {t('upload.retry')}
                </button>
              )}
            <button type="button" onClick={() => uploads.cancel(each.id)}>
              {t('upload.dismiss')}
            </button>
          </span>
        </>
      ) : (
        <>
          <progress
            className={styles.progress}
            value={each.share}
            max={1}
            aria-label={t('upload.progress', { name: each.file.name })}
          />
          <span className={styles.tools}>
            <button type="button" onClick={() => uploads.cancel(each.id)}>
              {t('upload.cancel')}
            </button>
          </span>
        </>
      )}
    </li>
  );
}

/** One material of the list: what it is, the files for it, and a button for more. */
export function MaterialUpload({
  id,
  material,
  tags,
  note,
  error,
  files,
  uploads,
  onRemove,
  children,
}: {
  id: string;
  material: AskedFor;
  tags?: React.ReactNode;
  note?: string | undefined;
  error?: string | undefined;
  files: readonly Omit<UploadedFile, 'code'>[];
  uploads: Uploads;
  onRemove: (uploadId: string) => void;
  /** What else can be done about it. */
  children?: React.ReactNode;
}) {
  const { t } = useTranslation(['casework', 'common']);
  const nameText = useNameText();
  const input = useRef<HTMLInputElement>(null);
  const replaces = useRef<string | undefined>(undefined);
  const pending = uploads.pending.filter((each) => each.code === material.code);
  const name = nameText(material);
  const described = [note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');

  return (
    <li className={styles.material} data-wrong={error ? true : undefined}>
      <div className={styles.about}>
        <p className={styles.name}>
          <Bilingual chinese={material.name} english={material.nameEn} /> {tags}
        </p>
        {note && (
          <p id={`${id}-note`} className={styles.note} lang="zh-CN">
            {note}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className={styles.error}>
            <span className="visually-hidden">{t('common:form.errorPrefix')}</span>
            {error}
          </p>
        )}
        {(files.length > 0 || pending.length > 0) && (
          <ul role="list" className={styles.files}>
            {files.map((file) => (
              <li key={file.uploadId} className={styles.file}>
                <span className={styles.fileName}>
                  <Tag tone="good">{t('upload.done')}</Tag> {file.fileName}{' '}
                  <span className={styles.size}>{formatSize(file.size)}</span>
                </span>
                <span className={styles.tools}>
                  <button
                    type="button"
                    aria-label={t('upload.replaceNamed', { name: file.fileName })}
                    onClick={() => {
                      replaces.current = file.uploadId;
                      input.current?.click();
                    }}
                  >
                    {t('upload.replace')}
                  </button>
                  <button
                    type="button"
                    aria-label={t('upload.removeNamed', { name: file.fileName })}
                    onClick={() => onRemove(file.uploadId)}
                  >
                    {t('upload.remove')}
                  </button>
                </span>
              </li>
            ))}
            {pending.map((each) => (
              <Pending key={each.id} each={each} uploads={uploads} />
            ))}
          </ul>
        )}
        {children}
      </div>
      <div className={styles.choose}>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          className="visually-hidden"
          aria-label={t('upload.chooseFor', { name })}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          onClick={(event) => {
            // A press of the person's own adds; only the button beside a file replaces it.
            if (event.isTrusted) replaces.current = undefined;
          }}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            if (chosen.length > 0) uploads.add(material.code, chosen, replaces.current);
            replaces.current = undefined;
          }}
        />
        <label htmlFor={id} className={styles.button}>
          {files.length > 0 ? t('upload.more') : t('upload.choose')}
        </label>
      </div>
    </li>
  );
}
