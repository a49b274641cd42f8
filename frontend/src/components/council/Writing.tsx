import { type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldName, toProblem } from '@/lib/problem';
import type { UploadedFile, Uploads } from '@/lib/uploads';
import { Button } from '../Button';
import { ErrorSummary } from '../ErrorSummary';
import { TextArea, TextField } from '../Field';
import { Problem } from '../Problem';
import { MaterialUpload } from '../upload';
import styles from './Council.module.css';

/** What was written, with what came with it. */
export interface Written {
  title: string;
  words: string;
  files: string[];
}

/** Words with files, and a title where one is wanted; sent once, however often it is pressed. */
export function Writing({
  id,
  titled = false,
  label,
  hint,
  sendText,
  missing: alsoMissing,
  given,
  newKey,
  send,
  onSent,
  children,
}: {
  /** Its fields are `<id>-title`, `<id>-words` and so on. */
  id: string;
  titled?: boolean;
  label: string;
  hint?: string;
  sendText: string;
  /** What else has to be filled in, by the name of its field. */
  missing?: Readonly<Record<string, string>>;
  /** The files that were chosen. */
  given: {
    files: readonly UploadedFile[];
    uploads: Uploads;
    remove: (uploadId: string) => void;
  };
  /** A key for each sending. */
  newKey: () => string;
  send: (written: Written, key: string) => Promise<unknown>;
  onSent: () => void;
  /** Other fields, with what is wrong with them. */
  children?: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { t } = useTranslation('council');
  const [typed, setTyped] = useState({ title: '', words: '' });
  const [key, setKey] = useState(newKey);
  const [attempt, setAttempt] = useState(0);
  const { files, uploads, remove } = given;
  const sending = useMutation({
    mutationFn: () => send({ ...typed, files: files.map((file) => file.uploadId) }, key),
    onSuccess: () => {
      setTyped({ title: '', words: '' });
      files.forEach((file) => remove(file.uploadId));
      setAttempt(0);
      onSent();
    },
    onSettled: () => setKey(newKey()),
  });
  const problem = sending.error && toProblem(sending.error);
  const missing: Record<string, string> = { ...alsoMissing };
  if (titled && typed.title.trim().length < 2) missing.title = t('write.titleMissing');
  if (typed.words.trim().length < 2) missing.words = t('write.wordsMissing');
  const errors: Record<string, string> = attempt > 0 ? { ...missing } : {};
  for (const each of problem?.errors ?? []) {
    const field = fieldName(each.pointer ?? '');
    errors[/^\d+$/.test(field) ? 'files' : field] ??= each.detail;
  }
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (Object.keys(missing).length === 0) sending.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({ fieldId: `${id}-${name}`, text }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {children?.(errors)}
      {titled && (
        <TextField
          id={`${id}-title`}
          label={t('write.title')}
          maxLength={100}
          value={typed.title}
          error={errors.title}
          onChange={({ target }) => setTyped({ ...typed, title: target.value })}
        />
      )}
      <TextArea
        id={`${id}-words`}
        label={label}
        {...(hint && { hint })}
        rows={titled ? 8 : 5}
        maxLength={5000}
        value={typed.words}
        error={errors.words}
        onChange={({ target }) => setTyped({ ...typed, words: target.value })}
      />
      <ul role="list" className={styles.plain}>
        <MaterialUpload
          id={`${id}-files`}
          material={{ code: 'files', name: t('write.files') }}
          error={errors.files}
          files={files}
          uploads={uploads}
          onRemove={remove}
        />
      </ul>
      <div>
        <Button type="submit" busy={sending.isPending}>
          {sendText}
        </Button>
      </div>
    </form>
  );
}
