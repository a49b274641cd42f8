import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confirmation } from '@/api/generated';
import { Button, Dialog, DialogWays, ErrorSummary, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import { type Decision, needsNote, refresh, send } from './decisions';
import { useRequestText } from './useRequestText';

/** Asks once more before a second person agrees or says no, or somebody takes it back. */
export function DecideDialog({
  request,
  decision,
  onDone,
  onClose,
}: {
  request: Confirmation;
  decision: Decision;
  onDone: (after: Confirmation) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('confirmations');
  const text = useRequestText()(request);
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const noted = needsNote(decision);
  const lacking = attempt > 0 && noted && !note.trim();

  const act = useMutation({
    mutationFn: () => send(request, decision, note),
    onSuccess: onDone,
    // Somebody was faster, or the case has gone on: what is shown is old.
    onError: () => void refresh(queries),
  });

  return (
    <Dialog
      title={t(`ask.${decision}`, { what: text.what })}
      aside={request.subject}
      text={t(
        decision === 'confirm' && request.kind === 'pause'
          ? 'means.confirmPause'
          : `means.${decision}`,
      )}
      locked={act.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (!noted || note.trim()) act.mutate();
      }}
    >
      {lacking && (
        <ErrorSummary
          errors={[{ fieldId: 'decide-note', text: t('noteNeeded') }]}
          attempt={attempt}
        />
      )}
      {act.error && <Problem problem={toProblem(act.error)} />}
      <TextArea
        id="decide-note"
        label={t('note')}
        hint={t('noteHint')}
        error={lacking ? t('noteNeeded') : undefined}
        optional={!noted}
        required={noted}
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <DialogWays>
        <Button
          type="submit"
          look={decision === 'confirm' ? 'primary' : 'danger'}
          busy={act.isPending}
        >
          {act.isPending ? t('doing') : t(`do.${decision}`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('back')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
