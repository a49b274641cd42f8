import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layDownMandate } from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

/** Lays a mandate down; the client is told, and why. */
export function LayDownDialog({
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
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      layDownMandate({ path: { id }, body: { why: why.trim() }, throwOnError: true }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('layDown.open')}
      text={t('layDown.text')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (why.trim()) send.mutate();
      }}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        label={t('why')}
        maxLength={300}
        error={tried && !why.trim() ? t('missing') : undefined}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('layDown.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('layDown.keep')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
