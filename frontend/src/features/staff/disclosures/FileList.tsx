import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  addPublicationFile,
  downloadPublicationFile,
  type Publication,
  type PublicationFile,
  removePublicationFile,
} from '@/api/generated';
import { Button, Problem, Tag, type Tone } from '@/components';
import { toProblem } from '@/lib/problem';
import { formatSize } from '@/lib/size';
import { SaveButton } from '../SaveButton';
import styles from './Publications.module.css';

const ACCEPTED = '.pdf,.docx,.xlsx,.ofd,.jpg,.jpeg,.png,.txt,.csv';
const TONES: Record<PublicationFile['text'], Tone> = {
  read: 'good',
  partly: 'sun',
  none: 'warn',
  unreadable: 'warn',
};

/** What looks personal in a file; a person decides whether it may be read. */
function Marks({ of }: { of: PublicationFile }) {
  const { t } = useTranslation(['disclosures', 'complaints']);
  return (
    <details className={styles.marks}>
      <summary>{t('files.marks', { count: of.marks.length })}</summary>
      <ul>
        {of.marks.map((mark, index) => (
          <li key={index}>
            <Tag tone="warn">{t(`complaints:mark.${mark.kind}`)}</Tag>{' '}
            <span lang="zh-CN">{mark.text}</span>{' '}
            <span className="quiet">{t(`files.place.${mark.place}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is attached to the open edition, and where it still is a draft, more and less of it. */
export function FileList({
  publication,
  onChanged,
}: {
  publication: Publication;
  onChanged: () => void;
}) {
  const { t } = useTranslation(['disclosures', 'disclosure']);
  const { number } = publication.row;
  const files = publication.files ?? [];
  const may = publication.possible.includes('edit');
  const add = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      let version = publication.version;
      for (const file of chosen) {
        const { data } = await addPublicationFile({
          path: { number },
          headers: { 'If-Match': `"${version}"` },
          body: { file },
          throwOnError: true,
        });
        version = data.version;
      }
    },
    onSettled: onChanged,
  });
  const remove = useMutation({
    mutationFn: (fileId: string) =>
      removePublicationFile({
        path: { number, fileId },
        headers: { 'If-Match': `"${publication.version}"` },
        throwOnError: true,
      }),
    onSettled: onChanged,
  });
  const error = add.error ?? remove.error;
  const problem = error && toProblem(error);
  const detail = problem?.errors?.[0]?.detail;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('files.title')}</h2>
      {files.length === 0 && <p>{t('files.none')}</p>}
      <ul role="list" className={styles.list}>
        {files.map((file) => (
          <li key={file.attachment.id} className={styles.file}>
            <span className={styles.head}>
              <strong lang="zh-CN">{file.attachment.name}</strong>
              <span className="quiet figures">{formatSize(file.attachment.size)}</span>
              {file.attachment.pages !== undefined && (
                <span className="quiet">{t('files.pages', { count: file.attachment.pages })}</span>
              )}
              <Tag tone={TONES[file.text]}>{t(`files.text.${file.text}`)}</Tag>
              {file.added && publication.publicEdition && <Tag tone="blue">{t('files.added')}</Tag>}
            </span>
            {file.marks.length > 0 && <Marks of={file} />}
            <span className={styles.ways}>
              <SaveButton
                name={file.attachment.name}
                label={t('files.save', { name: file.attachment.name })}
                fetch={async () => {
                  const { data } = await downloadPublicationFile({
                    path: { number, fileId: file.attachment.id },
                    parseAs: 'blob',
                    throwOnError: true,
                  });
                  return data;
                }}
              />
              {may && (
                <Button
                  look="quiet"
                  busy={remove.isPending}
                  onClick={() => remove.mutate(file.attachment.id)}
                >
                  {t('files.remove', { name: file.attachment.name })}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {publication.removedFiles && publication.removedFiles.length > 0 && (
        <p>
          {t('files.removed')}{' '}
          <span lang="zh-CN">{publication.removedFiles.join(t('disclosure:comma'))}</span>
        </p>
      )}
      {problem &&
        (detail ? (
          <p role="alert" className={styles.why}>
            {detail}
          </p>
        ) : (
          <Problem problem={problem} />
        ))}
      {may && (
        <div className={styles.choose}>
          <label htmlFor="publication-file">
            <b>{t('files.add')}</b>
          </label>
          <span id="publication-file-hint" className="quiet">
            {t('files.hint')}
          </span>
          <input
            id="publication-file"
            type="file"
            multiple
            accept={ACCEPTED}
            aria-describedby="publication-file-hint"
            disabled={add.isPending}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = '';
              if (chosen.length > 0) add.mutate(chosen);
            }}
          />
          {add.isPending && <p role="status">{t('files.sending')}</p>}
        </div>
      )}
    </section>
  );
}
