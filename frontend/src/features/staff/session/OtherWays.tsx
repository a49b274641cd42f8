import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { beginPasskeyLogin, loginWithPasskey, resetPassword, type Session } from '@/api/generated';
import { getSignInOptionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Problem } from '@/components';
import { useLanguage } from '@/i18n';
import { isTurnedBack, passkeysSupported, provePasskey } from '@/lib/passkeys';
import { toProblem } from '@/lib/problem';
import { SimpleForm } from './SimpleForm';
import styles from './OtherWays.module.css';

/** A passkey, and what to do about a forgotten password. */
export function OtherWays({ begin }: { begin: (work: () => Promise<Session>) => Promise<void> }) {
  const { t } = useTranslation('security');
  const { data: options } = useQuery({ ...getSignInOptionsOptions(), staleTime: Infinity });
  const english = useLanguage() === 'en';
  const [parameters] = useSearchParams();
  const next = encodeURIComponent(parameters.get('next') ?? '/staff');
  const ended = parameters.get('unified');
  const [forgotten, setForgotten] = useState(false);
  const [changed, setChanged] = useState(false);
  const passkey = useMutation({
    mutationFn: () =>
      begin(async () => {
        const { data: asked } = await beginPasskeyLogin({ throwOnError: true });
        const { data } = await loginWithPasskey({
          body: await provePasskey(asked),
          throwOnError: true,
        });
        return data;
      }),
  });
  if (forgotten) {
    return (
      <section className={styles.forgotten}>
        <h2>{t('forgotten.title')}</h2>
        <p>{t('forgotten.lead')}</p>
        <SimpleForm
          id="forgotten"
          fields={[
            {
              name: 'account',
              label: t('forgotten.account'),
              missing: t('forgotten.noAccount'),
              autoComplete: 'username',
              maxLength: 100,
            },
            {
              name: 'code',
              label: t('forgotten.code'),
              missing: t('forgotten.noCode'),
              autoComplete: 'off',
              maxLength: 40,
            },
            {
              name: 'newPassword',
              label: t('password.new'),
              hint: t('password.rules'),
              missing: t('password.missing'),
              type: 'password',
              autoComplete: 'new-password',
            },
          ]}
          submit={t('forgotten.send')}
          working={t('working')}
          send={async ({ account = '', code = '', newPassword = '' }) => {
            await resetPassword({
              body: { account: account.trim(), code: code.trim(), newPassword },
              throwOnError: true,
            });
            setForgotten(false);
            setChanged(true);
          }}
        >
          <Button look="quiet" onClick={() => setForgotten(false)}>
            {t('step.back')}
          </Button>
        </SimpleForm>
      </section>
    );
  }
  return (
    <div className={styles.ways}>
      {(ended === 'nobody' || ended === 'failed') && (
        <div role="alert" className={styles.alert}>
          <h2>{t(`unified.${ended}.title`)}</h2>
          <p>{t(`unified.${ended}.text`)}</p>
        </div>
      )}
      {changed && <p role="status">{t('forgotten.done')}</p>}
      {passkey.error && !isTurnedBack(passkey.error) && (
        <Problem problem={toProblem(passkey.error)} />
      )}
      {options?.passkeys && passkeysSupported() && (
        <Button look="secondary" busy={passkey.isPending} onClick={() => passkey.mutate()}>
          {t('step.passkey')}
        </Button>
      )}
      {options?.unifiedIdentity && (
        // Leaves the application: a link that the browser follows itself.
        <a className={styles.unified} href={`/api/v1/auth/unified-identity?next=${next}`}>
          {t('unified.use', {
            name: english ? options.unifiedIdentity.nameEn : options.unifiedIdentity.name,
          })}
        </a>
      )}
      <Button look="quiet" onClick={() => setForgotten(true)}>
        {t('forgotten.open')}
      </Button>
    </div>
  );
}
