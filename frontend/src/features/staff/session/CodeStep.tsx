import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { loginWithCode, type Session, type SignInStep } from '@/api/generated';
import { Button } from '@/components';
import { SimpleForm } from './SimpleForm';

/** The second step: the app's code, or a recovery code in the same box. */
export function CodeStep({
  step,
  begin,
  onBack,
}: {
  step: SignInStep;
  begin: (work: () => Promise<Session>) => Promise<void>;
  onBack: () => void;
}) {
  const { t } = useTranslation('security');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const byCode = step.methods.includes('code');
  const passkeyOnly = !byCode && step.methods.includes('passkey');
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('step.code.title')}
      </h2>
      <p>{t(passkeyOnly ? 'step.code.passkeyOnly' : 'step.code.lead')}</p>
      <SimpleForm
        id="code"
        wide
        fields={[
          {
            name: 'code',
            label: t(byCode ? 'step.code.label' : 'step.code.recovery'),
            hint: byCode ? t('step.code.hint') : undefined,
            missing: t('step.code.missing'),
            autoComplete: 'one-time-code',
            maxLength: 40,
          },
        ]}
        submit={t('step.code.send')}
        working={t('working')}
        explain={({ status }) => (status === 401 ? t('step.code.wrong') : undefined)}
        send={({ code = '' }) =>
          begin(async () => {
            const { data } = await loginWithCode({
              body: { challenge: step.challenge, code: code.trim() },
              throwOnError: true,
            });
            return data;
          })
        }
      >
        <Button look="quiet" onClick={onBack}>
          {t('step.back')}
        </Button>
      </SimpleForm>
    </section>
  );
}
