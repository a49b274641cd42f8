import { useState } from 'react';
import { type SummaryError } from '@/components';
import { withValueAt } from '@/lib/pointer';
import { controlFor, type FormScope } from './form/FormScope';
import { useKeptDraft } from './form/useKeptDraft';
import { useLeaving } from './form/useLeaving';
import { usePublishing } from './usePublishing';

/** What the editors of fields and flows have in common: a form that is kept, previewed and published. */
export function useEditor<Form extends object>({
  code,
  part,
  version,
  fresh,
  kept,
}: {
  code: string;
  part: 'item' | 'flow';
  /** The newest version; 0 for what is new. */
  version: number;
  /** The form as the newest version has it. */
  fresh: Form;
  /** The form as it was left. */
  kept: Form | undefined;
}) {
  const [form, setForm] = useState<Form>(kept ?? fresh);
  const [dirty, setDirty] = useState(kept !== undefined);
  const [attempt, setAttempt] = useState(0);
  const publishing = usePublishing(code, version);
  const { preview, publish, errors, failed } = publishing;
  // What isn't in the list yet has no code to be kept under.
  const keptAs = version === 0 ? '' : code;
  const draft = useKeptDraft(keptAs, part, version, form, dirty && !publish.data);
  const leaving = useLeaving(!publish.data && draft.state !== 'nothing' && draft.state !== 'kept');

  const change = (next: Form) => {
    setForm(next);
    setDirty(true);
  };
  const scope: FormScope = {
    form,
    set: (pointer, value) => change(withValueAt(form, pointer, value)),
    errors,
  };
  const summary: SummaryError[] = errors.map((error) => ({
    fieldId: controlFor(error.pointer),
    text: error.text,
  }));
  return {
    form,
    change,
    scope,
    summary,
    failed,
    attempt,
    leaving,
    draft,
    dirty,
    previewed: preview.data,
    previewing: preview.isPending,
    published: publish.data,
    publishing: publish.isPending,
    publishError: publish.error,
    look() {
      setAttempt(attempt + 1);
      publish.reset();
      preview.mutate(form);
    },
    back() {
      preview.reset();
      publish.reset();
    },
    publish: () => publish.mutate(form),
    async discard() {
      await draft.drop();
      setForm(fresh);
      setDirty(false);
      preview.reset();
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
