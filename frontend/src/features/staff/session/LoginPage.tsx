import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, ErrorSummary, Problem, type SummaryError, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './LoginPage.module.css';
import { signIn } from '@/api/signin/session';

/** Only ever back to a page of the staff's own. */
function safeNext(next: string | null): string {
  return next && /^\/staff(\/[\w/%.-]*)?(\?[\w=&%.-]*)?$/.test(next) ? next : '/staff';
}

export function LoginPage({ ended }: { ended: boolean }) {
  const { t } = useTranslation(['staff', 'common']);
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  usePageTitle(t('login.title'), t('common:site.name'));
  const enter = useMutation({
    mutationFn: () => signIn(account.trim(), password),
    onSuccess: () => navigate(safeNext(parameters.get('next')), { replace: true }),
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
    <div className={`wrap ${styles.page}`}>
      <div className={styles.box}>
        <h1>{t('login.title')}</h1>
        {ended && (
          <p role="status" className={styles.ended}>
            {t('login.ended')}
          </p>
        )}
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
          <Button type="submit" size="large" busy={enter.isPending} className={styles.enter}>
            {enter.isPending ? t('login.entering') : t('login.enter')}
          </Button>
        </form>
        {site?.demo && <p className={styles.demo}>{t('login.demo')}</p>}
      </div>
    </div>
  );
}
