import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { supplementForClient, type TrackedCase } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Button, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Agents.module.css';
import { MaterialFields } from './MaterialFields';

/** What a correction notice asked the client for, and the place to hand it in. */
export function SupplementFor({
  id,
  tracked,
  onDone,
}: {
  id: string;
  tracked: TrackedCase;
  onDone: () => void;
}) {
  const { t } = useTranslation('agency');
  const [message, setMessage] = useState('');
  const [nothing, setNothing] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const given = useGivenFiles(() => setNothing(false));
  const { files, uploads } = given;
  const asked = tracked.history.findLast((entry) => entry.kind === 'correctionRequested');
  const send = useMutation({
    mutationFn: () =>
      supplementForClient({
        path: { id, caseNumber: tracked.caseNumber },
        headers: { 'Idempotency-Key': key },
        body: {
          materials: files.map(({ code, uploadId }) => ({ code, uploadId })),
          ...(message.trim() && { message: message.trim() }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (files.length === 0 || uploads.busy) setNothing(true);
        else send.mutate();
      }}
    >
      <ol lang="zh-CN">
        {(asked?.missing ?? []).map((one) => (
          <li key={`${one.materialCode ?? ''}/${one.what}`}>{one.what}</li>
        ))}
      </ol>
      <MaterialFields id="supplement" materials={tracked.materials} given={given} />
      <TextArea
        label={t('supplement.message')}
        optional
        rows={2}
        maxLength={500}
        value={message}
        onChange={({ target }) => setMessage(target.value)}
      />
      {nothing && <p role="alert">{t(uploads.busy ? 'apply.uploading' : 'supplement.nothing')}</p>}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('supplement.send')}
        </Button>
      </div>
    </form>
  );
}
