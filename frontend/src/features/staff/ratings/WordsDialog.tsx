import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogWays, ErrorSummary, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';

/** Asks for words before something is done; none is not enough. */
export function WordsDialog({
  title,
  text,
  label,
  hint,
  maxLength = 1000,
  onSend,
  onDone,
  onStale,
  onClose,
}: {
  title: string;
  text?: ReactNode;
  label: string;
  hint?: string;
  maxLength?: number;
  onSend: (words: string) => Promise<unknown>;
  onDone: () => void;
  /** Somebody was faster: what is shown is old. */
  onStale: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ratings');
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !words.trim() ? t('mending.missing') : undefined;
  const send = useMutation({
    mutationFn: () => onSend(words.trim()),
    onSuccess: onDone,
    onError: (error) => {
      if ([409, 412].includes(toProblem(error).status ?? 0)) onStale();
    },
  });
  return (
    <Dialog
      title={title}
      text={text}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (words.trim()) send.mutate();
      }}
    >
      {missing && (
        <ErrorSummary errors={[{ fieldId: 'rating-words', text: missing }]} attempt={attempt} />
      )}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextArea
        id="rating-words"
        label={label}
        hint={hint}
        error={missing}
        maxLength={maxLength}
        rows={4}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('mending.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('mending.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
