import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, SignInStep } from '@/api/generated';
import { enter, signIn } from '@/api/signin/session';
import { ProblemError, type ProblemDetail } from '@/lib/problem';
import { CodeStep } from './CodeStep';
import { EnrolStep } from './EnrolStep';
import { NewPasswordStep } from './NewPasswordStep';
import { OtherWays } from './OtherWays';
import { SimpleForm } from './SimpleForm';

type Step = { kind: 'password' } | { kind: 'code' | 'enrol' | 'newPassword'; signIn: SignInStep };

const KINDS: Record<string, 'code' | 'enrol' | 'newPassword'> = {
  'urn:sunlit:problem:second-factor-required': 'code',
  'urn:sunlit:problem:second-factor-enrolment-required': 'enrol',
  'urn:sunlit:problem:password-change-required': 'newPassword',
};

/** The step a problem asks for, when it asks for one. */
function nextStep(problem: ProblemDetail): Step | undefined {
  const kind = KINDS[problem.type];
  return kind && problem.signIn ? { kind, signIn: problem.signIn as SignInStep } : undefined;
}

/** Account and password and whatever follows, on the sign-in page and over a page whose session has ended. */
export function SignInForm({
  account: known = '',
  onDone,
}: {
  /** Who was here a moment ago. */
  account?: string;
  onDone?: () => void;
}) {
  const { t } = useTranslation(['staff', 'security']);
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const [late, setLate] = useState(false);

  /** Does a step; where the answer asks for another one, that is shown. */
  async function go(work: () => Promise<void>): Promise<void> {
    setLate(false);
    try {
      await work();
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined;
      const next = problem && nextStep(problem);
      if (next) return setStep(next);
      if (problem?.type === 'urn:sunlit:problem:sign-in-expired') {
        setLate(true);
        return setStep({ kind: 'password' });
      }
      throw error;
    }
    onDone?.();
  }
  const begin = (work: () => Promise<Session>) => go(async () => enter(await work()));
  const back = () => setStep({ kind: 'password' });

  switch (step.kind) {
    case 'code':
      return (
        <CodeStep key={step.signIn.challenge} step={step.signIn} begin={begin} onBack={back} />
      );
    case 'enrol':
      return <EnrolStep challenge={step.signIn.challenge} go={go} onDone={onDone} onBack={back} />;
    case 'newPassword':
      return <NewPasswordStep challenge={step.signIn.challenge} begin={begin} />;
    case 'password':
      return (
        <>
          {late && <p role="status">{t('security:step.late')}</p>}
          <SimpleForm
            id="login"
            wide
            fields={[
              {
                name: 'account',
                label: t('login.account'),
                missing: t('login.noAccount'),
                autoComplete: 'username',
                maxLength: 100,
                value: known,
              },
              {
                name: 'password',
                label: t('login.password'),
                missing: t('login.noPassword'),
                type: 'password',
                autoComplete: 'current-password',
              },
            ]}
            submit={t('login.enter')}
            working={t('login.entering')}
            explain={({ status }) => (status === 401 ? t('login.wrong') : undefined)}
            send={({ account = '', password = '' }) => go(() => signIn(account.trim(), password))}
          />
          <OtherWays begin={begin} />
        </>
      );
  }
}
