import { useMutation } from '@tanstack/react-query';
import { type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { Button, ErrorSummary, Problem, type SummaryError, TextField } from '@/components';
import { fieldName, type ProblemDetail, toProblem } from '@/lib/problem';
import styles from './SimpleForm.module.css';

export interface SimpleField extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength'
> {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Said when it was left empty. */
  missing: string;
  value?: string;
}

/** A few fields and one button; what is wrong is said above and beside its field. */
export function SimpleForm({
  id,
  fields,
  submit,
  working,
  wide = false,
  send,
  explain,
  children,
}: {
  id: string;
  fields: readonly SimpleField[];
  submit: string;
  working: string;
  /** The button as wide as the form. */
  wide?: boolean;
  send: (values: Record<string, string>) => Promise<void>;
  /** A problem as words at the first field, where its own would not do. */
  explain?: (problem: ProblemDetail) => string | undefined;
  children?: ReactNode;
}) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, value = '' }) => [name, value])),
  );
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const fieldId = (name: string) => `${id}-${name}`;
  const work = useMutation({
    mutationFn: () => send(values),
    onError: (error) => {
      setAttempt((before) => before + 1);
      setErrors(wrong(toProblem(error)));
    },
  });

  function wrong(problem: ProblemDetail): SummaryError[] {
    const explained = explain?.(problem);
    if (explained) return [{ fieldId: fieldId(fields[0]?.name ?? ''), text: explained }];
    return (problem.errors ?? []).flatMap(({ pointer, detail }) => {
      const name = pointer ? fieldName(pointer) : '';
      return fields.some((field) => field.name === name)
        ? [{ fieldId: fieldId(name), text: detail }]
        : [];
    });
  }

  const problem = work.error ? toProblem(work.error) : undefined;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const missing = fields
          .filter(({ name }) => !values[name]?.trim())
          .map(({ name, missing }) => ({ fieldId: fieldId(name), text: missing }));
        setErrors(missing);
        setAttempt(attempt + 1);
        if (missing.length === 0 && !work.isPending) work.mutate();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && wrong(problem).length === 0 && <Problem problem={problem} />}
      {fields.map(({ name, label, hint, type, autoComplete, inputMode, maxLength = 200 }) => (
        <TextField
          key={name}
          id={fieldId(name)}
          label={label}
          hint={hint}
          type={type}
          autoComplete={autoComplete}
          inputMode={inputMode}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={maxLength}
          error={errors.find((error) => error.fieldId === fieldId(name))?.text}
          value={values[name] ?? ''}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      ))}
      <div className={styles.ways}>
        <Button
          type="submit"
          size={wide ? 'large' : 'normal'}
          busy={work.isPending}
          className={(wide && styles.wide) || ''}
        >
          {work.isPending ? working : submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
