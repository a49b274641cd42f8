import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enter, signIn } from '@/api/signin/session';
import { advance, FIRST_STEP, type Step } from '@/api/signin/step';
import { FurtherSteps } from './FurtherSteps';
import { OtherWays } from './OtherWays';
import { SimpleForm } from './SimpleForm';

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
  const [step, setStep] = useState<Step>(FIRST_STEP);
  if (step.kind !== 'password')
    return <FurtherSteps step={step} onStep={setStep} onDone={onDone} />;

  /** Signs in; where the answer asks for another step, that is shown. */
  async function go(work: () => Promise<void>): Promise<void> {
    setStep(FIRST_STEP);
    const next = await advance(work);
    if (next) setStep(next);
    else onDone?.();
  }
  return (
    <>
      {step.late && <p role="status">{t('security:step.late')}</p>}
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
      <OtherWays begin={(work) => go(async () => enter(await work()))} />
    </>
  );
}
