import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PhoneConfirmation, register } from '@/api/generated';
import { Button, Choices, ErrorSummary, Problem, type SummaryError, TextField } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import styles from '../Account.module.css';
import { faultsOf, type FormField, type RegisterForm, toRegistration } from './form';

const idOf = (field: string) => `register-${field}`;

/** Who it is. Asks for no more than what every application would ask for again. */
export function DetailsStep({
  form,
  onChange,
  onSent,
}: {
  form: RegisterForm;
  onChange: (form: RegisterForm) => void;
  onSent: (sent: PhoneConfirmation) => void;
}) {
  const { t } = useTranslation('account');
  const [errors, setErrors] = useState<(SummaryError & { field: string | undefined })[]>([]);
  const [attempt, setAttempt] = useState(0);
  const person = form.kind === 'person';
  const send = useMutation({
    mutationFn: async () =>
      (await register({ body: toRegistration(form), throwOnError: true })).data,
    onSuccess: onSent,
    onError: (error) => {
      const wrong = toProblem(error).errors ?? [];
      setErrors(
        wrong.map(({ pointer, detail }) => {
          const field = pointer && fieldName(pointer);
          return { field, fieldId: field && idOf(field), text: detail };
        }),
      );
      setAttempt((before) => before + 1);
    },
  });
  const problem = send.error ? toProblem(send.error) : undefined;
  const text = (field: FormField) => ({
    id: idOf(field),
    name: field,
    value: form[field],
    error: errors.find((error) => error.field === field)?.text,
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...form, [field]: event.target.value }),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const found = faultsOf(form);
        setErrors(
          found.map((fault) => ({
            field: fault.field,
            fieldId: idOf(fault.field),
            text: t(`faults.${fault.text}`),
          })),
        );
        setAttempt(attempt + 1);
        if (found.length === 0) send.mutate();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <Choices
        id={idOf('kind')}
        name="kind"
        legend={t('register.kind')}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
        choices={[
          { value: 'person', label: t('kind.person') },
          { value: 'organisation', label: t('kind.organisation') },
        ]}
      />
      <TextField
        {...text('name')}
        label={t(person ? 'field.name' : 'field.organisationName')}
        autoComplete={person ? 'name' : 'organization'}
        maxLength={100}
      />
      <TextField
        {...text('identityNumber')}
        label={t(person ? 'field.identityNumber' : 'field.creditCode')}
        hint={t(person ? 'field.identityNumberHint' : 'field.creditCodeHint')}
        optional={person}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={30}
      />
      {!person && (
        <TextField
          {...text('contactName')}
          label={t('field.contactName')}
          optional
          autoComplete="name"
          maxLength={100}
        />
      )}
      <TextField
        {...text('phone')}
        label={t('field.phone')}
        hint={t('field.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={30}
      />
      <TextField
        {...text('password')}
        label={t('field.newPassword')}
        hint={t('field.newPasswordHint')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
      <details className={styles.more}>
        <summary>{t('register.more')}</summary>
        <TextField
          {...text('address')}
          label={t('field.address')}
          optional
          autoComplete="street-address"
          maxLength={200}
        />
        <TextField
          {...text('account')}
          label={t('field.account')}
          hint={t('field.accountHint')}
          optional
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
      </details>
      <p className="quiet small">{t('register.privacy')}</p>
      <Button type="submit" size="large" busy={send.isPending}>
        {send.isPending ? t('register.sending') : t('register.send')}
      </Button>
    </form>
  );
}
