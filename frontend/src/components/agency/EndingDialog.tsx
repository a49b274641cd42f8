import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProblemDetail } from '@/lib/problem';
import { Button } from '../Button';
import { Dialog, DialogWays } from '../Dialog';
import { TextField } from '../Field';
import { Problem } from '../Problem';

/** Ends a mandate at once: the client, for a reason or none, or the agent, who says why. */
export function EndingDialog({
  by,
  busy,
  problem,
  onSend,
  onClose,
}: {
  by: 'client' | 'agent';
  busy: boolean;
  problem: ProblemDetail | undefined;
  /** Empty when no reason is given. */
  onSend: (why: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('agency');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const words = by === 'client' ? 'end' : 'layDown';
  const needed = by === 'agent';
  return (
    <Dialog
      title={t(`${words}.open`)}
      text={t(`${words}.text`)}
      locked={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!needed || why.trim()) onSend(why.trim());
      }}
    >
      {problem && <Problem problem={problem} />}
      <TextField
        label={t('why')}
        optional={!needed}
        maxLength={300}
        error={needed && tried && !why.trim() ? t('missing') : undefined}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={busy}>
          {t(`${words}.send`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t(`${words}.keep`)}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
