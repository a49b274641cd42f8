import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  askForgottenPassword,
  confirmForgottenPassword,
  type PhoneConfirmation,
} from '@/api/generated';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Problem,
  type SummaryError,
  TextField,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Account.module.css';
import { CODE_FIELD, CodeField } from './CodeField';
import { SHORTEST_PASSWORD } from './register/form';

const PASSWORD = 'account-password';

function Ask({ onSent }: { onSent: (sent: PhoneConfirmation) => void }) {
  const { t } = useTranslation('account');
  const [account, setAccount] = useState('');
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const ask = useMutation({
    mutationFn: async () =>
      (await askForgottenPassword({ body: { account: account.trim() }, throwOnError: true })).data,
    onSuccess: onSent,
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (account.trim()) ask.mutate();
        else setErrors([{ fieldId: 'account-name', text: t('login.noAccount') }]);
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {ask.error && <Problem problem={toProblem(ask.error)} />}
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
      <Button type="submit" size="large" busy={ask.isPending}>
        {t('password.send')}
      </Button>
    </form>
  );
}

function Choose({ sent, onDone }: { sent: PhoneConfirmation; onDone: () => void }) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const choose = useMutation({
    mutationFn: async () => {
      await confirmForgottenPassword({
        path: { id: sent.id },
        body: { code: code.trim(), password },
        throwOnError: true,
      });
    },
    onSuccess: onDone,
    onError: (error) => {
      setErrors(
        (toProblem(error).errors ?? []).map(({ pointer, detail }) => ({
          fieldId: pointer === '/password' ? PASSWORD : CODE_FIELD,
          text: detail,
        })),
      );
      setAttempt((before) => before + 1);
    },
  });
  const problem = choose.error ? toProblem(choose.error) : undefined;
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.text;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const missing: SummaryError[] = [
          ...(code.trim() ? [] : [{ fieldId: CODE_FIELD, text: t('code.missing') }]),
          ...([...password].length < SHORTEST_PASSWORD
            ? [{ fieldId: PASSWORD, text: t('faults.password') }]
            : []),
        ];
        setErrors(missing);
        setAttempt(attempt + 1);
        if (missing.length === 0) choose.mutate();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <CodeField value={code} error={errorOf(CODE_FIELD)} onChange={setCode} />
      <TextField
        id={PASSWORD}
        label={t('field.newPassword')}
        hint={t('field.newPasswordHint')}
        error={errorOf(PASSWORD)}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" size="large" busy={choose.isPending}>
        {t('password.set')}
      </Button>
    </form>
  );
}

/** A new password for whoever has forgotten theirs and still holds the telephone. */
export function PasswordPage() {
  const { t } = useTranslation(['account', 'common']);
  const [sent, setSent] = useState<PhoneConfirmation>();
  const [done, setDone] = useState(false);
  usePageTitle(t('password.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('password.title')}</h1>
      {done ? (
        <>
          <p role="status" className={styles.said}>
            {t('password.done')}
          </p>
          <ButtonLink href="/account/login">{t('login.enter')}</ButtonLink>
        </>
      ) : sent ? (
        <>
          <p role="status" className="lead">
            {t('password.sent')}
          </p>
          <Choose sent={sent} onDone={() => setDone(true)} />
        </>
      ) : (
        <>
          <p className="lead">{t('password.lead')}</p>
          <Ask onSent={setSent} />
          <p className={styles.ways}>
            <Link href="/account/login">{t('password.back')}</Link>
          </p>
        </>
      )}
    </div>
  );
}
