import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogWays, Problem } from '@/components';
import { toProblem } from '@/lib/problem';

/** Asks once more. */
export function ConfirmDialog({
  title,
  text,
  yes,
  act,
  onDone,
  onClose,
}: {
  title: string;
  text: string;
  yes: string;
  act: () => Promise<void>;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const send = useMutation({ mutationFn: act, onSuccess: () => onDone?.() });
  return (
    <Dialog title={title} text={text} width="narrow" onClose={onClose}>
      {send.error && <Problem problem={toProblem(send.error)} />}
      <DialogWays>
        <Button look="danger" busy={send.isPending} onClick={() => send.mutate()}>
          {send.isPending ? t('sessions.ending') : yes}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('act.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
