import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogWays, ErrorSummary, Problem } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import type { Doing } from './Acting';

/** After these answers what one sees is out of date. */
const STALE: readonly (number | undefined)[] = [403, 409, 412];

/** Asks for what an act needs, says what is missing or was refused, and does it. Fields are `act-<name>`. */
export function ActForm({
  texts,
  names,
  missing,
  send,
  doing,
  children,
}: {
  texts: { title: string; text: string; missing: string; cancel: string };
  /** What fields are called where the summary of errors names them. */
  names?: Readonly<Record<string, string>>;
  /** Names of fields that have to be filled in still. */
  missing: readonly string[];
  send: () => Promise<unknown>;
  doing: Omit<Doing<string>, 'action' | 'idempotencyKey'>;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const [attempt, setAttempt] = useState(0);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: doing.onDone,
    onError: (error) => {
      if (STALE.includes(toProblem(error).status)) doing.onStale();
    },
  });
  const problem = sending.error && toProblem(sending.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = texts.missing;
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  return (
    <Dialog
      title={texts.title}
      text={texts.text}
      locked={sending.isPending}
      onClose={doing.onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (missing.length === 0) sending.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: `act-${name}`,
          text: names?.[name] ? t('form.errorIn', { field: names[name], text }) : text,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {children(errors)}
      <DialogWays>
        <Button type="submit" busy={sending.isPending}>
          {texts.title}
        </Button>
        <Button look="quiet" onClick={doing.onClose}>
          {texts.cancel}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
