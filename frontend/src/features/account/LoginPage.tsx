import { useMutation } from '@tanstack/react-query';
import { type ComponentType, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { signIn } from '@/api/signin/session';
import { advance, FIRST_STEP, type FurtherStep, type Step } from '@/api/signin/step';
import { Button, ErrorSummary, Loading, Problem, type SummaryError, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Account.module.css';

/** What may follow on account and password; the router brings it. */
export type FurtherStepsComponent = ComponentType<{
  step: FurtherStep;
  onStep: (next: Step) => void;
}>;

/** Signing in with an account of one's own. Where to go then, the area around it knows. */
export function LoginPage({
  ended,
  furtherSteps: FurtherSteps,
}: {
  ended: boolean;
  furtherSteps: FurtherStepsComponent;
}) {
  const { t } = useTranslation(['account', 'common']);
  const [step, setStep] = useState<Step>(FIRST_STEP);
  const [parameters] = useSearchParams();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  usePageTitle(t('login.title'), t('common:site.name'));
  const enter = useMutation({
    mutationFn: () => advance(() => signIn(account.trim(), password)),
    onSuccess: (next) => {
      setPassword('');
      setStep(next ?? FIRST_STEP);
    },
    onError: (error) => {
      setAttempt((before) => before + 1);
      if (toProblem(error).status === 401) {
        setPassword('');
        setErrors([{ fieldId: 'account-name', text: t('login.wrong') }]);
      }
    },
  });
  const problem = enter.error ? toProblem(enter.error) : undefined;
  const next = parameters.get('next');
  const on = next ? `?next=${encodeURIComponent(next)}` : '';
  if (step.kind !== 'password') {
    return (
      <div className={`wrap ${styles.page}`}>
        <h1>{t('login.title')}</h1>
        <div className={styles.box}>
          <Suspense fallback={<Loading lines={4} />}>
            <FurtherSteps step={step} onStep={setStep} />
          </Suspense>
        </div>
      </div>
    );
  }
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('login.title')}</h1>
      <p className="lead">{t('login.lead')}</p>
      {(ended || step.late) && (
        <p role="status" className={styles.note}>
          {t(step.late ? 'login.late' : 'login.ended')}
        </p>
      )}
      <form
        noValidate
        className={styles.box}
        onSubmit={(event) => {
          event.preventDefault();
          const missing: SummaryError[] = [
            ...(account.trim() ? [] : [{ fieldId: 'account-name', text: t('login.noAccount') }]),
            ...(password ? [] : [{ fieldId: 'account-password', text: t('login.noPassword') }]),
          ];
          setErrors(missing);
          setAttempt(attempt + 1);
          if (missing.length === 0) enter.mutate();
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem && problem.status !== 401 && <Problem problem={problem} />}
        <TextField
          id="account-name"
          label={t('login.account')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
        <TextField
          id="account-password"
          label={t('field.password')}
          type="password"
          autoComplete="current-password"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" size="large" busy={enter.isPending}>
          {enter.isPending ? t('login.entering') : t('login.enter')}
        </Button>
      </form>
      <p className={styles.ways}>
        <Link href={`/account/register${on}`}>{t('login.register')}</Link>
        <Link href="/account/password">{t('login.forgotten')}</Link>
      </p>
      <p className="quiet">{t('login.guest')}</p>
    </div>
  );
}
