import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/signin/session';
import { Button, ErrorSummary, Problem, type SummaryError, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './LoginPage.module.css';

/** Account and password, on the sign-in page and over a page whose session has ended. */
export function SignInForm({
  account: known = '',
  onDone,
}: {
  /** Who was here a moment ago. */
  account?: string;
  onDone?: () => void;
}) {
  const { t } = useTranslation('staff');
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const enter = useMutation({
    mutationFn: () => signIn(account.trim(), password),
    onSuccess: () => onDone?.(),
    onError: (error) => {
      const problem = toProblem(error);
      setAttempt((before) => before + 1);
      if (problem.status === 401) {
        setPassword('');
        setErrors([{ fieldId: 'login-account', text: t('login.wrong') }]);
      }
    },
  });
  const problem = enter.error ? toProblem(enter.error) : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const missing: SummaryError[] = [
          ...(account.trim() ? [] : [{ fieldId: 'login-account', text: t('login.noAccount') }]),
          ...(password ? [] : [{ fieldId: 'login-password', text: t('login.noPassword') }]),
        ];
        setErrors(missing);
        setAttempt(attempt + 1);
        if (missing.length === 0) enter.mutate();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && problem.status !== 401 && <Problem problem={problem} />}
      <TextField
        id="login-account"
        label={t('login.account')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <TextField
        id="login-password"
        label={t('login.password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" size="large" busy={enter.isPending} className={styles.enter ?? ''}>
        {enter.isPending ? t('login.entering') : t('login.enter')}
      </Button>
    </form>
  );
}
