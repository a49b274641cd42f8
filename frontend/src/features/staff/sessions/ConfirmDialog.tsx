import { useMutation } from '@tanstack/react-query';
import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './ConfirmDialog.module.css';

/** Asks once more. Whoever turns back finds the focus where it was. */
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
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const send = useMutation({ mutationFn: act, onSuccess: () => onDone?.() });
  // A layout effect, so that it closes while it is still there and gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.inside}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
        {send.error && <Problem problem={toProblem(send.error)} />}
        <div className={styles.ways}>
          <Button look="danger" busy={send.isPending} onClick={() => send.mutate()}>
            {send.isPending ? t('sessions.ending') : yes}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
