import type { ReactNode } from 'react';
import { Button, Dialog, DialogWays, Problem } from '@/components';
import { useTrial } from './useTrial';

/** Makes a change in two steps: what is asked for, then what it comes to, and only then the change. */
export function TrialDialog<T>({
  title,
  words,
  send,
  preview,
  onDone,
  onClose,
  children,
}: {
  title: string;
  words: Record<'preview' | 'confirm' | 'back' | 'cancel', string>;
  send: (dryRun: boolean) => Promise<T>;
  preview: (tried: T) => ReactNode;
  onDone: (done: T) => void;
  onClose: () => void;
  /** The fields, told what the server found wrong with each. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}) {
  const { tried, problem, busy, errorOf, attempt, confirm, back } = useTrial(send, onDone);
  return (
    <Dialog title={title} locked={busy} onClose={onClose} onSubmit={tried ? confirm : attempt}>
      {problem && <Problem problem={problem} />}
      {tried ? preview(tried) : children(errorOf)}
      <DialogWays>
        <Button type="submit" busy={busy}>
          {tried ? words.confirm : words.preview}
        </Button>
        {tried && (
          <Button look="secondary" onClick={back}>
            {words.back}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
