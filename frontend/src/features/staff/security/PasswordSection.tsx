import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, type Factors } from '@/api/generated';
import { Button, DateTime } from '@/components';
import { SimpleForm } from '../session/SimpleForm';
import type { OnChanged } from './changed';
import styles from './Security.module.css';

export function PasswordSection({
  factors,
  onChanged,
}: {
  factors: Factors;
  onChanged: OnChanged;
}) {
  const { t } = useTranslation('security');
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="security-password">
      <h2 id="security-password">{t('password.title')}</h2>
      {factors.passwordChangedAt && (
        <p>
          {t('password.since')} <DateTime value={factors.passwordChangedAt} />
        </p>
      )}
      {open ? (
        <SimpleForm
          id="password"
          fields={[
            {
              name: 'password',
              label: t('password.now'),
              missing: t('password.noOwn'),
              type: 'password',
              autoComplete: 'current-password',
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
          submit={t('password.change')}
          working={t('working')}
          send={async ({ password = '', newPassword = '' }) => {
            await changePassword({ body: { password, newPassword }, throwOnError: true });
            setOpen(false);
            onChanged(t('password.changed'));
          }}
        >
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
        </SimpleForm>
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {t('password.change')}
        </Button>
      )}
    </section>
  );
}
