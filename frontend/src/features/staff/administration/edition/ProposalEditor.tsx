import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorSummary, Problem, TextField } from '@/components';
import { withValueAt } from '@/lib/pointer';
import { toProblem } from '@/lib/problem';
import { controlFor, FormContext, type FormError } from '../form/FormScope';
import { type ChangedField, Changes } from '../preview/Changes';
import styles from './Edition.module.css';

/**
 * A form whose changes are seen field by field before they hold. Nothing is published that hasn't been
 * previewed; whatever is changed after that has to be previewed again.
 */
export function ProposalEditor<Form extends object, Done>({
  known,
  initial,
  codePattern,
  cleaned = (form) => form,
  preview: look,
  publish: send,
  done,
  children,
}: {
  /** The code of what is there already; undefined for something new. */
  known: string | undefined;
  initial: Form;
  /** What a new code looks like. */
  codePattern: string;
  /** The form as it is sent, without what isn't said. */
  cleaned?: (form: Form) => Form;
  preview: (code: string, form: Form) => Promise<readonly ChangedField[]>;
  publish: (code: string, form: Form) => Promise<Done>;
  /** What is said when it has been published. */
  done: (published: Done) => ReactNode;
  children: (form: Form) => ReactNode;
}) {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const [code, setCode] = useState(known ?? '');
  const [codeMissing, setCodeMissing] = useState(false);
  const [form, setForm] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const preview = useMutation({ mutationFn: () => look(code, cleaned(form)) });
  const publish = useMutation({
    mutationFn: () => send(code, cleaned(form)),
    onSuccess: () => queries.invalidateQueries(),
  });
  const failed = preview.error ? toProblem(preview.error) : undefined;
  const errors: FormError[] = (failed?.errors ?? []).map((error) => ({
    pointer: error.pointer ?? '',
    text: error.detail,
  }));
  if (publish.data !== undefined) return <p role="status">{done(publish.data)}</p>;
  return (
    <FormContext
      value={{
        form,
        set: (pointer, value) => {
          preview.reset();
          setForm(withValueAt(form, pointer, value));
        },
        errors,
      }}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = !new RegExp(`^(?:${codePattern})$`).test(code);
          setCodeMissing(wrong);
          setAttempt(attempt + 1);
          if (!wrong) preview.mutate();
        }}
      >
        <ErrorSummary
          errors={[
            ...(codeMissing ? [{ fieldId: 'edition-code', text: t('edition.codeWrong') }] : []),
            ...errors.map((error) => ({
              fieldId: controlFor(error.pointer),
              text: error.text,
            })),
          ]}
          attempt={attempt}
        />
        {failed && errors.length === 0 && <Problem problem={failed} />}
        {known === undefined && (
          <TextField
            id="edition-code"
            label={t('edition.code')}
            hint={t('edition.codeHint')}
            error={codeMissing ? t('edition.codeWrong') : undefined}
            maxLength={60}
            width="medium"
            value={code}
            onChange={(event) => {
              preview.reset();
              setCode(event.target.value);
            }}
          />
        )}
        {children(form)}
        <Button type="submit" size="large" busy={preview.isPending}>
          {t('edition.preview')}
        </Button>
      </form>
      {preview.data && (
        <section className={styles.preview} aria-label={t('edition.preview')}>
          {preview.data.length === 0 ? (
            <p>{t('edition.nothing')}</p>
          ) : (
            <>
              <Changes changes={preview.data} />
              <Button busy={publish.isPending} onClick={() => publish.mutate()}>
                {t('edition.publish')}
              </Button>
            </>
          )}
          {publish.error && <Problem problem={toProblem(publish.error)} />}
        </section>
      )}
    </FormContext>
  );
}
