import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintPublicationProposal } from '@/api/generated';
import { Button, ErrorSummary, Problem, Tag, TextArea, TextField } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import styles from './Matters.module.css';

/** Question and answer as they are to be published. */
export interface Redacted {
  title: string;
  question: string;
  answer: string;
}

/** What the machine has marked, and the texts a person goes through before they are published. */
export function RedactionForm({
  of,
  texts,
  sending,
}: {
  of: ComplaintPublicationProposal;
  texts: Redacted & { marks: string; send: string };
  sending: { mutate: (draft: Redacted) => void; error: Error | null; isPending: boolean };
}) {
  const { t } = useTranslation('complaints');
  const [draft, setDraft] = useState({ title: of.title, question: of.question, answer: of.answer });
  const [attempt, setAttempt] = useState(0);
  const problem = sending.error && toProblem(sending.error);
  const errors: Record<string, string> = {};
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const field = (name: keyof typeof draft) => ({
    id: `publish-${name}`,
    value: draft[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        sending.mutate(draft);
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: `publish-${name}`,
          text,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {of.marks.length > 0 && (
        <div>
          <p>{texts.marks}</p>
          <ul>
            {of.marks.map((mark, index) => (
              <li key={index}>
                <Tag tone="warn">{t(`mark.${mark.kind}`)}</Tag>{' '}
                <span lang="zh-CN">{mark.text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField label={texts.title} maxLength={100} {...field('title')} />
      <TextArea label={texts.question} rows={8} maxLength={5000} {...field('question')} />
      <TextArea label={texts.answer} rows={8} maxLength={5000} {...field('answer')} />
      <div>
        <Button type="submit" size="large" busy={sending.isPending}>
          {texts.send}
        </Button>
      </div>
    </form>
  );
}
