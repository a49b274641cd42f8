import { useEffect, useState } from 'react';
import { dropItemDraft, keepItemDraft } from '@/api/generated';

const PAUSE = 1200;

export type Keeping = 'nothing' | 'unkept' | 'waiting' | 'kept' | 'failed';

/** Keeps a form with the server a moment after each change; tells whether what is there now is kept. */
export function useKeptDraft(
  code: string,
  part: 'item' | 'flow',
  baseVersion: number,
  form: object,
  dirty: boolean,
) {
  const [kept, setKept] = useState<object>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!dirty || kept === form || !code) return;
    const timer = setTimeout(() => {
      keepItemDraft({
        path: { code, part },
        body: { baseVersion, form: form as Record<string, unknown> },
        throwOnError: true,
      }).then(
        () => {
          setFailed(false);
          setKept(form);
        },
        () => setFailed(true),
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [form, dirty, kept, code, part, baseVersion]);

  const state: Keeping = !dirty
    ? 'nothing'
    : !code
      ? 'unkept'
      : kept === form
        ? 'kept'
        : failed
          ? 'failed'
          : 'waiting';
  return {
    state,
    drop: async () => {
      if (code) await dropItemDraft({ path: { code, part }, throwOnError: true });
    },
  };
}
