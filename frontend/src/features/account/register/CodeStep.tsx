import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmRegistration, type PhoneConfirmation, register } from '@/api/generated';
import { signIn } from '@/api/signin/session';
import { Button, ErrorSummary, Problem, type SummaryError } from '@/components';
import { plainPhone } from '@/lib/person';
import { toProblem } from '@/lib/problem';
import styles from '../Account.module.css';
import { CODE_FIELD, CodeField } from '../CodeField';
import { type RegisterForm, signInName, toRegistration } from './form';

/** The telephone is proven by the code that came to it; then one is signed in. */
export function CodeStep({
  form,
  sent,
  onSent,
  onBack,
}: {
  form: RegisterForm;
  sent: PhoneConfirmation;
  onSent: (sent: PhoneConfirmation) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wrong = (text: string) => {
    setErrors([{ fieldId: CODE_FIELD, text }]);
    setAttempt((before) => before + 1);
  };
  const confirm = useMutation({
    mutationFn: async () => {
      await confirmRegistration({
        path: { id: sent.id },
        body: { code: code.trim() },
        throwOnError: true,
      });
      await signIn(signInName(form), form.password);
    },
    onError: (error) => {
      const [first] = toProblem(error).errors ?? [];
      if (first) wrong(first.detail);
    },
  });
  const again = useMutation({
    mutationFn: async () =>
      (await register({ body: toRegistration(form), throwOnError: true })).data,
    onSuccess: (fresh) => {
      setCode('');
      setErrors([]);
      confirm.reset();
      onSent(fresh);
    },
  });
  const failure = confirm.error ?? again.error;
  const problem = failure ? toProblem(failure) : undefined;
  const phone = plainPhone(form.phone);
  return (
    <>
      <p className="lead">
        {t('code.sent', { phone: `${phone.slice(0, 3)} **** ${phone.slice(-4)}` })}
      </p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!code.trim()) return wrong(t('code.missing'));
          setErrors([]);
          confirm.mutate();
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem && !problem.errors?.length && <Problem problem={problem} />}
        <CodeField value={code} error={errors[0]?.text} onChange={setCode} />
        <Button type="submit" size="large" busy={confirm.isPending}>
          {confirm.isPending ? t('code.confirming') : t('code.confirm')}
        </Button>
      </form>
      <p className={styles.ways}>
        <Button look="quiet" busy={again.isPending} onClick={() => again.mutate()}>
          {t('code.again')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('code.back')}
        </Button>
        <span role="status">{again.isSuccess && t('code.sentAgain')}</span>
      </p>
    </>
  );
}
