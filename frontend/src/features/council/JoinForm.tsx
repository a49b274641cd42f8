import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinCouncil } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Checks, ErrorSummary, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Council.module.css';

/** Takes an invitation up with what is on the letter of appointment. */
export function JoinForm({ onJoined }: { onJoined: () => void }) {
  const { t } = useTranslation('council');
  const [typed, setTyped] = useState({ certificate: '', code: '' });
  const [named, setNamed] = useState<'named'[]>([]);
  const [attempt, setAttempt] = useState(0);
  const joining = useMutation({
    mutationFn: () =>
      joinCouncil({
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        body: { ...typed, named: named.length > 0 },
        throwOnError: true,
      }),
    onSuccess: onJoined,
  });
  const missing = {
    ...(!typed.certificate.trim() && { certificate: t('join.certificateMissing') }),
    ...(!typed.code.trim() && { code: t('join.codeMissing') }),
  };
  const errors: Partial<Record<keyof typeof typed, string>> = attempt > 0 ? missing : {};
  const field = (name: keyof typeof typed) => ({
    id: `join-${name}`,
    label: t(`join.${name}`),
    hint: t(`join.${name}Hint`),
    maxLength: 40,
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (Object.keys(missing).length === 0) joining.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({ fieldId: `join-${name}`, text }))}
      />
      {joining.error && <Problem problem={toProblem(joining.error)} />}
      <TextField {...field('certificate')} />
      <TextField {...field('code')} autoComplete="off" />
      <Checks
        legend={t('join.naming')}
        choices={[{ value: 'named', label: t('join.named') }]}
        values={named}
        onChange={setNamed}
      />
      <div>
        <Button type="submit" size="large" busy={joining.isPending}>
          {t('join.send')}
        </Button>
      </div>
    </form>
  );
}
