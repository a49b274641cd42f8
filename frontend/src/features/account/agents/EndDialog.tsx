import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOwnAgent } from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

/** Ends it at once. */
export function EndDialog({
  id,
  onDone,
  onClose,
}: {
  id: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('agency');
  const [why, setWhy] = useState('');
  const send = useMutation({
    mutationFn: () =>
      endOwnAgent({
        path: { id },
        body: why.trim() ? { why: why.trim() } : {},
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('end.open')}
      text={t('end.text')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        label={t('why')}
        optional
        maxLength={300}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('end.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('end.keep')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
