import { useTranslation } from 'react-i18next';
import { loginWithNewPassword, type Session } from '@/api/generated';
import { SimpleForm } from './SimpleForm';

/** The password was for getting in once: one of their own, before anything else. */
export function NewPasswordStep({
  challenge,
  begin,
}: {
  challenge: string;
  begin: (work: () => Promise<Session>) => Promise<void>;
}) {
  const { t } = useTranslation('security');
  return (
    <section>
      <h2>{t('step.newPassword.title')}</h2>
      <p>{t('step.newPassword.lead')}</p>
      <SimpleForm
        id="new"
        wide
        fields={[
          {
            name: 'newPassword',
            label: t('password.new'),
            hint: t('password.rules'),
            missing: t('password.missing'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={t('step.newPassword.send')}
        working={t('working')}
        send={({ newPassword = '' }) =>
          begin(async () => {
            const { data } = await loginWithNewPassword({
              body: { challenge, newPassword },
              throwOnError: true,
            });
            return data;
          })
        }
      />
    </section>
  );
}
