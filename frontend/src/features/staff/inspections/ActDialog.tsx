import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnInspection, type Inspection, type InspectionAction } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Dialog, DialogWays, Problem, TextArea, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

/** Does something about an inspection, with words and, where there are some, days. */
export function ActDialog({
  inspection,
  action,
  onDone,
  onClose,
}: {
  inspection: Inspection;
  action: InspectionAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inspection');
  const [words, setWords] = useState('');
  const [days, setDays] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const worded = action === 'answer' || action === 'return';
  const timed = action === 'release' || action === 'return';
  const send = useMutation({
    mutationFn: () =>
      actOnInspection({
        path: { inspectionId: inspection.summary.id, inspectionAction: action },
        headers: { 'If-Match': `"${inspection.version}"`, 'Idempotency-Key': key },
        body: {
          ...(words.trim() && { words: words.trim() }),
          ...(timed && days && { days: Number(days) }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <Dialog
      title={t(`action.${action}`)}
      text={t(`ask.${action}`)}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      {timed && (
        <TextField
          type="number"
          min={1}
          max={120}
          width="short"
          optional
          label={t('days')}
          hint={t(action === 'release' ? 'daysHint' : 'returnDaysHint')}
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
      )}
      <TextArea
        label={t('words')}
        required={worded}
        optional={!worded}
        maxLength={4000}
        rows={4}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
