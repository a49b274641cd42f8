import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteCarrierPosting, pairCarrier } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { cityDay } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';

/** Makes the key of a device, and tells it this once. */
export function PairDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation('carriers');
  const pair = useMutation({
    mutationFn: async () =>
      (await pairCarrier({ path: { carrier: code }, throwOnError: true })).data,
  });
  return (
    <Dialog
      title={t('pair')}
      locked={pair.isPending}
      onClose={onClose}
      onSubmit={() => (pair.data ? onClose() : pair.mutate())}
    >
      {pair.error && <Problem problem={toProblem(pair.error)} />}
      <p>{t(pair.data ? 'pairDone' : 'pairText')}</p>
      {pair.data && (
        <p>
          <code style={{ overflowWrap: 'anywhere' }} data-pairing>
            {window.location.origin + pair.data.address}
          </code>
        </p>
      )}
      <DialogWays>
        <Button type="submit" busy={pair.isPending}>
          {t(pair.data ? 'close' : 'pairConfirm')}
        </Button>
        {!pair.data && (
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        )}
      </DialogWays>
    </Dialog>
  );
}

/** Notes that a board or wall was changed. */
export function PostDialog({
  code,
  onDone,
  onClose,
}: {
  code: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('carriers');
  const [postedOn, setPostedOn] = useState(() => cityDay(Date.now()));
  const [what, setWhat] = useState('');
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      noteCarrierPosting({
        path: { carrier: code },
        headers: { 'Idempotency-Key': key },
        body: { postedOn, what: what.trim() },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('post')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        type="date"
        label={t('postDay')}
        value={postedOn}
        required
        width="medium"
        onChange={(event) => setPostedOn(event.target.value)}
      />
      <TextField
        label={t('postWhat')}
        value={what}
        required
        maxLength={200}
        onChange={(event) => setWhat(event.target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
